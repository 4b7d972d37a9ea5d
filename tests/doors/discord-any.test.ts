import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { event } from '../../schemas/event.ts';
import { callback } from '../channels/discord/limits-callback.ts';
import { interactionOf, openDoor, sampleNames } from './discord-world.ts';

/** Samples of well signed interactions of our own application. */
const samples = sampleNames.filter((name) => !/ping|another-application/.test(name));

/** An interaction in which one leaf is something else, or gone. */
const bent = fc
  .tuple(
    fc.constantFrom(...samples),
    fc.nat(),
    fc.oneof(fc.string({ unit: 'binary', maxLength: 6000 }), fc.jsonValue(), fc.constant(undefined)),
  )
  .map(([name, at, value]) => {
    const interaction = interactionOf(name);
    const leaves = leavesOf(interaction);
    const [holder, key] = leaves[at % leaves.length] ?? [interaction, 'data'];
    if (key !== 'application_id') holder[key] = value;
    return interaction;
  });

type Holder = Record<string, unknown>;

function leavesOf(holder: Holder): [Holder, string][] {
  return Object.entries(holder).flatMap(([key, value]): [Holder, string][] =>
    typeof value === 'object' && value !== null
      ? [[holder, key], ...leavesOf(value as Holder)]
      : [[holder, key]],
  );
}

test('whatever a signed interaction holds, what is queued and answered is well formed', async () => {
  await fc.assert(
    fc.asyncProperty(bent, async (interaction) => {
      const { queued, send, lines } = openDoor();
      const { status, json } = await send(interaction);
      expect([200, 400]).toContain(status);
      expect(lines.join('')).not.toContain('door-failed');
      if (status === 200) expect([callback.safeParse(json).success, json]).toEqual([true, json]);
      for (const each of queued) expect(event.safeParse(each).success).toBe(true);
    }),
    { numRuns: 2000 },
  );
});
