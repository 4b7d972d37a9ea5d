import { quoted, type ReplyCase } from '../reply-case.ts';

const header = 'On Mon, Mar 2, 2026 at 10:14 AM Bob Example <bob@example.org> wrote:';
const kopf = 'Am 02.03.26 um 10:14 schrieb Bernd Beispiel:';
const asked = quoted('Which day suits you?\n\nAnd which room?');

function whole(client: string, language: string, text: string): ReplyCase {
  return { client, language, text, kept: text.trim() };
}

/** Answers elsewhere than above: below the quotation, between its lines, around it. */
export const positions: readonly ReplyCase[] = [
  {
    client: 'below',
    language: 'en',
    text: `${header}\n${asked}\n\nTuesday, room 4.\n`,
    kept: 'Tuesday, room 4.',
  },
  {
    client: 'below',
    language: 'de',
    text: `${kopf}\n\n${asked}\n\nDienstag, Raum 4.\n\n-- \nAnna\n`,
    kept: 'Dienstag, Raum 4.',
  },
  {
    client: 'below, greeting above',
    language: 'en',
    text: `Hi Bob,\n\n${header}\n${asked}\n\nTuesday, room 4.\n`,
    kept: 'Hi Bob,\n\nTuesday, room 4.',
  },
  {
    client: 'signature below',
    language: 'en',
    text: `Tuesday.\n\n${header}\n${asked}\n\n-- \nAnn Example\nExample Ltd\n`,
    kept: 'Tuesday.',
  },
  {
    client: 'signature below',
    language: 'de',
    text: `Dienstag.\n\n${kopf}\n${asked}\n\nMit freundlichen Grüßen\nAnna Beispiel\nBeispiel GmbH\nTel. 030 1234567\n`,
    kept: 'Dienstag.',
  },
  {
    client: 'footer below',
    language: 'en',
    text: `Tuesday.\n\n${header}\n${asked}\n\nSent from my iPhone\n`,
    kept: 'Tuesday.',
  },
  whole('between', 'en', `${header}\n\n> Which day suits you?\n\nTuesday.\n\n> And which room?\n\nRoom 4.\n`),
  whole(
    'between',
    'de',
    `Antworten unten.\n\n${kopf}\n> Welcher Tag?\nDienstag.\n> Welcher Raum?\nRaum 4.\n`,
  ),
  whole('between, no header', 'en', `> Which day suits you?\nTuesday.\n\n> And which room?\nRoom 4.\n`),
  whole(
    'between',
    'fr',
    `Le 02/03/2026 à 10:14, Bruno a écrit :\n> Quel jour ?\nMardi.\n> Quelle salle ?\nSalle 4.\n`,
  ),
  {
    client: 'between, rest below',
    language: 'en',
    text: `${header}\n> Which day suits you?\n\nTuesday.\n\n> And which room?\n>\n> Bob\n`,
    kept: `${header}\n> Which day suits you?\n\nTuesday.`,
  },
  whole('one chosen line', 'en', `> And which room?\n\nRoom 4, as always.\n`),
  {
    client: 'nested',
    language: 'en',
    text: `Agreed.\n\n${header}\n> Fine.\n>\n> On Sun, Mar 1, 2026 at 9:00 AM Ann <ann@example.org> wrote:\n>> Tuesday?\n`,
    kept: 'Agreed.',
  },
  {
    client: 'two headers',
    language: 'de',
    text: `Einverstanden.\n\nVon: Bernd\nGesendet: Montag\nAn: Anna\nBetreff: Drucker\n\nGut.\n\nVon: Anna\nGesendet: Sonntag\nAn: Bernd\nBetreff: Drucker\n\nDienstag?\n`,
    kept: 'Einverstanden.',
  },
  { client: 'same line', language: 'en', text: `Tuesday. ${header}\n${asked}\n`, kept: 'Tuesday.' },
  {
    client: 'three lines',
    language: 'en',
    text: `Tuesday.\n\nOn Mar 2, 2026, at 10:14, Bob Example with a very long name <\nbob.example.with.a.long.address@department.example.org>\nwrote:\n\n${asked}\n`,
    kept: 'Tuesday.',
  },
  {
    client: 'marker',
    language: 'en',
    text: 'Tuesday.\n\n## Reply above this line ##\n\nA card has moved.\n',
    kept: 'Tuesday.',
  },
  {
    client: 'marker',
    language: 'de',
    text: 'Dienstag.\n\n\\## Bitte über dieser Zeile antworten ##\n\nEine Karte ist umgezogen.\n',
    kept: 'Dienstag.',
  },
  {
    client: 'marker, quoted',
    language: 'en',
    text: `Tuesday.\n\n> ## Reply above this line ##\n> A card has moved.\n`,
    kept: 'Tuesday.',
  },
  whole('nothing said', 'en', `${header}\n${asked}\n`),
  {
    client: 'new mail',
    language: 'en',
    text: `Look what he says:\n\n${header}\n${asked}\n`,
    kept: `Look what he says:\n\n${header}\n${asked}`,
    options: { reply: false },
  },
];
