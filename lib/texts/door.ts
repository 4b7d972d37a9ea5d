/**
 * What the doors say. They do not know the team's language, so each sentence is there in all of them, and they are kept apart from
 * the other texts so that a door stays small.
 */

/** The queue did not take it. */
export const notTaken =
  'I could not take this just now. Please send it again in a moment. · Das konnte ich gerade nicht annehmen. Bitte schick es gleich noch einmal.';

/** A form older than its day. */
export const formExpired =
  'This form is too old. Please copy your text and open the form anew. · Dieses Formular ist zu alt. Bitte kopiere deinen Text und öffne es neu.';
