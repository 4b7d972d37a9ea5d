import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  type ButtonContext,
  type FormState,
  isOurButton,
  openForm,
  sealButton,
  sealForm,
} from '../../../lib/channels/mattermost/context.ts';
import { deriveKey, type Keys } from '../../../lib/domain/keys.ts';

const keys: Keys = [deriveKey('new', 'mattermost-action'), deriveKey('old', 'mattermost-action')];
const holder = { team: 'ops', connection: 'chat' };
const button: ButtonContext = { room: 'r', thread: '', board: 'b', card: 'c', action: 'done' };
const state: FormState = {
  ...{ form: 'comment', board: 'b', card: 'c', room: 'r', thread: '', place: 'ops', direct: false },
  ...{ person: 'p', name: 'tom', expires: 5, nonce: 'n' },
};

describe('a button', () => {
  test('is ours for exactly what it was made for', () => {
    const seal = sealButton(holder, button, keys);
    expect(isOurButton(holder, button, seal, keys)).toBe(true);
    for (const part of Object.keys(button)) {
      expect(isOurButton(holder, { ...button, [part]: 'other' }, seal, keys)).toBe(false);
    }
    expect(isOurButton({ ...holder, team: 'hr' }, button, seal, keys)).toBe(false);
    expect(isOurButton({ ...holder, connection: 'chat2' }, button, seal, keys)).toBe(false);
  });

  test('cannot be bent by moving letters from one part to the next', () => {
    const text = fc.string({ maxLength: 4 });
    fc.assert(
      fc.property(text, text, text, text, (board, card, otherBoard, otherCard) => {
        const seal = sealButton(holder, { ...button, board, card }, keys);
        const other = { ...button, board: otherBoard, card: otherCard };
        expect(isOurButton(holder, other, seal, keys)).toBe(board === otherBoard && card === otherCard);
      }),
    );
  });

  test('survives the rotation of the key and dies with it', () => {
    const seal = sealButton(holder, button, [keys[1] ?? '']);
    expect(isOurButton(holder, button, seal, keys)).toBe(true);
    expect(isOurButton(holder, button, seal, [keys[0]])).toBe(false);
  });
});

describe("a form's state", () => {
  test('comes back as it was, and from no other team or connection', () => {
    const sealed = sealForm(holder, state, keys);
    expect(openForm(holder, sealed, keys)).toEqual(state);
    expect(openForm({ ...holder, team: 'hr' }, sealed, keys)).toBeUndefined();
    expect(openForm({ ...holder, connection: 'other' }, sealed, keys)).toBeUndefined();
  });

  test('is nobody else’s: any other text opens nothing and breaks nothing', () => {
    const sealed = sealForm(holder, state, keys);
    fc.assert(
      fc.property(fc.nat(sealed.length - 1), fc.string({ minLength: 1, maxLength: 1 }), (at, character) => {
        const bent = sealed.slice(0, at) + character + sealed.slice(at + 1);
        if (bent !== sealed) expect(openForm(holder, bent, keys)).toBeUndefined();
      }),
    );
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(openForm(holder, text, keys)).toBeUndefined();
      }),
    );
  });

  test('is no button and no button is one', () => {
    const [text = '', seal = ''] = sealForm(holder, state, keys).split('.');
    expect(isOurButton(holder, { ...button, card: text }, seal, keys)).toBe(false);
  });
});
