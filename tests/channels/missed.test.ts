import { describe, expect, test } from '@jest/globals';
import { tell } from '../../lib/channels/happening.ts';
import { createSpeaker } from '../../lib/channels/speaker.ts';
import type { CardFace, Missed } from '../../schemas/delivery.ts';
import type { Language } from '../../schemas/team.ts';

const face: CardFace = {
  ...{ id: 'c', title: 'Fix *it*', column: 'Done', people: [], labels: [], url: '', state: 'open' },
  ...{ due: '2027-03-01T09:00:00.000Z', revision: 1 },
};
const of = (kind: Missed['kind'], more: Partial<Missed> = {}): Missed => ({ id: kind, at: 1, kind, ...more });

function told(language: Language, [first, ...also]: readonly Missed[]): string {
  const speaker = createSpeaker({ language, timezone: 'UTC' }, () => Date.UTC(2027, 0, 1), {
    escape: (text) => text.replaceAll('*', '\\*'),
    link: (url) => url,
  });
  if (!first) throw new Error('nothing was missed');
  return tell({ ...first, caughtUp: true, also: [...also] }, face, speaker);
}

describe('what was missed of a card', () => {
  test('is one line', () => {
    const missed = [of('move', { from: 'To *Do*', to: 'Done' }), of('comment', { count: 2 })];
    expect(told('en', missed)).toBe('Caught up: moved from **To \\*Do\\*** to **Done**, 2 comments');
    expect(told('de', missed)).toBe(
      'Nachgetragen: von **To \\*Do\\*** nach **Done** verschoben, 2 Kommentare',
    );
  });

  test.each<[Missed, string, string]>([
    [of('create', {}), 'opened in **Done**', 'angelegt in **Done**'],
    [of('move', {}), 'moved to **Done**', 'nach **Done** verschoben'],
    [of('assign', { step: 'added', subject: 'ann' }), 'assigned to **ann**', '**ann** zugewiesen'],
    [
      of('assign', { step: 'removed', subject: 'ann' }),
      'no longer assigned to **ann**',
      '**ann** nicht mehr zugewiesen',
    ],
    [of('label', { step: 'added', subject: 'x' }), 'labelled **x**', 'Label **x** hinzugefügt'],
    [of('label', { step: 'removed', subject: 'x' }), 'no longer labelled **x**', 'Label **x** entfernt'],
    [of('due', { step: 'edited' }), 'due **Mon 1 Mar, 09:00**', 'Termin **Mo 1. März, 09:00**'],
    [of('due', { step: 'removed' }), 'no due date any more', 'kein Termin mehr'],
    [of('edit', { subject: 'title' }), 'renamed to **Fix \\*it\\***', 'umbenannt in **Fix \\*it\\***'],
    [of('edit', {}), 'changed', 'geändert'],
    [of('archive'), 'archived', 'archiviert'],
    [of('restore'), 'back from the archive', 'zurück aus dem Archiv'],
    [of('delete'), 'deleted', 'gelöscht'],
    [of('comment'), 'one comment', 'ein Kommentar'],
    [of('comment', { step: 'edited' }), 'one comment edited', 'ein Kommentar geändert'],
    [of('comment', { step: 'removed', count: 2 }), '2 comments deleted', '2 Kommentare gelöscht'],
    [of('edit', { subject: 'description' }), 'description changed', 'Beschreibung geändert'],
    [of('edit', { subject: 'unblocked' }), 'no longer blocked', 'nicht mehr blockiert'],
    [of('edit', { subject: 'Budget' }), 'changed', 'geändert'],
    [of('checklist', { step: 'ticked', subject: 'a, b' }), '**a, b** ticked', '**a, b** abgehakt'],
    [
      of('checklist', { step: 'removed', count: 3 }),
      '3 steps taken off the checklist',
      '3 Schritte von der Checkliste genommen',
    ],
    [
      of('checklist', { step: 'removed' }),
      '**something** taken off the checklist',
      '**etwas** von der Checkliste genommen',
    ],
    [of('attachment', { step: 'added', subject: 'a.png' }), '**a.png** attached', '**a.png** angehängt'],
    [
      of('attachment', { step: 'removed', count: 2 }),
      '2 files no longer attached',
      '2 Dateien nicht mehr angehängt',
    ],
    [of('attachment', { step: 'edited', subject: 'a.png' }), 'changed', 'geändert'],
  ])('of %o', (missed, en, de) => {
    expect(told('en', [missed])).toBe(`Caught up: ${en}`);
    expect(told('de', [missed])).toBe(`Nachgetragen: ${de}`);
  });

  test('quotes comments below, made harmless', () => {
    const missed = [
      of('comment', { count: 4 }),
      of('comment', { who: 'ann', comment: 'On *it*\nnow' }),
      of('comment', { comment: 'Done' }),
    ];
    expect(told('en', missed)).toBe('Caught up: 6 comments\nann commented:\n> On \\*it\\*\n> now\n> Done');
  });
});
