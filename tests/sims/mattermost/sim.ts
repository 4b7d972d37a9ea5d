import type { AddressInfo } from 'node:net';
import { type Callback, createCallOut } from './callback.ts';
import { Faults } from './faults.ts';
import { createHand, type Hand } from './hand.ts';
import type { SimChannel, SimCommand, SimDialog, SimEphemeral, SimTeam, SimUser } from './model.ts';
import { commandRoutes } from './routes-commands.ts';
import { peopleRoutes } from './routes-people.ts';
import { postRoutes } from './routes-posts.ts';
import { createSimServer, type SimRequest } from './server.ts';
import { newId, World } from './world.ts';

export interface SimOptions {
  /** Any free one when absent. */
  readonly port?: number;
  /** Behave as 5.37: triggers live 3 s, no `root_id` in commands, empty answers to clicks are errors. */
  readonly old?: boolean;
  /** Milliseconds the server waits for an integration. Contract 1.2: 30 s by default. */
  readonly integrationTimeout?: number;
  /** Epoch milliseconds; the machine's clock when absent. */
  readonly now?: () => number;
}

/** A fake Mattermost on real HTTP, with one team `eng`, an administrator, a bot that is in the team but in no channel. */
export interface MattermostSim {
  readonly url: string;
  readonly world: World;
  readonly team: SimTeam;
  readonly townSquare: SimChannel;
  readonly admin: SimUser;
  readonly bot: SimUser;
  readonly tokens: { readonly admin: string; readonly bot: string };
  /** Calls that came in. */
  readonly requests: SimRequest[];
  /** Calls that went out to integrations. */
  readonly callbacks: Callback[];
  readonly faults: Faults;
  readonly dialogs: readonly SimDialog[];
  /** A person of the team, in town-square, with an access token of their own. */
  addUser(username: string): { readonly user: SimUser; readonly token: string };
  /** A channel of the team with these people (by name), the bot among them when `bot` is true. */
  addChannel(
    name: string,
    options?: { private?: boolean; members?: readonly string[]; bot?: boolean },
  ): SimChannel;
  /** A slash command as an administrator would make it by hand. */
  addCommand(trigger: string, url: string, method?: 'P' | 'G'): SimCommand;
  as(username: string): Hand;
  ephemerals(username: string): readonly SimEphemeral[];
  stop(): Promise<void>;
}

/** Starts a fake Mattermost on loopback. */
export async function startMattermostSim(options: SimOptions = {}): Promise<MattermostSim> {
  const world = new World(options.old ?? false, options.now ?? Date.now);
  const faults = new Faults();
  const requests: SimRequest[] = [];
  const callbacks: Callback[] = [];
  const callOut = createCallOut(callbacks, options.integrationTimeout ?? 30_000);
  let url = '';
  const routes = { ...peopleRoutes, ...postRoutes, ...commandRoutes(callOut, () => url) };
  const server = createSimServer({ world, routes, faults, requests });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const team = world.addTeam('eng');
  const townSquare = world.addChannel('town-square', 'O', team.id, []);
  const admin = world.addUser('admin', { admin: true });
  const bot = world.addUser('cardwire', { bot: true });
  team.members.add(admin.id).add(bot.id);
  townSquare.members.add(admin.id);
  const tokens = { admin: world.addToken(admin), bot: world.addToken(bot) };

  return {
    url,
    world,
    team,
    townSquare,
    admin,
    bot,
    tokens,
    requests,
    callbacks,
    faults,
    dialogs: world.dialogs,
    addUser: (username) => {
      const user = world.addUser(username);
      team.members.add(user.id);
      townSquare.members.add(user.id);
      return { user, token: world.addToken(user) };
    },
    addChannel: (name, { private: isPrivate = false, members = [], bot: withBot = false } = {}) => {
      const ids = members.map((member) => world.user(member).id);
      return world.addChannel(name, isPrivate ? 'P' : 'O', team.id, withBot ? [...ids, bot.id] : ids);
    },
    addCommand: (trigger, address, method = 'P') => {
      const texts = { auto_complete_desc: '', auto_complete_hint: '', display_name: '', description: '' };
      const command = { id: newId(), token: newId(), team_id: team.id, creator_id: admin.id };
      const made = { ...command, ...texts, trigger, method, url: address, auto_complete: true };
      world.commands.set(made.id, made);
      return made;
    },
    as: (username) => createHand(world, callOut, url, world.user(username)),
    ephemerals: (username) => {
      const { id } = world.user(username);
      return world.ephemerals.filter(({ user_id }) => user_id === id);
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
