import { expect, test } from '@jest/globals';
import { tell } from '../../lib/channels/happening.ts';
import { createSpeaker } from '../../lib/channels/speaker.ts';
import type { CardFace, Happening } from '../../schemas/delivery.ts';

const face: CardFace = {
  ...{ id: 'c', title: 'Pump', column: 'Done', people: [], labels: [], url: '', state: 'open', revision: 1 },
};
const nameless: Happening = { id: 'h', at: 1, kind: 'comment', comment: 'Done', subject: 'Fit *it*' };
const said: Happening = { ...nameless, who: 'ann' };

function told(happening: Happening, language: 'en' | 'de' = 'en'): string {
  const chat = { escape: (text: string) => text.replaceAll('*', '\\*'), link: (url: string) => url };
  const speaker = createSpeaker({ language, timezone: 'UTC' }, () => 1, chat);
  return tell(happening, face, speaker);
}

test.each<[Happening['step'], string, string]>([
  ['added', 'ann commented on **Fit \\*it\\***:\n> Done', 'ann hat zu **Fit \\*it\\*** kommentiert:\n> Done'],
  [
    'edited',
    'ann edited a comment on **Fit \\*it\\***:\n> Done',
    'ann hat einen Kommentar zu **Fit \\*it\\*** geändert:\n> Done',
  ],
  [
    'removed',
    'ann deleted a comment on **Fit \\*it\\***',
    'ann hat einen Kommentar zu **Fit \\*it\\*** gelöscht',
  ],
  [
    'restored',
    'ann brought a comment on **Fit \\*it\\*** back:\n> Done',
    'ann hat einen Kommentar zu **Fit \\*it\\*** zurückgeholt:\n> Done',
  ],
])('a comment on a step says on which one: %s', (step, english, german) => {
  const done = { ...said, ...(step && { step }) };
  expect([told(done), told(done, 'de')]).toEqual([english, german]);
});

test('also where it was found later, and nobody knows who wrote it', () => {
  const found = (who: string) => `Caught up: one comment\n${who} commented on **Fit \\*it\\***:\n> Done`;
  expect([told({ ...said, caughtUp: true }), told({ ...nameless, caughtUp: true })]).toEqual([
    found('ann'),
    found('Somebody'),
  ]);
});
