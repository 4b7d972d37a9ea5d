import type { Verb } from '../../../schemas/team.ts';
import type { Command } from '../../domain/command.ts';
import type { Asking, Outcome, VerbOf } from '../asking.ts';
import { board, boards } from './boards.ts';
import * as change from './change-card.ts';
import { connect } from './connect.ts';
import { create } from './create.ts';
import { follow, unfollow } from './follow.ts';
import { form } from './form.ts';
import { help } from './help.ts';
import { link } from './link.ts';
import { list, search, show } from './look.ts';
import { trace } from './trace.ts';

/** Every verb and what carries it out. */
const verbs: { readonly [V in Command['verb']]: VerbOf<V> } = {
  create,
  form,
  show,
  comment: change.comment,
  move: change.move,
  done: change.done,
  assign: change.assign,
  unassign: change.assign,
  due: change.due,
  label: change.label,
  unlabel: change.label,
  rename: change.rename,
  describe: change.describe,
  check: change.check,
  'add-step': change.addStep,
  archive: change.archive,
  restore: change.archive,
  follow,
  unfollow,
  trace,
  list,
  search,
  boards,
  board,
  help,
  connect,
  link,
};

/** Carries a command out. */
export function carryOut(asking: Asking, command: Command): Promise<Outcome> {
  // The table pairs each verb with its own command; the compiler cannot follow the pairing through the union.
  const verb = verbs[command.verb] as (asking: Asking, command: Command) => Promise<Outcome>;
  return verb(asking, command);
}

/** The permission a command needs: some are other ways to ask for the same thing, and a code is a permission by itself. */
export function permissionFor(command: Command): Verb | undefined {
  if (command.verb === 'connect') return undefined;
  if (command.verb === 'form') return 'create';
  if (command.verb === 'add-step') return 'check';
  return command.verb === 'done' ? 'move' : command.verb;
}
