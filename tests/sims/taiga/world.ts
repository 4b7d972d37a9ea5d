/** What the fake Taiga knows. Plain data: a test may read and change it at any time. Ids are numbers, moments ISO 8601. */

export interface SimUser {
  readonly id: number;
  readonly username: string;
  fullName: string;
  email: string;
  password: string;
  active: boolean;
}

export interface SimMembership {
  readonly userId: number;
  role: string;
  isAdmin: boolean;
  /** A2.14: names such as `view_us`, `modify_us`, `comment_us`. */
  permissions: string[];
}

/** A column of stories, or a state of tasks. */
export interface SimStatus {
  readonly id: number;
  readonly project: number;
  readonly of: 'userstory' | 'task';
  name: string;
  slug: string;
  color: string;
  order: number;
  isClosed: boolean;
  isArchived: boolean;
}

export interface SimProject {
  readonly id: number;
  readonly slug: string;
  name: string;
  private: boolean;
  memberships: SimMembership[];
  defaultStatus: number;
  defaultTaskStatus: number;
  tagsColors: Record<string, string | null>;
  customAttributes: { readonly id: number; name: string; type: string }[];
  milestones: { readonly id: number; name: string }[];
  /** A2.2: a blocked project answers 451, an archived one 403. */
  blockedCode: string | null;
  archivedCode: string | null;
  nextRef: number;
}

/** What stories and tasks have in common. */
interface SimItemBase {
  readonly id: number;
  project: number;
  readonly ref: number;
  subject: string;
  description: string;
  status: number;
  owner: number;
  assignedTo: number | null;
  watchers: number[];
  tags: string[];
  /** `YYYY-MM-DD`. */
  dueDate: string | null;
  isBlocked: boolean;
  blockedNote: string;
  externalReference: string[] | null;
  milestone: number | null;
  version: number;
  createdAt: string;
  modifiedAt: string;
  finishedAt: string | null;
}

export interface SimStory extends SimItemBase {
  readonly kind: 'userstory';
  assignedUsers: number[];
  /** A2.6: not the column's; kept by the server, silently. */
  isClosed: boolean;
  kanbanOrder: number;
  points: Record<string, string>;
  /** Ids of the epics it belongs to. */
  epics: number[];
  /** A2.9: by the attribute's id as text; with a version of its own. */
  attributes: Record<string, unknown>;
  attributesVersion: number;
}

export interface SimTask extends SimItemBase {
  readonly kind: 'task';
  story: number | null;
}

export type SimItem = SimStory | SimTask;

export interface SimAttachment {
  readonly id: number;
  readonly item: SimItem['kind'];
  readonly objectId: number;
  readonly project: number;
  readonly name: string;
  readonly size: number;
  readonly owner: number;
  description: string;
  readonly createdAt: string;
}

export interface SimCommentVersion {
  readonly date: string;
  readonly comment: string;
  readonly comment_html: string;
  /** Who edited: the account that called, not the author. */
  readonly user: { readonly id: number };
}

/** One entry of an item's history: what changed, what was said, or both. */
export interface SimEntry {
  readonly id: string;
  readonly item: SimItem['kind'];
  readonly itemId: number;
  readonly type: 'change' | 'create' | 'delete';
  /** The author, for good: A1.5, an edit or a deletion by somebody else changes nothing here. */
  readonly user: number | null;
  readonly createdAt: string;
  comment: string;
  /** Raw values by field: what versions are judged against (A2.3). */
  readonly diff: Readonly<Record<string, unknown>>;
  /** What people are shown: the webhook's `change.diff`. */
  readonly shown: Readonly<Record<string, unknown>>;
  deletedAt: string | null;
  deletedBy: number | null;
  editedAt: string | null;
  versions: SimCommentVersion[] | null;
  /** A1.5: pure reordering is hidden and causes no webhook. */
  readonly hidden: boolean;
}

export interface SimWebhook {
  readonly id: number;
  readonly project: number;
  name: string;
  url: string;
  key: string;
}

export interface SimToken {
  readonly token: string;
  readonly kind: 'access' | 'refresh' | 'application';
  readonly userId: number;
  /** Epoch milliseconds; an application's token has none (A2.1). */
  expires: number | null;
  /** A refresh token that was used is denied from then on. */
  denied: boolean;
}

export interface World {
  users: SimUser[];
  tokens: SimToken[];
  applications: { readonly id: string; name: string }[];
  authCodes: { readonly code: string; readonly application: string; readonly userId: number }[];
  projects: SimProject[];
  statuses: SimStatus[];
  stories: SimStory[];
  tasks: SimTask[];
  attachments: SimAttachment[];
  entries: SimEntry[];
  webhooks: SimWebhook[];
  /** The state each item had when its history was last written: what the next entry's diff is taken against. */
  frozen: Map<string, Readonly<Record<string, unknown>>>;
  lastId: number;
  lastMoment: number;
}

export function emptyWorld(): World {
  return {
    users: [],
    tokens: [],
    applications: [],
    authCodes: [],
    projects: [],
    statuses: [],
    stories: [],
    tasks: [],
    attachments: [],
    entries: [],
    webhooks: [],
    frozen: new Map(),
    lastId: 0,
    lastMoment: 0,
  };
}

/** Ids count up over everything, so that no test can take one kind's id for another's by luck. */
export function nextId(world: World): number {
  world.lastId += 1;
  return world.lastId;
}

/** The moment, never the same millisecond twice: webhooks are told apart by it. */
export function moment(world: World, now: number): string {
  world.lastMoment = Math.max(now, world.lastMoment + 1);
  return new Date(world.lastMoment).toISOString();
}

/** The element that fits. A test that names something the world does not have is wrong. */
export function one<T>(all: readonly T[], fits: (element: T) => boolean, what: string): T {
  const found = all.find(fits);
  if (!found) throw new Error(`the fake Taiga has no ${what}`);
  return found;
}
