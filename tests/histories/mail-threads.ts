import { en } from '../../lib/texts/en.ts';
import type { House } from './house.ts';
import type { MailSide } from './mail-side.ts';
import type { PostedMail } from './post-office.ts';
import type { TeamWorld } from './team-world.ts';
import type { View } from './views.ts';

/** What the mails of one card to one address must never come to: each a sentence about what was seen. */
export function threadViolations(house: House, world: TeamWorld, mail: MailSide): readonly string[] {
  const threads = Map.groupBy(mail.posted(), threadOf);
  return [...threads].flatMap(([thread, mails]) => {
    if (thread === '') return [];
    const all = [...new Map(mails.map((each) => [each.mark, each])).values()];
    return [...acknowledgedTwice(all), ...saidTwice(world, all), ...goneBack(house, world, thread, all)];
  });
}

/** The id of ours that all mails of a thread name; empty for an answer, which is about no card. */
function threadOf({ headers }: PostedMail): string {
  return headers['list-id'] === undefined
    ? ''
    : (/<([0-9a-z]{13})@in\./.exec(headers.references ?? '')?.[1] ?? '');
}

/** I2: whoever opened a card by mail is thanked once. */
function acknowledgedTwice(mails: readonly PostedMail[]): readonly string[] {
  const thanks = mails.filter(({ headers }) => headers['auto-submitted'] === 'auto-replied');
  return thanks.slice(1).map(({ subject, to }) => `I2: "${subject}" is acknowledged again to ${to}`);
}

/** I2: a comment is told once in a thread. */
function saidTwice({ sign }: TeamWorld, mails: readonly PostedMail[]): readonly string[] {
  const said = mails.flatMap(({ text }) =>
    text.split('\n').filter((line) => line.startsWith('> ') && line.includes(sign)),
  );
  const again = said.filter((line, at) => said.indexOf(line) !== at);
  return again.map((line) => `I2: told twice to ${mails[0]?.to}: ${line}`);
}

/** I3: what a mail shows of its card was true once, and no later mail of the thread shows what was before. */
function goneBack(
  { table, records }: House,
  { id: team, board }: TeamWorld,
  thread: string,
  mails: readonly PostedMail[],
): readonly string[] {
  // Which of two answers of Taiga is the newer one cannot always be told (invariants.ts).
  if (board.connection.product === 'taiga') return [];
  const { views } = records.looksOf(team, String(table.items.get(`MAIL#${thread}\nTARGET`)?.card));
  let at = 0;
  for (const mail of mails) {
    const shown = viewOf(mail);
    // Of a card that is gone a mail shows no more than its name.
    if (shown.column === '') continue;
    const next = views.findIndex((look, index) => index >= at && shows(shown, look));
    if (next < 0) return [`I3: a mail to ${mail.to} shows what was before: ${JSON.stringify(shown)}`];
    at = next;
  }
  return [];
}

function viewOf({ text }: PostedMail): Partial<View> {
  const field = (name: string) =>
    text
      .split('\n')
      .find((line) => line.startsWith(`${name}: `))
      ?.slice(name.length + 2);
  return {
    title: text.split('\n').find((line) => /^#\d+ /.test(line)) ?? '',
    column: field(en['field-column']) ?? '',
    people: field(en['field-people']) ?? '',
    labels: field(en['field-labels']) ?? '',
  };
}

function shows({ title, column, people, labels }: Partial<View>, look: View): boolean {
  return look.title === title && look.column === column && look.people === people && look.labels === labels;
}
