import type { Language } from '../../schemas/team.ts';

/**
 * What the doors say, kept apart from the other texts so that a door stays small. They do not know the team's language: where they know the
 * person's, they take that, else a sentence is there in all of them.
 */

/** The queue did not take it. */
export const notTaken =
  'I could not take this just now. Please send it again in a moment. · Das konnte ich gerade nicht annehmen. Bitte schick es gleich noch einmal.';

/** A form older than its day. */
export const formExpired =
  'This form is too old. Please copy your text and open the form anew. · Dieses Formular ist zu alt. Bitte kopiere deinen Text und öffne es neu.';

/** The words of a door that is told the person's language. */
interface DoorWords {
  /** The queue did not take it. */
  readonly notTaken: string;
  /** A command, button or form that we do not know. */
  readonly unknown: string;
  /** A comment on a card whose name is too long to be kept in a form. */
  readonly commentHere: string;
  readonly create: string;
  readonly title: string;
  readonly description: string;
  readonly column: string;
  readonly assignee: string;
  readonly due: string;
  readonly dueExample: string;
  readonly comment: string;
  readonly commentOn: string;
}

export const doorWords: Readonly<Record<Language, DoorWords>> = {
  en: {
    notTaken: 'I could not take this just now. Please send it again in a moment.',
    unknown:
      'I do not know this, or not any more. Reload Discord (Ctrl+R) and try again; if it stays so, tell whoever runs me.',
    commentHere: 'Please write your comment with the command: fill in its option `text`.',
    create: 'Open a card',
    title: 'Title',
    description: 'Description',
    column: 'Column',
    assignee: 'Assign to',
    due: 'Due',
    dueExample: 'friday, tomorrow 14:00, 2027-12-24',
    comment: 'Comment',
    commentOn: 'Comment on {card}',
  },
  de: {
    notTaken: 'Das konnte ich gerade nicht annehmen. Bitte schick es gleich noch einmal.',
    unknown:
      'Das kenne ich nicht oder nicht mehr. Lade Discord neu (Strg+R) und versuch es noch einmal; bleibt es so, sag denen Bescheid, die mich betreiben.',
    commentHere: 'Bitte schreib deinen Kommentar gleich zum Befehl: in die Option `text`.',
    create: 'Karte anlegen',
    title: 'Titel',
    description: 'Beschreibung',
    column: 'Spalte',
    assignee: 'Zuweisen an',
    due: 'Fällig',
    dueExample: 'freitag, morgen 14 Uhr, 24.12.2027',
    comment: 'Kommentar',
    commentOn: 'Kommentar zu {card}',
  },
};
