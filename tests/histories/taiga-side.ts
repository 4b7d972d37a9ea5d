import { createHmac } from 'node:crypto';
import { displayNameOf } from '../../lib/teams/people.ts';
import type { TaigaConnection } from '../../lib/teams/team.ts';
import { filePath } from '../sims/taiga/file-path.ts';
import { createHooks } from '../sims/taiga/hooks.ts';
import { createStory } from '../sims/taiga/items.ts';
import type { Hook } from '../sims/taiga/payload.ts';
import { createPerson, type SimPerson } from '../sims/taiga/person.ts';
import { pythonJson } from '../sims/taiga/python-json.ts';
import { seed } from '../sims/taiga/seed.ts';
import type { Site } from '../sims/taiga/site.ts';
import { emptyWorld, one, type SimStory, type World } from '../sims/taiga/world.ts';
import { type BoardHand, type BoardSide, straight, type Travel } from './board-side.ts';
import { taigaFar } from './far-sides.ts';
import type { View } from './views.ts';
import { type BoardPlace, unmarked } from './wekan-side.ts';

const hour = 3_600_000;

export interface TaigaSide extends BoardSide {
  readonly connection: TaigaConnection;
  readonly world: World;
  /** How the webhooks travel that tell of the bridge's own writes. */
  echo: Travel;
}

/** A Taiga project with one old story. It tells of everything, of the bridge's own writes too (taiga.md A0.2). */
export function openTaigaSide(place: BoardPlace): TaigaSide {
  const world = emptyWorld();
  const project = seed(world);
  const outbox: Hook[] = [];
  const toldGone = new Set<string>();
  const said = new Map<string, { readonly text: string; readonly by: number | null }>();
  const front = `http://${place.host}`;
  const site: Site = {
    ...{ world, front, celery: true, privateTargets: true, now: place.now },
    lifetimes: { access: 24 * hour, refresh: 8 * 24 * hour },
    between: () => undefined,
    raise: (_project, hook) => void outbox.push(structuredClone(hook)),
  };
  const named = (name: string) => one(world.users, ({ username }) => username === name, name);
  const statuses = world.statuses.filter(({ of, project: its }) => of === 'userstory' && its === project.id);
  const columns = statuses.map(({ name }) => name);
  const columnId = (name: string) => String(one(statuses, (status) => status.name === name, name).id);
  const self = named('cardwire');
  const bob = named('bob').id;
  createStory(site, project, named('ann').id, { subject: `${place.sign} old card` });
  outbox.length = 0;

  const idsByNumber = new Map<string, string>();
  const stories = () => world.stories.filter(({ project: its }) => its === project.id);
  const storyOf = (id: string) => stories().find((story) => String(story.id) === id);
  const entriesOf = (id: string) =>
    world.entries.filter(
      ({ item, itemId, comment }) => item === 'userstory' && String(itemId) === id && comment !== '',
    );

  /** Sends what has been raised, each signed with the key that the address has now. */
  async function flush(travel: Travel): Promise<void> {
    for (const hook of outbox.splice(0)) {
      const { id: card = '' } = (hook.data ?? {}) as { readonly id?: number };
      if (hook.action === 'delete' && hook.type === 'userstory') toldGone.add(String(card));
      const { comment = '' } = (hook.change ?? {}) as { readonly comment?: string };
      const { id: by = null } = (hook.by ?? {}) as { readonly id?: number };
      if (comment !== '') said.set(`${card} ${Date.parse(hook.date)}`, { text: comment, by });
      const { path, secret } = place.webhook();
      const body = pythonJson(hook);
      const signature = createHmac('sha1', secret).update(body).digest('hex');
      const headers = { 'x-taiga-webhook-signature': signature };
      await place.carrier.carry({ card: String(card), path, headers, body }, travel);
    }
  }

  function viewOf(story: SimStory): View {
    const everyone = story.assignedTo === null ? [] : [story.assignedTo];
    const people = [...new Set([...everyone, ...story.assignedUsers])].map((id) => {
      const { username = '', fullName } = world.users.find((user) => user.id === id) ?? {};
      return displayNameOf(place.team(), 'taiga', username, fullName);
    });
    const column = statuses.find(({ id }) => id === story.status);
    return {
      state: column?.isArchived ? 'archived' : 'open',
      title: `#${story.ref} ${story.subject}`,
      column: column?.name ?? '?',
      people: people.join(', '),
      labels: story.tags.join(', '),
    };
  }

  const side: TaigaSide = {
    connection: {
      ...{ product: 'taiga', id: 'main', generation: 1, url: front, api: front, private: true },
      ...{ user: self.username, password: self.password, self: String(self.id) },
      ...{ board: String(project.id), slug: project.slug },
      ...{ intake: columnId('New'), done: columnId('Done'), archive: columnId('Archived') },
    },
    ...{
      world,
      columns,
      echo: straight,
      refused: place.carrier.refused,
      lost: place.carrier.lost,
      found: place.carrier.found,
    },
    far: taigaFar(place.host, site, createHooks(world), () => void flush(side.echo)),
    cards: () =>
      stories().map((story) => {
        idsByNumber.set(String(story.ref), String(story.id));
        return { id: String(story.id), number: story.ref, view: viewOf(story) };
      }),
    idOf: (link) => idsByNumber.get(link.split('/').at(-1) ?? '') ?? '',
    isAssigned: (id) => storyOf(id)?.assignedUsers.includes(bob) ?? false,
    texts: (id) => ({
      description: unmarked(storyOf(id)?.description ?? ''),
      comments: entriesOf(id).map(({ comment }) => unmarked(comment)),
    }),
    fileName: (name) => filePath({ id: 0, name }).split('/').at(-1) ?? '',
    filesOn: (id) =>
      world.attachments.flatMap(({ objectId, name }) => (String(objectId) === id ? [name] : [])),
    saidOn: (id) => entriesOf(id).flatMap(({ comment, user }) => (user === self.id ? [] : [comment])),
    commentOf: ({ card, happened, comment }) => {
      const found = entriesOf(card).find(({ id }) => id === comment);
      const told = found ? { text: found.comment, by: found.user } : said.get(`${card} ${happened}`);
      return storyOf(card) && told?.by !== self.id ? told?.text : undefined;
    },
    made: () => [
      ...stories().map(({ externalReference }) => externalReference?.[1] ?? ''),
      ...stories().flatMap(({ id }) => entriesOf(String(id)).map(({ comment }) => comment)),
    ],
    everything: () => [world.stories, world.entries],
    person: (name, travel = straight) => handOf(createPerson(site, () => flush(travel), name)),
  };
  return side;

  function handOf(person: SimPerson): BoardHand {
    const isArchived = (id: string) => columns.indexOf('Archived') === columnPlace(id);
    const columnPlace = (id: string) => statuses.findIndex((status) => status.id === storyOf(id)?.status);
    return {
      create: (title, column) => person.createCard({ title, column: columns[column] ?? '' }),
      move: (id, column) => person.moveCard(Number(id), columns[column] ?? ''),
      comment: (id, text) => person.comment(Number(id), text),
      rename: (id, title) => person.rename(Number(id), title),
      assign: (id) =>
        side.isAssigned(id) ? person.unassign(Number(id), 'bob') : person.assign(Number(id), 'bob'),
      label: (id) =>
        storyOf(id)?.tags.includes('urgent')
          ? person.unlabel(Number(id), 'urgent')
          : person.label(Number(id), 'urgent'),
      archive: (id) => person.moveCard(Number(id), isArchived(id) ? 'New' : 'Archived'),
      attach: (id, file) => person.attachment(Number(id), file),
      remove: async (id) => {
        await person.delete(Number(id));
        // A real Taiga tells nothing of a deletion when the card's place had been shifted since its last history entry.
        if (!toldGone.has(id)) place.carrier.neverSent(id);
      },
    };
  }
}
