import type { House } from '../flows/house.ts';

/** Stands in every text that people write in these tests, and in nothing else. */
const mark = '§';

/** Row 27: what must stand in no log line, by what it is: people's texts, secrets, tokens, seals, mail addresses. */
export function toldOn(house: House, more: Readonly<Record<string, string>> = {}): readonly string[] {
  const { mattermost, wekan, webhook, lines } = house;
  const self = wekan.world.users.find(({ username }) => username === 'cardwire');
  const secrets: Readonly<Record<string, string>> = {
    'a text of people': mark,
    'the bot’s token': mattermost.tokens.bot,
    'the board’s password': self?.password ?? mark,
    'the webhook’s token': webhook.token,
    'the webhook’s seal': webhook.url.split('/').at(-1) ?? mark,
    'a mail address': '@example',
    ...more,
  };
  const all = lines.join('\n');
  return Object.entries(secrets).flatMap(([what, text]) => (all.includes(text) ? [what] : []));
}
