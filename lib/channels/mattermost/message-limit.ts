/** Runes in one message, as Mattermost counts (contract 2.2). */
export const messageLimit = 16_383;
