/** What the rules use of the converter's own document: the types of a browser's are not at hand. */
export interface Element {
  readonly nodeName: string;
  readonly parentNode: Element | null;
  readonly previousElementSibling: Element | null;
  readonly nextElementSibling: Element | null;
  readonly firstElementChild: Element | null;
  readonly textContent: string | null;
  /** Set by the converter: inside `code` nothing is escaped. */
  readonly isCode?: boolean;
  getAttribute(name: string): string | null;
}

/** The children that are elements, in order. */
export function childrenOf(element: Element): readonly Element[] {
  const children: Element[] = [];
  for (let child = element.firstElementChild; child; child = child.nextElementSibling) children.push(child);
  return children;
}

/** The nearest element around it of that name. The nesting is limited before. */
export function around(element: Element, name: string): Element | undefined {
  for (let outer = element.parentNode; outer; outer = outer.parentNode)
    if (outer.nodeName === name) return outer;
  return undefined;
}
