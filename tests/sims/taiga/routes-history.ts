import { membershipOf, requireUser } from './access.ts';
import { badRequest, forbidden, notFound, ok } from './answers.ts';
import { deleteComment, editComment, restoreComment } from './comments.ts';
import { entriesOf } from './history.ts';
import { paged } from './paging.ts';
import { htmlOf } from './payload.ts';
import { route, type SimCall, type SimRoute } from './route.ts';
import { storyOf } from './routes-stories.ts';
import { taskOf } from './routes-tasks.ts';
import { projectOf } from './site.ts';
import type { SimEntry, SimItem } from './world.ts';

function itemOf(call: SimCall): SimItem {
  const { kind, id } = call.params;
  if (kind === 'userstory') return storyOf(call, id);
  if (kind === 'task') return taskOf(call, id);
  throw notFound();
}

/** A2.8: the one place where a comment has an id. */
function entryView({ site }: SimCall, item: SimItem, entry: SimEntry) {
  const user = site.world.users.find(({ id }) => id === entry.user);
  const remover = site.world.users.find(({ id }) => id === entry.deletedBy);
  return {
    id: entry.id,
    user: user
      ? { pk: user.id, username: user.username, name: user.fullName, photo: null, is_active: user.active }
      : null,
    created_at: entry.createdAt,
    type: 1,
    key: `${item.kind === 'task' ? 'tasks.task' : 'userstories.userstory'}:${item.id}`,
    diff: entry.diff,
    values: {},
    values_diff: entry.shown,
    comment: entry.comment,
    comment_html: htmlOf(entry.comment),
    delete_comment_date: entry.deletedAt,
    delete_comment_user: remover ? { pk: remover.id, name: remover.fullName } : null,
    edit_comment_date: entry.editedAt,
    is_hidden: entry.hidden,
    is_snapshot: false,
  };
}

/** A2.8: the author or a project administrator. */
function commentIn(call: SimCall): { item: SimItem; entry: SimEntry; user: number } {
  const { id: user } = requireUser(call.user);
  const item = itemOf(call);
  const entry = entriesOf(call.site.world, item).find(({ id }) => id === call.query.get('id'));
  if (!entry) throw notFound();
  const member = membershipOf(projectOf(call.site.world, item.project), call.user);
  if (entry.user !== user && !member?.isAdmin) throw forbidden();
  return { item, entry, user };
}

const path = '/history/:kind*/:id';

export const historyRoutes: readonly SimRoute[] = [
  route('GET', path, (call) => {
    const item = itemOf(call);
    const type = call.query.get('type');
    const entries = entriesOf(call.site.world, item)
      .filter(({ hidden }) => !hidden)
      .filter(({ comment }) => type === null || (type === 'comment') === (comment !== ''))
      .map((entry) => entryView(call, item, entry));
    // A real Taiga 6.10 pages it as any list, also where no page is asked for.
    return paged(entries, call);
  }),

  route('GET', `${path}/comment_versions`, (call) => ok(commentIn(call).entry.versions ?? [])),

  route('POST', `${path}/edit_comment`, (call) => {
    const { item, entry, user } = commentIn(call);
    if (entry.deletedAt !== null) throw badRequest("deleted comments can't be edited");
    if (typeof call.body.comment !== 'string') throw badRequest('comment is required');
    editComment(call.site, item, entry, user, call.body.comment);
    return ok();
  }),
  route('POST', `${path}/delete_comment`, (call) => {
    const { item, entry, user } = commentIn(call);
    if (entry.deletedAt !== null) throw badRequest('Comment already deleted');
    deleteComment(call.site, item, entry, user);
    return ok();
  }),
  route('POST', `${path}/undelete_comment`, (call) => {
    const { item, entry } = commentIn(call);
    if (entry.deletedAt === null) throw badRequest('Comment not deleted');
    restoreComment(call.site, item, entry);
    return ok();
  }),
];
