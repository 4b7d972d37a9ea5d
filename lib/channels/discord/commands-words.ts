/**
 * The words of the commands, as Discord shows them while people type: what each does in English (its name is the word of the grammar),
 * its German name, and what it does in German. Another language is another pair of columns, and a line in `commands.ts`.
 */
type Words = readonly [english: string, germanName: string, german: string];

/** The command itself: its name is the team's own. */
export const commandText = {
  english: 'Open and follow cards of the team board',
  german: 'Karten des Teams anlegen und verfolgen',
} as const;

/** The entry that a message has under Apps. */
export const messageCommand = { english: 'Create card', german: 'Karte anlegen' } as const;

/** Sub-commands. */
export const verbWords = {
  create: ['Open a card; without a title, a form', 'anlegen', 'Karte anlegen; ohne Titel ein Formular'],
  show: ['Show a card', 'zeigen', 'Karte zeigen'],
  comment: [
    'Comment on a card; without a text, a form',
    'kommentieren',
    'Karte kommentieren; ohne Text ein Formular',
  ],
  move: ['Move a card to another column', 'verschieben', 'Karte in eine andere Spalte verschieben'],
  done: ['Move a card to the column that means done', 'erledigt', 'Karte als erledigt verschieben'],
  assign: ['Assign somebody to a card', 'zuweisen', 'Karte jemandem zuweisen'],
  unassign: ['Take somebody off a card', 'abziehen', 'Jemanden von einer Karte nehmen'],
  due: [
    'Set the due date of a card; without a date, take it away',
    'termin',
    'Termin einer Karte setzen; ohne Datum entfernen',
  ],
  label: ['Put a label on a card', 'label', 'Label auf eine Karte setzen'],
  unlabel: ['Take a label off a card', 'label-weg', 'Label von einer Karte nehmen'],
  rename: ['Give a card a new title', 'umbenennen', 'Karte einen neuen Titel geben'],
  describe: ['Write the description of a card anew', 'beschreiben', 'Beschreibung einer Karte neu schreiben'],
  check: [
    'Tick a step of the checklist; “add …” puts a new one on it',
    'abhaken',
    'Schritt der Checkliste abhaken; „neu …“ setzt einen neuen darauf',
  ],
  uncheck: ['Take the tick off a step', 'haken-weg', 'Haken von einem Schritt nehmen'],
  archive: ['Put a card into the archive', 'archivieren', 'Karte ins Archiv legen'],
  restore: ['Bring a card back from the archive', 'zurückholen', 'Karte aus dem Archiv zurückholen'],
  follow: ['Hear what happens to a card', 'folgen', 'Hören, was mit einer Karte geschieht'],
  unfollow: ['Hear no more of a card', 'entfolgen', 'Nichts mehr von einer Karte hören'],
  list: ['List open cards', 'liste', 'Offene Karten auflisten'],
  search: ['Find open cards by their words', 'suchen', 'Offene Karten nach Wörtern suchen'],
  boards: ['Show the boards there are', 'boards', 'Zeigen, welche Boards es gibt'],
  board: [
    'Make this conversation mean another board',
    'board',
    'Diese Unterhaltung auf ein anderes Board umstellen',
  ],
  connect: ['Connect this server to a team', 'verbinden', 'Diesen Server mit einem Team verbinden'],
  link: [
    'Link your account to your name in the team',
    'verknüpfen',
    'Dein Konto mit deinem Namen im Team verbinden',
  ],
  help: ['Show what you can ask for', 'hilfe', 'Zeigen, was alles geht'],
} as const satisfies Readonly<Record<string, Words>>;

/** Options, by the names that the door passes on (`{ by: 'options' }` of schemas/event.ts). */
export const optionWords = {
  card: ['The card: #42, OPS-42 or its link', 'karte', 'Die Karte: #42, OPS-42 oder ihr Link'],
  title: ['Its title', 'titel', 'Ihr Titel'],
  description: ['Its description', 'beschreibung', 'Ihre Beschreibung'],
  text: ['What you have to say', 'text', 'Was du zu sagen hast'],
  column: ['The column', 'spalte', 'Die Spalte'],
  person: [
    'The person: me, or a name on the board',
    'person',
    'Die Person: ich, oder ein Name auf dem Board',
  ],
  label: ['The label', 'label', 'Das Label'],
  due: [
    'The date: friday, tomorrow 14:00, 24.12. or 2027-12-24',
    'termin',
    'Das Datum: freitag, morgen 14 Uhr, 24.12. oder 2027-12-24',
  ],
  file: ['A file for the card', 'datei', 'Eine Datei für die Karte'],
  notify: ['A mail address that is to hear of it', 'mail', 'Eine Mail-Adresse, die davon hören soll'],
  board: ['The board, where there are several', 'board', 'Das Board, wenn es mehrere gibt'],
  item: ['The step, or how it begins', 'schritt', 'Der Schritt, oder wie er beginnt'],
  query: ['The words to look for', 'wörter', 'Die Wörter, die darin stehen'],
  here: [
    'In this conversation, not in a direct message',
    'hier',
    'In dieser Unterhaltung statt in einer Direktnachricht',
  ],
  trace: ['Its story: received, told, waiting', 'verlauf', 'Ihr Verlauf: angekommen, gezeigt, wartet'],
  mine: ['Yours alone', 'meine', 'Nur deine'],
  overdue: ['Overdue ones alone', 'überfällig', 'Nur überfällige'],
  code: ['The code that you were given', 'code', 'Der Code, den du bekommen hast'],
  about: ['One command to tell more about', 'befehl', 'Ein Befehl, um mehr darüber zu erfahren'],
} as const satisfies Readonly<Record<string, Words>>;
