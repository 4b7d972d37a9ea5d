import type * as z from 'zod/mini';
import { CardwireError, later } from '../domain/errors.ts';

/** How one product's answers are read. */
export interface Answers {
  /**
   * Reads an answer as a document.
   * @param what names it in the error's code.
   * @throws CardwireError `<product>-unexpected-<what>` for anything else, nothing at all included.
   */
  readAs<T>(shape: z.ZodMiniType<T>, answer: unknown, what: string): T;
  /** The API answered with something that the contract does not know. It may be an update in mid-air: worth another try. */
  unexpected(what: string): CardwireError;
}

/** Makes what reads the answers of a product; its name begins the codes. */
export function answersOf(product: string): Answers {
  const unexpected = (what: string) => new CardwireError(`${product}-unexpected-${what}`, later);
  return {
    unexpected,
    readAs: (shape, answer, what) => {
      const read = shape.safeParse(answer);
      if (!read.success) throw unexpected(what);
      return read.data;
    },
  };
}
