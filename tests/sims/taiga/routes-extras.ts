import { mayWrite, sees } from './access.ts';
import { badRequest, badVersion, created, gone, invalid, notFound, ok } from './answers.ts';
import { filePath } from './file-path.ts';
import { recordChange } from './history.ts';
import { numberIn, route, type SimCall, type SimRoute } from './route.ts';
import { projectIn, storyOf } from './routes-stories.ts';
import { taskOf } from './routes-tasks.ts';
import { projectOf, type Site, stamp } from './site.ts';
import { startsWord } from './story-filters.ts';
import { itemRow } from './views.ts';
import { nextId, type SimAttachment } from './world.ts';

/** A2.10: the address ends with a mark that is not part of it. */
function fileView({ front }: Site, file: SimAttachment) {
  const { id, name, size, owner, project, objectId: object_id, description, createdAt } = file;
  const attached_file = filePath(file);
  const url = `${front}/media/${attached_file}#_taiga-refresh=${file.item}:${object_id}`;
  return {
    id,
    name,
    size,
    owner,
    project,
    object_id,
    description,
    attached_file,
    url,
    created_date: createdAt,
  };
}

function attachmentRoutes(path: string, item: SimAttachment['item']): readonly SimRoute[] {
  const itemOf = (call: SimCall, id: unknown) => (item === 'task' ? taskOf(call, id) : storyOf(call, id));
  return [
    route('GET', path, (call) => {
      const { id } = itemOf(call, call.query.get('object_id'));
      const files = call.site.world.attachments.filter((file) => file.item === item && file.objectId === id);
      return ok(files.map((file) => fileView(call.site, file)));
    }),
    route('POST', path, (call) => {
      const { site, body, files } = call;
      // A2.10: multipart only.
      const file = files.attached_file;
      if (!file) throw invalid('attached_file', 'This field is required.');
      const target = [...site.world.stories, ...site.world.tasks].find(
        ({ id, kind }) => id === Number(body.object_id) && kind === item,
      );
      if (!target || target.project !== Number(body.project))
        throw badRequest("Object id issue doesn't exist");
      const user = mayWrite(projectOf(site.world, target.project), call.user, 'modify_us');
      const attachment: SimAttachment = {
        id: nextId(site.world),
        item,
        objectId: target.id,
        project: target.project,
        name: file.name,
        size: file.size,
        owner: user.id,
        description: String(body.description ?? ''),
        createdAt: stamp(site),
      };
      site.world.attachments.push(attachment);
      recordChange(site, target, user.id);
      return created(fileView(site, attachment));
    }),
    route('DELETE', `${path}/:id`, (call) => {
      const { site } = call;
      const file = site.world.attachments.find(({ id }) => id === Number(call.params.id));
      if (!file) throw notFound('Attachment');
      const target = itemOf(call, file.objectId);
      const user = mayWrite(projectOf(site.world, file.project), call.user, 'modify_us');
      site.world.attachments = site.world.attachments.filter((other) => other !== file);
      recordChange(site, target, user.id);
      return gone;
    }),
  ];
}

export const extraRoutes: readonly SimRoute[] = [
  ...attachmentRoutes('/userstories/attachments', 'userstory'),
  ...attachmentRoutes('/tasks/attachments', 'task'),

  route('GET', '/userstory-custom-attributes', ({ site, user, query }) => {
    const project = site.world.projects.find(({ id }) => id === numberIn(query, 'project'));
    return ok(project && sees(project, user) ? project.customAttributes : []);
  }),
  route('POST', '/userstory-custom-attributes', (call) => {
    const project = projectIn(call);
    const { name, type } = call.body;
    const attribute = { id: nextId(call.site.world), name: String(name), type: String(type ?? 'text') };
    project.customAttributes.push(attribute);
    return created(attribute);
  }),

  route('GET', '/userstories/custom-attributes-values/:id', (call) => {
    const { id, attributes, attributesVersion } = storyOf(call, call.params.id);
    return ok({ attributes_values: attributes, version: attributesVersion, user_story: id });
  }),
  route('PATCH', '/userstories/custom-attributes-values/:id', (call) => {
    const { site, body } = call;
    const story = storyOf(call, call.params.id);
    const project = projectOf(site.world, story.project);
    const user = mayWrite(project, call.user, 'modify_us');
    const values: Record<string, unknown> = { ...Object(body.attributes_values) };
    const known = new Set(project.customAttributes.map(({ id }) => String(id)));
    if (!Object.keys(values).every((id) => known.has(id)))
      throw invalid('attributes_values', 'It contains invalid custom fields.');
    // A2.9: any version up to the current one is taken, and what is sent replaces all there was.
    const version = Number(body.version);
    if (!Number.isInteger(version) || version < 0 || version > story.attributesVersion)
      throw badVersion('The version parameter is not valid');
    story.attributes = values;
    story.attributesVersion += 1;
    recordChange(site, story, user.id);
    return ok({ attributes_values: values, version: story.attributesVersion, user_story: story.id });
  }),

  route('GET', '/search', (call) => {
    const { site, user, query } = call;
    const project = site.world.projects.find(({ id }) => id === numberIn(query, 'project'));
    // A2.12: needs a project; by the beginnings of words.
    if (!project || !sees(project, user)) throw notFound('Project');
    const text = query.get('text') ?? '';
    const fits = (item: { project: number; ref: number; subject: string; description: string }) =>
      item.project === project.id && startsWord(`${item.ref} ${item.subject} ${item.description}`, text);
    const userstories = site.world.stories.filter(fits).map((story) => itemRow(site, story));
    const tasks = site.world.tasks.filter(fits).map((task) => itemRow(site, task));
    const count = userstories.length + tasks.length;
    return ok({ epics: [], userstories, tasks, issues: [], wikipages: [], count });
  }),
];
