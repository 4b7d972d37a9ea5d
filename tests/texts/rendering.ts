import type { Say } from '../../lib/domain/say.ts';
import { fill } from '../../lib/texts/format.ts';
import { texts } from '../../lib/texts/texts.ts';
import type { Language } from '../../schemas/team.ts';

export const languages = Object.keys(texts) as Language[];

/** What a reader in Berlin sees, nothing escaped. */
export function words({ key, values }: Say, language: Language): string {
  return fill(texts[language][key], values, {
    language,
    timezone: 'Europe/Berlin',
    escape: (text) => text,
    now: new Date('2026-11-20T10:00:00Z'),
  });
}
