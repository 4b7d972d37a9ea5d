import { htmlOf, userPayload } from './payload.ts';
import { projectOf, type Site, statusOf } from './site.ts';
import type { SimItem, SimProject, SimStatus, SimUser, World } from './world.ts';

/** What REST shows of things. Only what a caller may rely on is here; the real answers have more. */

export function userView(user: SimUser) {
  const { id, username, fullName } = user;
  const full_name_display = fullName === '' ? username : fullName;
  return {
    id,
    username,
    full_name: fullName,
    full_name_display,
    is_active: user.active,
    photo: null,
    bio: '',
  };
}

/** A2.4: archived and with a limit for stories only. */
export function statusView({ of, isArchived, isClosed, ...status }: SimStatus) {
  return {
    ...status,
    is_closed: isClosed,
    ...(of === 'userstory' ? { is_archived: isArchived, wip_limit: null } : {}),
  };
}

export function statusesOf(world: World, of: SimStatus['of'], project?: number) {
  return world.statuses
    .filter((status) => status.of === of && (project === undefined || status.project === project))
    .sort((a, b) => a.order - b.order);
}

/** A2.4: everything about a project in one answer; members without their mail addresses. */
export function projectView(world: World, project: SimProject, user: SimUser | undefined) {
  const mine = project.memberships.find(({ userId }) => userId === user?.id);
  return {
    id: project.id,
    name: project.name,
    slug: project.slug,
    is_private: project.private,
    blocked_code: project.blockedCode,
    archived_code: project.archivedCode,
    i_am_member: mine !== undefined,
    i_am_admin: mine?.isAdmin ?? false,
    my_permissions: mine?.permissions ?? [],
    members: project.memberships.map(({ userId, role }) => {
      const person = world.users.find(({ id }) => id === userId);
      return { ...(person && userView(person)), role_name: role };
    }),
    us_statuses: statusesOf(world, 'userstory', project.id).map(statusView),
    task_statuses: statusesOf(world, 'task', project.id).map(statusView),
    default_us_status: project.defaultStatus,
    default_task_status: project.defaultTaskStatus,
    userstory_custom_attributes: project.customAttributes,
    milestones: project.milestones,
    tags: Object.keys(project.tagsColors),
    tags_colors: project.tagsColors,
    swimlanes: [],
    default_swimlane: null,
  };
}

/** A2.5: a row of a list; it has neither description nor custom attributes. */
export function itemRow(site: Site, item: SimItem) {
  const { world } = site;
  const project = projectOf(world, item.project);
  const status = statusOf(world, item.status);
  const common = {
    id: item.id,
    ref: item.ref,
    version: item.version,
    project: project.id,
    project_extra_info: { id: project.id, name: project.name, slug: project.slug },
    subject: item.subject,
    status: status.id,
    status_extra_info: { name: status.name, color: status.color, is_closed: status.isClosed },
    assigned_to: item.assignedTo,
    assigned_to_extra_info: extra(site, item.assignedTo),
    owner: item.owner,
    owner_extra_info: extra(site, item.owner),
    tags: item.tags.map((tag) => [tag, project.tagsColors[tag] ?? null]),
    watchers: item.watchers,
    due_date: item.dueDate,
    is_blocked: item.isBlocked,
    blocked_note: item.blockedNote,
    external_reference: item.externalReference,
    milestone: item.milestone,
    created_date: item.createdAt,
    modified_date: item.modifiedAt,
  };
  if (item.kind === 'task') {
    return { ...common, user_story: item.story, is_closed: status.isClosed, finished_date: item.finishedAt };
  }
  return {
    ...common,
    assigned_users: item.assignedUsers,
    is_closed: item.isClosed,
    finish_date: item.finishedAt,
    kanban_order: item.kanbanOrder,
    points: item.points,
    // What taiga-back's rows have besides: the epics that a story is linked to.
    epics: item.epics.length === 0 ? null : item.epics.map((id) => ({ id })),
    swimlane: null,
    total_attachments: world.attachments.filter(({ objectId }) => objectId === item.id).length,
  };
}

export function itemView(site: Site, item: SimItem) {
  return {
    ...itemRow(site, item),
    description: item.description,
    description_html: htmlOf(item.description),
    // A2.8: the item, never the comment's id.
    comment: '',
  };
}

function extra(site: Site, id: number | null) {
  const user = userPayload(site, id);
  if (!user) return null;
  const { username, full_name: full_name_display, photo, gravatar_id } = user;
  return { id, username, full_name_display, photo, big_photo: null, gravatar_id, is_active: true };
}
