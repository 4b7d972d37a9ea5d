import type { Keys } from '../domain/keys.ts';
import type { WholeTable } from '../store/table.ts';
import { openSecret, type SealedSecret, sealSecret } from '../teams/secrets.ts';

/** What is encrypted besides teams' settings: in which items, and in which attribute. */
const sealedItems = [
  { prefix: 'DEAD#', attribute: 'body', field: 'dead' },
  { prefix: 'PARKED#', attribute: 'sealed', field: 'parked' },
] as const;

/**
 * Seals what waits encrypted in the table anew with the first of these keys. What none of them opens has been lost before, and stays as it is.
 * Safe to repeat.
 * @param sealing the keys for stored secrets.
 * @returns how many items were sealed anew.
 * @throws what the client throws.
 */
export async function sealAnew(table: Pick<WholeTable, 'scan' | 'update'>, sealing: Keys): Promise<number> {
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
