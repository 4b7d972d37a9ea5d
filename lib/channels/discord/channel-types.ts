/** Contract A1.3: types of channels. */

/** Channels that people write in: of text, and of announcements. */
export const writableTypes: readonly number[] = [0, 5];

/** Conversations on no server: with one person, with several. */
export const directTypes: readonly number[] = [1, 3];

/** Threads of another channel. */
export const threadTypes: readonly number[] = [10, 11, 12];

/** A thread for its own people only. */
export const privateThread = 12;
