import { type Change, editParts } from '../../../schemas/event.ts';
import type { CardDetails } from '../../domain/card-details.ts';
import { fold } from '../../domain/fold.ts';
import { subjectOf } from './compare.ts';
import { type DetailChange, type DetailKind, keyOf, thingsOf } from './things.ts';

/** What is said of details, by a webhook or by a command: `comment` is the board's own id of one, where that is known. */
export type Said = Pick<Change, 'kind' | 'step' | 'subject' | 'subjects' | 'comment'>;

/**
 * Whether this may be the change that something is said of. Webhooks do not always name what they are about (Wekan's checklists), and what is gone has
 * no name any more; where both have a name, it must be the same.
 */
export function fits(change: DetailChange, said: Said): boolean {
  if (change.kind !== said.kind) return false;
  if (change.kind === 'edit') return fitsEdit(change.subject, said.subject);
  if (change.step !== said.step) return false;
  if (change.kind === 'comment')
    return said.comment === undefined || keyOf({ kind: 'comment', id: said.comment }) === change.key;
  if (change.subject === undefined || said.subject === undefined) return true;
  return said.subjects
    ? said.subjects.some((name) => fold(name) === fold(change.subject ?? ''))
    : isInLine(said.subject, change.subject);
}

/** Custom fields and further dates are compared without their names. */
function fitsEdit(changed: string | undefined, said: string | undefined): boolean {
  return changed === undefined ? !editParts.some((part) => part === said) : changed === said;
}

/** An older deployment queued the names of several in one line, and after a step's from where to where it went (taiga.md A1.5). */
function isInLine(said: string, name: string): boolean {
  const [all, one] = [fold(said), fold(name)];
  return all.startsWith(`${one}: `) || `, ${all}, `.includes(`, ${one}, `);
}

/** Whether the line that an older deployment queued is the one name of this, commas and all. */
export function isWholeLine({ subject }: DetailChange, { subject: line }: Said): boolean {
  return subject !== undefined && line !== undefined && fold(subject) === fold(line);
}

/** A step that a person named in a command, maybe by a part of its name: not every board says which one it took. */
export function isMeant({ subject }: DetailChange, { kind, subject: named }: Said): boolean {
  return (
    kind !== 'checklist' ||
    subject === undefined ||
    named === undefined ||
    fold(subject).includes(fold(named))
  );
}

/** What a remembered detail is called now: nothing where it is gone. */
export function nameOf(
  details: CardDetails,
  kind: DetailKind,
  key: string,
): Pick<Change, 'subject' | 'comment'> {
  const thing = thingsOf(details)
    .get(kind)
    ?.find((each) => keyOf(each) === key);
  if (!thing) return {};
  if (kind === 'edit') return subjectOf(thing);
  if (kind === 'comment') return { comment: thing.id };
  return thing.name ? { subject: thing.name } : {};
}
