import { expect, test } from '@jest/globals';
import { adminTokenOf } from '../../lib/setup/admin-token.ts';

const one = { product: 'mattermost', url: 'https://one.example.org' };
const two = { product: 'mattermost', url: 'https://two.example.org' };

test("one server's administrator token is not shown to another server", () => {
  const env = { CARDWIRE_MATTERMOST_ADMIN_TOKEN: 'plain', CARDWIRE_MATTERMOST_ADMIN_TOKEN_OUR_CHAT: 'own' };
  expect(adminTokenOf({ 'our-chat': one }, 'our-chat', env).token).toBe('plain');
  expect(adminTokenOf({ 'our-chat': one, side: one }, 'side', env).token).toBe('plain');
  expect(adminTokenOf({ 'our-chat': one, theirs: two }, 'our-chat', env).token).toBe('own');
  expect(adminTokenOf({ 'our-chat': one, theirs: two }, 'theirs', env)).toEqual({
    variable: 'CARDWIRE_MATTERMOST_ADMIN_TOKEN_THEIRS',
    token: undefined,
  });
});
