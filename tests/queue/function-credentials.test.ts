import { afterEach, expect, test } from '@jest/globals';
import { defaultProvider } from '../../lib/queue/function-credentials.ts';

const before = { ...process.env };
afterEach(() => {
  process.env = { ...before };
});

test("a function signs with its role's credentials from the environment", async () => {
  process.env.AWS_ACCESS_KEY_ID = 'id';
  process.env.AWS_SECRET_ACCESS_KEY = 'secret';
  process.env.AWS_SESSION_TOKEN = 'token';
  expect(await defaultProvider()()).toEqual({
    accessKeyId: 'id',
    secretAccessKey: 'secret',
    sessionToken: 'token',
  });
});

test('without any it says so', async () => {
  for (const name of ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY']) {
    process.env.AWS_ACCESS_KEY_ID = 'id';
    process.env.AWS_SECRET_ACCESS_KEY = 'secret';
    delete process.env[name];
    await expect(defaultProvider()()).rejects.toThrow('no AWS credentials');
  }
});
