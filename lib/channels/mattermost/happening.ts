import type { CardFace, Happening } from '../../../schemas/delivery.ts';
import { type Say, say } from '../../domain/say.ts';
import type { TextKey } from '../../texts/en.ts';
import { escapeMarkdown } from './escape.ts';
import type { Speaker } from './speak.ts';

type Step = NonNullable<Happening['step']>;

/** The text of each kind and step. A kind without steps has one for all three. */
const told: Readonly<Record<Exclude<Happening['kind'], 'move' | 'edit' | 'due'>, Record<Step, TextKey>>> = {
  create: every('told-create'),
  comment: { added: 'told-comment', edited: 'told-comment-edited', removed: 'told-comment-removed' },
  assign: { added: 'told-assign', edited: 'told-assign', removed: 'told-unassign' },
  label: { added: 'told-label', edited: 'told-label', removed: 'told-unlabel' },
  checklist: { added: 'told-check-added', edited: 'told-check-edited', removed: 'told-check-removed' },
  attachment: { added: 'told-attach', edited: 'told-attach', removed: 'told-attach-removed' },
  archive: every('told-archive'),
  restore: every('told-restore'),
  delete: every('told-delete'),
};

function every(key: TextKey): Record<Step, TextKey> {
  return { added: key, edited: key, removed: key };
}

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
      return say(told[kind][step], { who, subject });
  }
}
