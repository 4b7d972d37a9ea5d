import { SetupProblem } from '../setup/explain.ts';
import { openSecret, type SealedSecret, sealSecret } from '../teams/secrets.ts';
import { check } from './check.ts';
import { count } from './report.ts';
import { createTerminal, type Io } from './terminal.ts';
import { openWorld, type World, type WorldOptions } from './world.ts';

/** What is encrypted besides teams' settings: in which items, and in which attribute. */
const sealedItems = [
  { prefix: 'DEAD#', attribute: 'body', field: 'dead' },
  { prefix: 'PARKED#', attribute: 'sealed', field: 'parked' },
] as const;

/**
 * `cardwire rotate`: brings every team over to a new deployment key while the old one is still good: secrets and what waits encrypted in the table
 * are sealed anew, addresses that can be set from here are set anew, and what a person has to paste is listed. Safe to repeat.
 * @returns whether every step was done; then the old key may go, once what is listed is pasted.
 */
export async function rotate(options: WorldOptions, io: Io): Promise<boolean> {
  const out = createTerminal(io.stdout, io.env);
  const world = openWorld(options, io);
  try {
    if (world.keys()('stored-secrets').length < 2) {
      throw new SetupProblem(
        'set CARDWIRE_KEY to the new key and CARDWIRE_KEY_PREVIOUS to the old one, as at the deployment that knows both',
      );
    }
    if (!(await check(undefined, options, io))) return false;
    out.line(`${count(await sealAnew(world), 'kept message')} sealed anew.`);
    out.line('Deploy again without CARDWIRE_KEY_PREVIOUS when nothing is left to be pasted.');
    return true;
  } finally {
    world.close();
  }
}

/** What neither key opens has been lost before, and stays as it is. */
async function sealAnew({ table, keys }: World): Promise<number> {
  const sealing = keys()('stored-secrets');
  let sealed = 0;
  for await (const item of table.scan()) {
    const kind = sealedItems.find(({ prefix }) => item.pk.startsWith('TEAM#') && item.sk.startsWith(prefix));
    if (!kind || typeof item[kind.attribute] !== 'string') continue;
    const place = { team: item.pk.slice('TEAM#'.length), field: kind.field };
    const before = String(item[kind.attribute]);
    const text = opened(before, place, sealing);
    if (text === undefined) continue;
    const written = await table.update(item, {
      set: { [kind.attribute]: ':after' },
      // It may have been brought back, or taken up, meanwhile.
      when: `#${kind.attribute} = :before`,
      values: { before, after: sealSecret(text, place, sealing) },
    });
    if (written !== 'refused') sealed += 1;
  }
  return sealed;
}

function opened(
  sealed: string,
  ...place: [Parameters<typeof openSecret>[1], Parameters<typeof openSecret>[2]]
) {
  try {
    return openSecret(sealed as SealedSecret, ...place);
  } catch {
    return undefined;
  }
}
