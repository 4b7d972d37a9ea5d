import type { CardFace, Happening } from '../../schemas/delivery.ts';
import { type Say, say } from '../domain/say.ts';
import { quote } from './quote.ts';
import type { Speaker } from './speaker.ts';

type Missed = NonNullable<Happening['also']>[number];

/**
 * All that was missed of a card, summed up in one line, with the comments that are worth quoting below it: in Markdown that the channel's
 * escaping has made harmless. Who did what is not known, but for comments.
 */
export function tellMissed(happening: Happening, face: CardFace, speaker: Speaker): string {
  const all: readonly Missed[] = [happening, ...(happening.also ?? [])];
  const looks = all.filter(({ kind }) => kind !== 'comment').map((each) => speaker.say(changed(each, face)));
  const comments = all.filter(({ kind }) => kind === 'comment');
  const count = comments.reduce((sum, each) => sum + (each.count ?? 1), 0);
  const counted =
    count === 0 ? [] : [speaker.say(count === 1 ? say('missed-comment') : say('missed-comments', { count }))];
  const line = `${speaker.say(say('missed'))} ${[...looks, ...counted].join(', ')}`;
  return [line, ...comments.flatMap((each) => quoted(each, speaker))].join('\n');
}

function quoted({ comment, who }: Missed, speaker: Speaker): readonly string[] {
  if (!comment) return [];
  const text = quote(comment, speaker);
  return who === undefined ? [text] : [speaker.say(say('told-comment', { who })), text];
}

function changed({ kind, step, subject = '', from, to }: Missed, face: CardFace): Say {
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
      return subject === 'title' ? say('missed-rename', { title: face.title }) : say('missed-edit');
  }
}
