import { readCode } from '../../domain/code.ts';
import { refuse } from '../../domain/errors.ts';
import { say } from '../../domain/say.ts';
import type { Grant } from '../../store/codes.ts';
import type { Asking } from '../asking.ts';

/**
 * Does what a one-time code is good for. The try is counted before the code is looked at, and taken back when it was a right one.
 * @throws CardwireError a refusal: too many wrong codes, no such code, used by somebody else.
 */
export async function withCode<Kind extends Grant['kind']>(
  { parts, team, event }: Asking,
  kind: Kind,
  typed: string,
  work: (grant: Extract<Grant, { readonly kind: Kind }>) => Promise<void>,
): Promise<void> {
  const { codes, codeTries } = parts.store;
  const { connection, person } = event;
  const trier = { team: team.id, connection, person: person.id, event: event.id };
  const code = readCode(typed);
  if (code === undefined) throw refuse(say('code-unknown'));
  if (!(await codeTries.begin(trier))) throw refuse(say('code-too-often'));
  const grant = await codes.use({ team: team.id, connection, kind, code, event: event.id });
  if (typeof grant === 'string') throw refuse(say(`code-${grant}`));
  await codeTries.wasRight(trier);
  // `use` gives nothing of another kind.
  await work(grant as Extract<Grant, { readonly kind: Kind }>);
}
