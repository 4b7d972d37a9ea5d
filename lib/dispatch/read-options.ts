import type { CommandInput } from '../../schemas/event.ts';
import type { Circumstances } from '../commands/reading.ts';
import type { Command } from '../domain/command.ts';
import { CardwireError, never } from '../domain/errors.ts';

type Options = Extract<CommandInput, { readonly by: 'options' }>;

/**
 * A command that came with its parts by name, as a chat's own typed options are.
 * @throws CardwireError `input-unknown` for a verb of another deployment.
 */
export function readOptions({ verb }: Options, _circumstances: Circumstances): Command {
  if (verb === 'help') return { verb };
  throw new CardwireError('input-unknown', never);
}
