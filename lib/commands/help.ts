import { type Verb, verbs } from '../../schemas/team.ts';
import { type Say, say } from '../domain/say.ts';

/**
 * What a person can ask for: every verb that they may use, one line each, then how cards and dates are written; or one verb with
 * examples. A verb that they may not use is said to be so.
 * @param word the slash command's word, without the slash.
 * @param options.byOptions the command is typed with options, not as one line of text: that is told besides.
 */
export function helpFor(
  about: Verb | undefined,
  may: readonly Verb[],
  word: string,
  { byOptions = false }: { readonly byOptions?: boolean } = {},
): readonly Say[] {
  const typed = byOptions ? [say('help-options', { word })] : [];
  if (about === undefined) {
    const lines = verbs.filter((verb) => may.includes(verb)).map((verb) => say(`help-${verb}`, { word }));
    return [
      say('help-title'),
      ...typed,
      ...lines,
      say('help-cards'),
      say('help-dates'),
      say('help-one', { word }),
    ];
  }
  if (!may.includes(about)) return [say('help-not-allowed', { word, verb: about })];
  return [say(`help-${about}`, { word }), say(`help-${about}-more`, { word }), ...typed];
}
