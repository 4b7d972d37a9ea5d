/** So many missed comments are quoted, the last ones; of more, their number is told. */
export const MOST_QUOTED = 3;

/** Characters of one that was missed. */
export const LONGEST_MISSED = 2_000;

/** Characters of one that comes late: others have been seen since. */
export const LONGEST_LATE = 200;
