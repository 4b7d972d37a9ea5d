import type { CardFace, Happening, Missed } from '../../schemas/delivery.ts';
import { editParts } from '../../schemas/event.ts';
import { type Say, say } from '../domain/say.ts';
import type { TextKey } from '../texts/en.ts';
import { quote } from './quote.ts';
import type { Speaker } from './speaker.ts';

type Step = NonNullable<Missed['step']>;

/**
 * All that was missed of a card, summed up in one line, with the comments that are worth quoting below it: in Markdown that the channel's
 * escaping has made harmless. Who did what is not known, but for comments.
 */
export function tellMissed(happening: Happening, face: CardFace, speaker: Speaker): string {
  const all: readonly Missed[] = [happening, ...(happening.also ?? [])];
  const looks = all
    .filter(({ kind }) => kind !== 'comment')
    .map((each) => speaker.say(changed(each, face, speaker)));
  const comments = all.filter(({ kind }) => kind === 'comment');
  const counted = [...Map.groupBy(comments, ({ step = 'added' }) => step).entries()].map(([step, some]) =>
    speaker.say(counting(step, some)),
  );
  const line = `${speaker.say(say('missed'))} ${[...looks, ...counted].join(', ')}`;
  return [line, ...comments.flatMap((each) => quoted(each, speaker))].join('\n');
}

/** How many comments something was done to: the text for one, and the one for more. */
const countedBy: Readonly<Partial<Record<Step, { readonly one: TextKey; readonly more: TextKey }>>> = {
  edited: { one: 'missed-comment-edited', more: 'missed-comments-edited' },
  removed: { one: 'missed-comment-removed', more: 'missed-comments-removed' },
};

function counting(step: Step, comments: readonly Missed[]): Say {
  const count = comments.reduce((sum, each) => sum + (each.count ?? 1), 0);
  const { one, more } = countedBy[step] ?? { one: 'missed-comment', more: 'missed-comments' };
  return { key: count === 1 ? one : more, values: { count } };
}

function quoted({ comment, who, subject }: Missed, speaker: Speaker): readonly string[] {
  if (!comment) return [];
  const text = quote(comment, speaker);
  if (subject !== undefined) {
    const author = who ?? speaker.plain(say('somebody'));
    return [speaker.say(say('told-comment-on', { who: author, subject })), text];
  }
  return who === undefined ? [text] : [speaker.say(say('told-comment', { who })), text];
}

function changed(missed: Missed, face: CardFace, speaker: Speaker): Say {
  const { kind, step, subject = '', from, to } = missed;
  const target = to ?? face.column;
  switch (kind) {
    case 'create':
      return say('missed-create', { to: target });
    case 'move':
      return from === undefined
        ? say('missed-move-to', { to: target })
        : say('missed-move', { from, to: target });
    case 'assign':
      return say(step === 'removed' ? 'missed-unassign' : 'missed-assign', { subject });
    case 'label':
      return say(step === 'removed' ? 'missed-unlabel' : 'missed-label', { subject });
    case 'due':
      if (step === 'removed' || face.due === undefined) return say('missed-due-removed');
      return say('missed-due', { due: new Date(face.due) });
    case 'archive':
      return say('missed-archive');
    case 'restore':
      return say('missed-restore');
    case 'delete':
      return say('missed-delete');
    default:
      return detail(missed, face, speaker);
  }
}

/** The text of each part of a card that an edit can be about. */
const edited: Readonly<Record<(typeof editParts)[number], TextKey>> = {
  title: 'missed-rename',
  description: 'missed-describe',
  blocked: 'missed-block',
  unblocked: 'missed-unblock',
  points: 'missed-points',
  sprint: 'missed-sprint',
  epic: 'missed-epic',
};

type Details = Partial<Readonly<Record<Step, TextKey>>>;

const onChecklist: Details = {
  added: 'missed-check-added',
  edited: 'missed-check-edited',
  removed: 'missed-check-removed',
  ticked: 'missed-check-ticked',
  unticked: 'missed-check-unticked',
};

const onFiles: Details = { added: 'missed-attach', removed: 'missed-attach-removed' };

/** What is done to what a message does not show. What is gone has no name any more. */
function detail(
  { kind, step = 'added', subject, count }: Missed,
  { title }: CardFace,
  speaker: Speaker,
): Say {
  if (kind === 'edit') {
    const part = editParts.find((each) => each === subject);
    return { key: part ? edited[part] : 'missed-edit', values: { title } };
  }
  const isChecklist = kind === 'checklist';
  if (step === 'removed' && count !== undefined)
    return say(isChecklist ? 'missed-steps-removed' : 'missed-files-removed', { count });
  const key = (isChecklist ? onChecklist : onFiles)[step] ?? 'missed-edit';
  return { key, values: { subject: subject ?? speaker.plain(say('something')) } };
}
