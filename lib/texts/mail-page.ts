import type { Language } from '../../schemas/team.ts';

/** The words of the pages that links in mails lead to, kept apart so that a door stays small. */
interface PageWords {
  readonly confirm: PageText;
  readonly unsubscribe: PageText;
  /** The link is mistyped, cut off, or was sealed with a key that is rotated out. */
  readonly unknown: PlainText;
  readonly expired: PlainText;
  /** The queue did not take it. */
  readonly notTaken: PlainText;
}

interface PlainText {
  readonly title: string;
  readonly text: string;
}

/** Before and after its button was pressed. */
interface PageText extends PlainText {
  readonly button: string;
  readonly done: PlainText;
}

export const pageWords: Readonly<Record<Language, PageWords>> = {
  en: {
    confirm: {
      title: 'Is this your mail address?',
      text: 'Somebody has written to us, or asked us to write, with the address to which this link was sent. If that was you, confirm it once. If not, close this page, and nothing happens.',
      button: 'Yes, it is mine',
      done: {
        title: 'Thank you',
        text: 'Your address is confirmed, and what this link was sent for is done now. If it is older than a week, that is deleted: then write again. Whatever else still waits for your yes, such as news of a card, has a link of its own.',
      },
    },
    unsubscribe: {
      title: 'Stop these mails?',
      text: 'You will hear no more of this card by mail. The card itself stays as it is.',
      button: 'Stop these mails',
      done: { title: 'Done', text: 'You hear no more of this card by mail.' },
    },
    unknown: {
      title: 'This link is no good',
      text: 'It may have been cut off on its way. Copy all of it from the mail, or answer the mail instead.',
    },
    expired: {
      title: 'No longer there',
      text: 'Mails are kept for 30 days. What was made of this one is on its card.',
    },
    notTaken: {
      title: 'Not just now',
      text: 'I could not take this. Please press the button again in a moment.',
    },
  },
  de: {
    confirm: {
      title: 'Ist das deine Mailadresse?',
      text: 'Jemand hat uns mit der Adresse geschrieben, an die dieser Link ging, oder uns gebeten, dorthin zu schreiben. Warst du das, bestätige es einmal. Wenn nicht, schließ diese Seite, dann geschieht nichts.',
      button: 'Ja, das ist meine',
      done: {
        title: 'Danke',
        text: 'Deine Adresse ist bestätigt, und wofür dieser Link kam, wird jetzt erledigt. Ist er älter als eine Woche, ist das gelöscht: Schreib dann noch einmal. Was sonst noch auf dein Ja wartet, etwa Neuigkeiten von einer Karte, hat einen eigenen Link.',
      },
    },
    unsubscribe: {
      title: 'Keine solchen Mails mehr?',
      text: 'Du hörst dann von dieser Karte nichts mehr per Mail. Die Karte selbst bleibt, wie sie ist.',
      button: 'Keine solchen Mails mehr',
      done: { title: 'Erledigt', text: 'Du hörst von dieser Karte nichts mehr per Mail.' },
    },
    unknown: {
      title: 'Dieser Link taugt nicht',
      text: 'Vielleicht ist er unterwegs abgeschnitten worden. Kopiere ihn ganz aus der Mail, oder antworte einfach auf die Mail.',
    },
    expired: {
      title: 'Nicht mehr da',
      text: 'Mails werden 30 Tage aufgehoben. Was aus dieser wurde, steht auf ihrer Karte.',
    },
    notTaken: {
      title: 'Gerade nicht',
      text: 'Das konnte ich nicht annehmen. Bitte drück den Knopf gleich noch einmal.',
    },
  },
};
