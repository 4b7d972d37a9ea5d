import type { CardFace, Happening } from '../../../schemas/delivery.ts';
import { type Say, say } from '../../domain/say.ts';
import type { TextKey } from '../../texts/en.ts';
import { escapeMarkdown } from './escape.ts';
import type { Speaker } from './speak.ts';

type Step = NonNullable<Happening['step']>;
type Told = Partial<Readonly<Record<Step, TextKey>>> & { readonly any: TextKey };

/** The text of each kind, by step where steps differ. */
const told: Readonly<Record<Exclude<Happening['kind'], 'move' | 'edit' | 'due'>, Told>> = {
  create: { any: 'told-create' },
  comment: { any: 'told-comment', edited: 'told-comment-edited', removed: 'told-comment-removed' },
  assign: { any: 'told-assign', removed: 'told-unassign' },
  label: { any: 'told-label', removed: 'told-unlabel' },
  checklist: {
    any: 'told-check-added',
    removed: 'told-check-removed',
    ticked: 'told-check-ticked',
    unticked: 'told-check-unticked',
  },
  attachment: { any: 'told-attach', removed: 'told-attach-removed' },
  archive: { any: 'told-archive' },
  restore: { any: 'told-restore' },
  delete: { any: 'told-delete' },
};

/** One happening in one line, a comment quoted under it. Markdown. */
export function tell(happening: Happening, face: CardFace, speaker: Speaker): string {
  const line = speaker.say(lineOf(happening, face, speaker));
  const { kind, step, comment } = happening;
  if (kind !== 'comment' || step === 'removed' || !comment) return line;
  return `${line}\n${escapeMarkdown(comment.trim()).replaceAll(/^/gm, '> ')}`;
}

function lineOf(happening: Happening, face: CardFace, speaker: Speaker): Say {
  const { kind, step = 'added', from, to = face.column } = happening;
  const who = happening.who ?? speaker.plain(say('somebody'));
  const subject = happening.subject ?? speaker.plain(say('something'));
  switch (kind) {
    case 'move':
      return from === undefined ? say('told-move-to', { who, to }) : say('told-move', { who, from, to });
    case 'edit':
      if (happening.subject === 'title') return say('told-rename', { who, title: face.title });
      return happening.subject === 'description' ? say('told-describe', { who }) : say('told-edit', { who });
    case 'due':
      if (step === 'removed' || face.due === undefined) return say('told-due-removed', { who });
      return say('told-due', { who, due: new Date(face.due) });
    default:
      return { key: told[kind][step] ?? told[kind].any, values: { who, subject } };
  }
}
