import type { CardVerb } from './verbs.ts';

/** German for the verbs that begin with a card, in lower case: as Discord offers them, as mails take them, and what else comes to mind. */
const verbs: ReadonlyMap<string, CardVerb> = new Map(
  Object.entries({
    zeigen: 'show',
    zeige: 'show',
    kommentieren: 'comment',
    kommentiere: 'comment',
    kommentar: 'comment',
    verschieben: 'move',
    verschiebe: 'move',
    erledigt: 'done',
    erledigen: 'done',
    fertig: 'done',
    zuweisen: 'assign',
    abziehen: 'unassign',
    termin: 'due',
    fällig: 'due',
    faellig: 'due',
    etikett: 'label',
    'label-weg': 'unlabel',
    umbenennen: 'rename',
    beschreiben: 'describe',
    abhaken: 'check',
    'haken-weg': 'uncheck',
    archivieren: 'archive',
    zurückholen: 'restore',
    wiederherstellen: 'restore',
    folgen: 'follow',
    folge: 'follow',
    entfolgen: 'unfollow',
    abbestellen: 'unfollow',
  } as const),
);

/** The verb of the typed grammar that a German word stands for; undefined when it stands for none. */
export function verbInGerman(word: string): CardVerb | undefined {
  return verbs.get(word.normalize('NFC').toLowerCase().replace(/:$/, ''));
}
