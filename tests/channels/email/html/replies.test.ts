import { describe, expect, test } from '@jest/globals';
import { readBody } from '../../../../lib/channels/email/read/body.ts';
import { replies } from './replies.ts';
import { microsoft } from './replies-microsoft.ts';
import { phones } from './replies-phone.ts';

describe('an answer', () => {
  test.each([...replies, ...microsoft, ...phones])('$client', ({ html, said, cut }) => {
    const body = readBody({ html });
    expect(body.said).toBe(said);
    expect(body.cut).toContain(cut);
  });

  test.each([...replies, ...microsoft, ...phones])(
    '$client: as a new mail it keeps what it quotes',
    ({ html }) => {
      const { said } = readBody({ html }, { reply: false });
      expect(said).toMatch(/roof|Dach|ladder/i);
    },
  );
});
