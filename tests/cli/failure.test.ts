import { describe, expect, test } from '@jest/globals';
import { describeFailure } from '../../lib/cli/failure.ts';
import { LocalProblem } from '../../lib/local/problem.ts';
import { SetupProblem } from '../../lib/setup/explain.ts';

const named = (name: string) => Object.assign(new Error('a secret'), { name });

describe('what ends a command', () => {
  test.each([
    [new SetupProblem('do this'), /^do this$/],
    [new LocalProblem('set a port'), /^set a port$/],
    [named('CredentialsProviderError'), /^no AWS credentials: sign in .*npm start/],
    [named('ResourceNotFoundException'), /^there is no such table here: deploy first/],
    [new Error('Region is missing'), /^no AWS region/],
    [Object.assign(new Error('a secret'), { code: 'ENOTFOUND' }), /^AWS cannot be reached/],
    [named('TypeError'), /^unexpected error TypeError: run it again with --debug/],
    ['a secret', /^unexpected error Error/],
  ])('%p', (error, line) => {
    expect(describeFailure(error)).toMatch(line);
    expect(describeFailure(error)).not.toContain('a secret');
  });
});
