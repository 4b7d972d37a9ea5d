import { CardwireError, never } from '../../domain/errors.ts';
import { say } from '../../domain/say.ts';
import type { SetupPlace, SetupStep } from '../channel.ts';
import { type CommandBody, commandBody, commandList } from './answers.ts';
import { lookAfterCommand, makeCommandByHand, pasteCommandAddress } from './by-hand.ts';
import { type Client, readAs } from './client.ts';

const ourName = 'Cardwire';

/** The slash command as it is to stand. */
export interface CommandPlan {
  readonly workspace: string;
  readonly word: string;
  /** The server's own address, which a new command points at until its token is known. */
  readonly url: string;
  readonly addressOf: (token: string) => string;
}

/** What making the command takes. */
export interface CommandParts {
  readonly url: string;
  readonly workspace: () => Promise<string>;
  readonly clientOf: (token: string) => Client;
}

const outcomes = {
  made: 'made',
  kept: 'stands as it should',
  mended: 'mended: its address is set again',
} as const;

/**
 * Makes or mends the slash command with an administrator's token; with the token of a command made by hand its address is told; with
 * neither, how to make it, unless an earlier set-up may have done so.
 */
export function commandStep(place: SetupPlace, { url, workspace, clientOf }: CommandParts): SetupStep {
  const { admin, byHand, baseUrl, connection } = place;
  const { id, command: word } = connection;
  const about = { id, url, command: word };
  const addressOf = (proof: string) => {
    const address = place.addressOf('mattermost-command', { proof });
    place.show(address);
    return address;
  };
  return {
    title: `Command /${word} of ${id}`,
    run: async () => {
      if (byHand !== undefined) return pasteCommandAddress(about, addressOf(byHand));
      if (admin.token !== undefined) {
        const plan = { workspace: await workspace(), word, url, addressOf };
        return outcomes[await makeCommand(clientOf(admin.token), plan).catch(aboutTheirs(admin.variable))];
      }
      if (place.checking)
        return { skipped: `not looked at: that takes an administrator's token in ${admin.variable}` };
      const leave = place.before ? lookAfterCommand : makeCommandByHand;
      return leave(about, baseUrl, admin.variable);
    },
  };
}

const theirs: Readonly<Record<string, 'mattermost-admin-refused' | 'mattermost-admin-needed'>> = {
  'mattermost-unauthorized': 'mattermost-admin-refused',
  'mattermost-forbidden': 'mattermost-admin-needed',
};

/** Tells whoever has given two tokens which one it is that was refused. */
function aboutTheirs(variable: string): (error: unknown) => never {
  return (error) => {
    const key = error instanceof CardwireError ? theirs[error.code] : undefined;
    throw key === undefined ? error : new CardwireError(key, never, say(key, { variable }), { cause: error });
  };
}

/**
 * Makes the slash command, or puts its address right. Its address is sealed over its token, which the server chooses, so a new command
 * is made first and addressed then; a run that died in between is mended by the next one.
 * @throws CardwireError with a text when the word calls something else: what others made is not taken from them.
 */
async function makeCommand(admin: Client, plan: CommandPlan): Promise<'made' | 'kept' | 'mended'> {
  const { workspace, word, addressOf } = plan;
  const all = await admin.get(`/commands?team_id=${workspace}&custom_only=true`, commandList);
  const there = all.find((command) => command.trigger === word && command.team_id === workspace);
  if (there && there.url === addressOf(there.token) && there.method === 'P') return 'kept';
  if (there && !isOurs(there, plan.url, addressOf(there.token))) {
    throw taken(word);
  }
  const command = there ?? (await create(admin, plan));
  const body = { ...command, method: 'P', url: addressOf(command.token) };
  const answer = await admin.ask('PUT', `/commands/${command.id}`, body);
  if (!answer.ok) throw answer.error;
  return there ? 'mended' : 'made';
}

async function create(admin: Client, plan: CommandPlan): Promise<CommandBody> {
  const answer = await admin.ask('POST', '/commands', { ...looksOf(plan), url: plan.url });
  if (answer.ok) return readAs(answer.json, commandBody);
  // A word of the server's own, or of a plugin (contract 1.5).
  throw answer.id === 'api.command.duplicate_trigger.app_error' ? taken(plan.word) : answer.error;
}

function taken(word: string): CardwireError {
  return new CardwireError('mattermost-command-taken', never, say('mattermost-command-taken', { word }));
}

/**
 * A command of ours calls this team's address, older ones too; one that is half made calls the server or the bare doors. Whatever it
 * calls, we know it by the name we gave it.
 */
function isOurs({ url, display_name }: CommandBody, server: string, address: string): boolean {
  const team = teamCalled(url);
  if (team !== undefined) return team === teamCalled(address);
  if (url === server || display_name === ourName) return true;
  return URL.canParse(url) && new URL(url).origin === new URL(address).origin;
}

function teamCalled(url: string): string | undefined {
  return /\/mattermost-command\/([^/]+)\/[^/]+\.\d+\/[^/]+$/.exec(url)?.[1];
}

/** Contract 1.5: one flat hint; trees of sub-commands are for plugins. */
function looksOf({ workspace, word }: CommandPlan) {
  return {
    team_id: workspace,
    trigger: word,
    method: 'P',
    auto_complete: true,
    auto_complete_desc: 'Open and follow cards of the team board',
    auto_complete_hint: 'Fix the pump @tom #urgent due:friday | help',
    display_name: ourName,
    description: 'Opens cards and tells what happens to them',
  };
}
