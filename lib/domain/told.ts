/** What a step of set-up has to tell the operator when its work is done. */

/** What a person has to do by hand, with what they need for it. The lines may hold sealed addresses: show, do not log. */
export interface Todo {
  readonly title: string;
  readonly lines: readonly string[];
}

/** A line, something for a person to do, or why the step was left out. */
export type Told = string | Todo | { readonly skipped: string };
