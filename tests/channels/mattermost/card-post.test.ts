import { describe, expect, test } from '@jest/globals';
import type { Showing } from '../../../lib/channels/channel.ts';
import { tell } from '../../../lib/channels/happening.ts';
import { cardAttachment } from '../../../lib/channels/mattermost/card-post.ts';
import { createSpeaker } from '../../../lib/channels/mattermost/speak.ts';
import type { Happening } from '../../../schemas/delivery.ts';
import { changeKinds } from '../../../schemas/event.ts';
import type { Language } from '../../../schemas/team.ts';
import { showing } from './world.ts';

const now = () => Date.parse('2026-11-20T12:00:00Z');
const speaker = (language: Language) => createSpeaker({ language, timezone: 'Europe/Berlin' }, now);
const conversation = 'mattermost:chat:room:';
const { face } = showing(conversation);

function told(happening: Partial<Happening>, language: Language = 'en'): string {
  return tell({ id: 'h', kind: 'move', who: 'eva', at: 1, ...happening }, face, speaker(language));
}

describe('what happened, in words', () => {
  test.each<[Partial<Happening>, string]>([
    [{ kind: 'create' }, 'eva opened this card'],
    [{ kind: 'move', from: 'To Do', to: 'Doing' }, 'eva moved it from **To Do** to **Doing**'],
    [{ kind: 'move' }, 'eva moved it to **To Do**'],
    [{ kind: 'comment', step: 'added', comment: ' One\n\n*two* ' }, 'eva commented:\n> One\n> \n> \\*two\\*'],
    [{ kind: 'comment', step: 'edited', comment: 'x' }, 'eva edited a comment:\n> x'],
    [{ kind: 'comment', step: 'removed', comment: 'x' }, 'eva deleted a comment'],
    [{ kind: 'edit', subject: 'title' }, 'eva renamed it to **Fix the pump**'],
    [{ kind: 'edit', subject: 'description' }, 'eva changed the description'],
    [{ kind: 'edit', subject: 'unblocked' }, 'eva marked it as no longer blocked'],
    [{ kind: 'edit', subject: 'Bud*get' }, 'eva changed **Bud\\*get**'],
    [{ kind: 'edit' }, 'eva changed the card'],
    [{ kind: 'comment', step: 'restored', comment: 'x' }, 'eva brought a comment back:\n> x'],
    [{ kind: 'checklist', step: 'edited', subject: 'Order' }, 'eva changed **Order** in the checklist'],
    [{ kind: 'assign', step: 'added', subject: 'tom' }, 'eva assigned **tom**'],
    [{ kind: 'assign', step: 'removed', subject: 'tom' }, 'eva unassigned **tom**'],
    [{ kind: 'label', step: 'removed', subject: 'urgent' }, 'eva removed the label **urgent**'],
    [{ kind: 'due', step: 'edited' }, 'eva set the due date to **Fri 27 Nov, 14:00**'],
    [{ kind: 'due', step: 'removed' }, 'eva removed the due date'],
    [{ kind: 'checklist', step: 'added', subject: 'Order' }, 'eva added **Order** to the checklist'],
    [{ kind: 'attachment', step: 'added' }, 'eva attached **something**'],
    [{ kind: 'archive' }, 'eva archived it'],
    [{ kind: 'restore' }, 'eva brought it back from the archive'],
    [{ kind: 'delete' }, 'eva deleted it'],
  ])('%j', (happening, expected) => {
    expect(told(happening)).toBe(expected);
  });

  test('somebody did it when the board does not say who', () => {
    const unknown = { id: 'h', kind: 'archive', at: 1 } as const;
    expect(tell(unknown, face, speaker('en'))).toBe('Somebody archived it');
    expect(tell(unknown, face, speaker('de'))).toBe('Jemand hat sie archiviert');
  });

  test('every kind and step has its words, filled in, in both languages', () => {
    for (const kind of changeKinds) {
      for (const step of ['added', 'edited', 'removed', 'restored'] as const) {
        for (const language of ['en', 'de'] as const) {
          expect(told({ kind, step, subject: 'x', comment: 'y' }, language)).not.toMatch(/[{}]|undefined/);
        }
      }
    }
  });
});

describe('the living message', () => {
  const attachment = (more: Partial<Showing['face']> = {}, language: Language = 'en') =>
    cardAttachment(showing(conversation, { face: { ...face, ...more } }), speaker(language), () => []);

  test('names what there is, in the language and time zone of the team', () => {
    const german = attachment({}, 'de');
    expect(german.title).toBe('#42 Fix the pump');
    expect(german.fields.map(({ title, value }) => `${title}: ${value}`)).toEqual([
      'Spalte: To Do',
      'Personen: tom',
      'Fällig: Fr 27. Nov., 14:00',
      'Labels: urgent',
      'Angelegt von: eva',
    ]);
  });

  test('leaves out what there is not', () => {
    const { ref, due, owner, ...rest } = face;
    const bare = { ...rest, people: [], labels: [] };
    const made = cardAttachment(showing(conversation, { face: bare }), speaker('en'), () => []);
    expect([ref, due, owner, made.title]).toEqual(['#42', face.due, 'eva', 'Fix the pump']);
    expect(made.fields.map(({ title }) => title)).toEqual(['Column']);
  });

  test('an archived and a deleted card say so; the deleted one leads nowhere', () => {
    expect(attachment({ state: 'archived' }).text).toContain('archived');
    const gone = attachment({ state: 'deleted' });
    expect(gone.text).toContain('deleted');
    expect([gone.title_link, gone.fields]).toEqual([undefined, []]);
  });

  test('a link that is no web address is not one', () => {
    const made = attachment({ url: 'javascript:alert(1)', title: '*a*' });
    expect(made.title_link).toBeUndefined();
    expect(made.title).toBe('\\#42 \\*a\\*');
  });

  test('offers as many columns as there is room for, the first ones', () => {
    const columns = (count: number) =>
      Array.from({ length: count }, (_, at) => ({ text: `Column ${at}`, value: `column-${at}` }));
    const offered = (count: number) => {
      const move = { id: 'move', name: 'Move', type: 'select', options: columns(count) } as const;
      const integration = { url: 'https://cards.example.org', context: {} };
      const made = cardAttachment(showing(conversation), speaker('en'), () => [{ ...move, integration }]);
      return made.actions[0]?.options;
    };
    expect(offered(50)).toEqual(columns(50));
    const some = offered(500) ?? [];
    expect(some.length).toBeGreaterThan(100);
    expect(some).toEqual(columns(some.length));
  });

  test('holds whatever length, in few calls', () => {
    const long = 'ä'.repeat(50_000);
    const made = attachment({ title: long, column: long, people: [long, long], labels: [long] });
    expect(JSON.stringify(made).length).toBeLessThan(6_000);
  });
});
