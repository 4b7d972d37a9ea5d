import { deleteComment, editComment, restoreComment } from './comments.ts';
import { drag } from './drag.ts';
import { recordChange } from './history.ts';
import { change, createStory, createTask, remove, type StoryFields } from './items.ts';
import { projectOf, type Site, stamp } from './site.ts';
import {
  nextId,
  one,
  type SimEntry,
  type SimItem,
  type SimStatus,
  type SimStory,
  type SimTask,
} from './world.ts';

/**
 * What a person does in Taiga's own pages. Each is resolved when stored and when every webhook it caused was answered. Columns and
 * states are named by their names, people by username.
 */
export interface SimPerson {
  createCard(card: {
    title: string;
    column?: string;
    description?: string;
    project?: number;
  }): Promise<SimStory>;
  /** A drag on the board: no version is asked for and none is bumped (A0.5). */
  moveCard(card: number, column: string): Promise<void>;
  /** Several fields at once, and a comment: one webhook. */
  change(card: number, fields: StoryFields, comment?: string): Promise<void>;
  rename(card: number, title: string): Promise<void>;
  describe(card: number, description: string): Promise<void>;
  /** `YYYY-MM-DD`; undefined takes the date away. */
  due(card: number, date: string | undefined): Promise<void>;
  assign(card: number, username: string): Promise<void>;
  unassign(card: number, username: string): Promise<void>;
  label(card: number, tag: string): Promise<void>;
  unlabel(card: number, tag: string): Promise<void>;
  block(card: number, note: string): Promise<void>;
  unblock(card: number): Promise<void>;
  attachment(card: number, fileName: string): Promise<void>;
  delete(card: number): Promise<void>;
  comment(item: number, text: string): Promise<SimEntry>;
  /** The author or a project administrator; told in the author's name (A0.3). */
  editComment(entry: string, text: string): Promise<void>;
  deleteComment(entry: string): Promise<void>;
  restoreComment(entry: string): Promise<void>;
  addTask(card: number, subject: string): Promise<SimTask>;
  /** By the task's subject. */
  removeTask(card: number, subject: string): Promise<void>;
  /** By the task's subject. */
  tick(card: number, subject: string): Promise<void>;
  untick(card: number, subject: string): Promise<void>;
  setTask(card: number, subject: string, state: string): Promise<void>;
  /** A2.4: fires nothing. */
  renameColumn(column: string, name: string): Promise<void>;
}

/** Makes the hands of one person, by username. */
export function createPerson(site: Site, flush: () => Promise<void>, username: string): SimPerson {
  const { world } = site;
  const { id: me } = one(world.users, (user) => user.username === username, `user ${username}`);
  const card = (id: number) => one(world.stories, (story) => story.id === id, `story ${id}`);
  const userId = (name: string) => one(world.users, (user) => user.username === name, `user ${name}`).id;
  const entry = (id: string) => {
    const found = one(world.entries, (each) => each.id === id, `comment ${id}`);
    const item = one(items(), ({ kind, id: at }) => kind === found.item && at === found.itemId, 'such item');
    return { entry: found, item };
  };
  const items = (): readonly SimItem[] => [...world.stories, ...world.tasks];
  const task = (story: number, subject: string) =>
    one(world.tasks, (each) => each.story === story && each.subject === subject, `task ${subject}`);

  async function does(work: () => void): Promise<void> {
    work();
    await flush();
  }
  /** A form of the pages: sends the version it has seen, which is the current one. */
  const edit = (item: SimItem, fields: StoryFields, comment = '') =>
    does(() => {
      item.version += 1;
      change(site, item, me, fields, comment);
    });
  const setTask = (story: number, subject: string, state: string) => {
    const item = task(story, subject);
    return edit(item, { status: statusNamed(site, item.project, 'task', state).id });
  };

  return {
    createCard: async ({ title, column, description = '', project = homeOf(site) }) => {
      const at = projectOf(world, project);
      const status =
        column === undefined ? {} : { status: statusNamed(site, project, 'userstory', column).id };
      const story = createStory(site, at, me, { subject: title, description, ...status });
      await flush();
      return story;
    },
    moveCard: (id, column) => {
      const story = card(id);
      const { id: status } = statusNamed(site, story.project, 'userstory', column);
      return does(() => drag(site, [story], status, me));
    },
    change: (id, fields, comment) => edit(card(id), fields, comment),
    rename: (id, subject) => edit(card(id), { subject }),
    describe: (id, description) => edit(card(id), { description }),
    due: (id, date) => edit(card(id), { dueDate: date ?? null }),
    assign: (id, name) => {
      const { assignedTo, assignedUsers } = card(id);
      const users = [...new Set([...assignedUsers, userId(name)])];
      return edit(card(id), { assignedTo: assignedTo ?? userId(name), assignedUsers: users });
    },
    unassign: (id, name) => {
      const users = card(id).assignedUsers.filter((other) => other !== userId(name));
      return edit(card(id), { assignedTo: users[0] ?? null, assignedUsers: users });
    },
    label: (id, tag) => edit(card(id), { tags: [...card(id).tags, tag] }),
    unlabel: (id, tag) => edit(card(id), { tags: card(id).tags.filter((other) => other !== tag) }),
    block: (id, blockedNote) => edit(card(id), { isBlocked: true, blockedNote }),
    unblock: (id) => edit(card(id), { isBlocked: false, blockedNote: '' }),
    attachment: (id, name) =>
      does(() => {
        const { project } = card(id);
        const file = { item: 'userstory', objectId: id, project, name, size: 1, owner: me } as const;
        const rest = { id: nextId(world), description: '', createdAt: stamp(site) };
        world.attachments.push({ ...file, ...rest });
        recordChange(site, card(id), me);
      }),
    delete: (id) => does(() => remove(site, card(id), me)),
    comment: async (id, text) => {
      await edit(
        one(items(), (each) => each.id === id, `item ${id}`),
        {},
        text,
      );
      return one(
        [...world.entries].reverse(),
        ({ itemId, comment }) => itemId === id && comment === text,
        'entry',
      );
    },
    editComment: (id, text) => does(() => editComment(site, entry(id).item, entry(id).entry, me, text)),
    deleteComment: (id) => does(() => deleteComment(site, entry(id).item, entry(id).entry, me)),
    restoreComment: (id) => does(() => restoreComment(site, entry(id).item, entry(id).entry)),
    addTask: async (id, subject) => {
      const made = createTask(site, projectOf(world, card(id).project), me, { subject, story: id });
      await flush();
      return made;
    },
    removeTask: (id, subject) => does(() => remove(site, task(id, subject), me)),
    tick: (id, subject) => setTask(id, subject, 'Closed'),
    untick: (id, subject) => setTask(id, subject, 'New'),
    setTask,
    renameColumn: async (column, name) => {
      statusNamed(site, homeOf(site), 'userstory', column).name = name;
    },
  };
}

/** The project the world starts with is the last one that was seeded, called Ops. */
function homeOf({ world }: Site): number {
  return one(world.projects, ({ slug }) => slug === 'ops', 'project ops').id;
}

function statusNamed({ world }: Site, project: number, of: SimStatus['of'], name: string): SimStatus {
  const fits = (status: SimStatus) => status.project === project && status.of === of && status.name === name;
  return one(world.statuses, fits, `status ${name}`);
}
