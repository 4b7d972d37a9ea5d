import { judgeInteraction } from '../../lib/channels/discord/interaction-request.ts';
import { createDoor } from '../../lib/doors/door.ts';
import { checkTeam } from '../../lib/setup/check.ts';
import { createKeyring } from '../../lib/setup/keyring.ts';
import { setUp } from '../../lib/setup/set-up.ts';
import { readTeamFile } from '../../lib/teams/read-file.ts';
import { loadTeam, storeTeam } from '../../lib/teams/stored.ts';
import type { Team } from '../../lib/teams/team.ts';
import { captureLog } from '../flows/capture-log.ts';
import { startDoors } from '../flows/door-server.ts';
import { openDiscord } from '../sims/discord/sim.ts';
import { deploymentKey, partsOf, startFarWorld } from './far-world.ts';

/** The world of set-up with a Discord in it, and the door that it calls, as it stands in the cloud. */
export async function startDiscordWorld() {
  const keys = createKeyring(deploymentKey);
  const [far, sim, doors] = await Promise.all([
    startFarWorld(),
    openDiscord(),
    startDoors({
      'discord-interaction': createDoor({
        ...{ source: 'discord-interaction', keys: keys('discord-interaction').join(',') },
        ...{ judge: judgeInteraction, enqueue: async () => {}, log: captureLog().log },
      }),
    }),
  ]);

  /** Sets up a team that talks on the fake Discord, its settings changed as a test needs it. */
  async function run({
    talk = '',
    rooms = '',
    gone = false,
    people = [],
    env = {},
    baseUrl = doors.url,
  }: Change = {}) {
    const all = { ...far.env, DISCORD: sim.application.token, ...env };
    const { parts, shown } = partsOf(far, all);
    const { file, problems } = readTeamFile(gone ? far.yaml : yamlWith(talk, rooms, people), all);
    if (!file) throw new Error(`the file of this test is wrong: ${JSON.stringify(problems)}`);
    return { result: await setUp(file, { ...parts, baseUrl }), shown };
  }

  function yamlWith(talk: string, rooms: string, people: readonly string[]): string {
    const settings = `product: discord, token: env:DISCORD, url: "${sim.url}", private: true`;
    const channel = `  talk: { ${settings}, ${talk.includes('server:') ? '' : 'server: eng, '}${talk} }`;
    const without = far.yaml
      .replace(/^members: .*$/m, people.length === 0 ? '' : `members: { people: [${people.join(', ')}] }`)
      .replace(/^ {2}chat: .*$/m, channel);
    return without.replace(/^teamChannels:[\s\S]*$/m, rooms === '' ? '' : `teamChannels: [${rooms}]`);
  }

  async function team() {
    const item = await far.teams.get('ops');
    if (!item) throw new Error('no team was stored');
    return {
      ...loadTeam(item.settings, keys('stored-secrets')),
      ...(item.joined && { joined: item.joined }),
    };
  }

  return {
    ...{ far, sim, doorsUrl: doors.url, run, team },
    /** Stores the team otherwise than set-up does. */
    keep: (other: Team) =>
      far.teams.put({ id: other.id, settings: storeTeam(other, keys('stored-secrets')) }),
    /** Checks the team that stands. */
    check: async () => {
      const { parts, shown } = partsOf(far);
      return { result: await checkTeam(await team(), { ...parts, baseUrl: doors.url }), shown };
    },
    /** Calls to Discord that change something, from here on. */
    writes: () =>
      sim.requests.filter(({ method }) => method !== 'GET').map(({ method, path }) => `${method} ${path}`),
    stop: async () => {
      doors.server.closeAllConnections();
      doors.server.close();
      await Promise.all([far.stop(), sim.stop()]);
    },
  };
}

interface Change {
  /** Settings of the channel besides the usual ones. */
  readonly talk?: string;
  /** Entries of `teamChannels`. */
  readonly rooms?: string;
  readonly people?: readonly string[];
  /** Without Discord: the world's own team file. */
  readonly gone?: boolean;
  readonly env?: Record<string, string>;
  readonly baseUrl?: string;
}

export type DiscordWorld = Awaited<ReturnType<typeof startDiscordWorld>>;
