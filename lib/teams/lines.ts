import { type Document, isAlias, isMap, isScalar, isSeq, type LineCounter, type ParsedNode } from 'yaml';
import type { Path } from './problems.ts';

/**
 * The line (from 1) at which a path of a YAML document stands; where it ends early, as for a key that is missing, the line of
 * the last part that is there. Undefined for an empty document.
 */
export function findLine(document: Document.Parsed, lines: LineCounter, path: Path): number | undefined {
  let node: ParsedNode | null | undefined = document.contents;
  let offset = node?.range[0];
  for (const key of path) {
    const next = step(document, node, key);
    if (next === undefined) break;
    offset = next.offset;
    node = next.node;
  }
  return offset === undefined ? undefined : lines.linePos(offset).line;
}

function step(document: Document.Parsed, from: ParsedNode | null | undefined, key: PropertyKey) {
  const node = isAlias(from) ? from.resolve(document) : from;
  if (isMap<ParsedNode, ParsedNode | null>(node)) {
    const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(key));
    return pair && { offset: pair.key.range[0], node: pair.value };
  }
  if (isSeq<ParsedNode>(node)) {
    const item = node.items[Number(key)];
    return item && { offset: item.range[0], node: item };
  }
  return undefined;
}
