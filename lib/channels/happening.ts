import type { CardFace, Happening } from '../../schemas/delivery.ts';
import { editParts } from '../../schemas/event.ts';
import { type Say, say } from '../domain/say.ts';
import type { TextKey } from '../texts/en.ts';
import { cut } from './cut.ts';
import { tellMissed } from './missed.ts';
import { quote } from './quote.ts';
import type { Speaker } from './speaker.ts';

type Step = NonNullable<Happening['step']>;
type Told = Partial<Readonly<Record<Step, TextKey>>> & { readonly any: TextKey };

/** The text of each kind, by step where steps differ. */
const told: Readonly<Record<Exclude<Happening['kind'], 'move' | 'edit' | 'due'>, Told>> = {
  create: { any: 'told-create' },
  comment: {
    any: 'told-comment',
    edited: 'told-comment-edited',
    removed: 'told-comment-removed',
    restored: 'told-comment-restored',
  },
  assign: { any: 'told-assign', removed: 'told-unassign' },
  label: { any: 'told-label', removed: 'told-unlabel' },
  checklist: {
    any: 'told-check-added',
    edited: 'told-check-edited',
    removed: 'told-check-removed',
    ticked: 'told-check-ticked',
    unticked: 'told-check-unticked',
  },
  attachment: { any: 'told-attach', edited: 'told-attach-edited', removed: 'told-attach-removed' },
  archive: { any: 'told-archive' },
  restore: { any: 'told-restore' },
  delete: { any: 'told-delete' },
};

/** The text of what is done to a comment that stands on a step of the card. */
const onStep: Told = {
  any: 'told-comment-on',
  edited: 'told-comment-on-edited',
  removed: 'told-comment-on-removed',
  restored: 'told-comment-on-restored',
};

/** The text of each part of a card that an edit can be about. */
const edited: Readonly<Record<(typeof editParts)[number], TextKey>> = {
  title: 'told-rename',
  description: 'told-describe',
  blocked: 'told-block',
  unblocked: 'told-unblock',
  points: 'told-points',
  sprint: 'told-sprint',
  epic: 'told-epic',
};

/** One happening in one line, a comment quoted under it, in Markdown that the channel's escaping has made harmless. */
export function tell(happening: Happening, face: CardFace, speaker: Speaker): string {
  if (happening.caughtUp) return tellMissed(happening, face, speaker);
  const line = speaker.say(lineOf(happening, face, speaker));
  const { kind, step, comment } = happening;
  if (kind !== 'comment' || step === 'removed' || !comment) return line;
  return `${line}\n${quote(comment, speaker)}`;
}

/** Several happenings as one message, below the lines `above`; what is too long is cut, with the card's link to the rest. */
export function tellAll(
  happenings: readonly Happening[],
  face: CardFace,
  speaker: Speaker,
  { limit, above = [] }: { readonly limit: number; readonly above?: readonly string[] },
): string {
  const lines = happenings.map((happening) => tell(happening, face, speaker));
  const more = `…\n${speaker.say(say('cut-more', { url: face.url }))}`;
  return cut([...above, ...lines].join('\n'), limit, more);
}

function lineOf(happening: Happening, face: CardFace, speaker: Speaker): Say {
  const { kind, step = 'added', from, to = face.column } = happening;
  const who = happening.who ?? speaker.plain(say('somebody'));
  const subject = happening.subject ?? speaker.plain(say('something'));
  switch (kind) {
    case 'move':
      return from === undefined ? say('told-move-to', { who, to }) : say('told-move', { who, from, to });
    case 'edit':
      return { key: editKey(happening.subject), values: { who, subject, title: face.title } };
    case 'due':
      if (step === 'removed' || face.due === undefined) return say('told-due-removed', { who });
      return say('told-due', { who, due: new Date(face.due) });
    default: {
      const texts = kind === 'comment' && happening.subject !== undefined ? onStep : told[kind];
      return { key: texts[step] ?? texts.any, values: { who, subject } };
    }
  }
}

/** A part of the card, or a field that people named themselves, or nobody said what. */
function editKey(subject: string | undefined): TextKey {
  if (subject === undefined) return 'told-edit';
  const part = editParts.find((each) => each === subject);
  return part ? edited[part] : 'told-edit-field';
}
