import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { describe, expect, test } from '@jest/globals';
import { runCli } from './run-cli.ts';

/** An environment in which no service can be reached, nor anybody's real one: by one address for all, the command line is not led away. */
const nowhere = {
  TABLE_NAME: 'none',
  AWS_REGION: 'eu-central-1',
  AWS_ACCESS_KEY_ID: 'local',
  AWS_SECRET_ACCESS_KEY: 'local',
  ...Object.fromEntries(
    ['DYNAMODB', 'S3', 'SES', 'SQS'].map((service) => [`AWS_ENDPOINT_URL_${service}`, 'http://127.0.0.1:9']),
  ),
};

describe('the command line', () => {
  test.each([[['--help']], [['help', 'setup']], [['setup', '--help']]])(
    '%j helps and exits 0',
    async (args) => {
      const { code, out, err } = await runCli(args);
      expect([code, err]).toEqual([0, '']);
      expect(out).toContain('--stage');
    },
  );

  test.each(
    'setup check teams trace address invite disconnect dead replay resume rotate export forget mail'.split(
      ' ',
    ),
  )('%s has examples that its own grammar takes', async (command) => {
    const { out } = await runCli([command, '--help']);
    const examples = [...out.matchAll(/\$ npm run cardwire -- (.+)/g)].map((match) => match[1] ?? '');
    expect(examples.length).toBeGreaterThan(0);
    expect(examples.filter((example) => example.split(' ')[0] !== command)).toEqual([]);
    // Nothing is reached: the commands fail, but not for their grammar. Some try for seconds, so all do at once.
    const codes = await Promise.all(
      examples.map(async (example) => (await runCli(example.split(' '), nowhere)).code),
    );
    expect(codes).toEqual(examples.map(() => 1));
  });

  test.each([
    ['nothing', [], 'Usage: cardwire'],
    ['a mistyped command', ['stup'], 'Did you mean setup?'],
    ['a missing argument', ['setup'], "missing required argument 'file'"],
    ['an unknown option', ['teams', '--all'], "unknown option '--all'"],
  ])('%s exits 2 and says how it is meant', async (_what, args, message) => {
    const { code, out, err } = await runCli(args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(message);
  });

  test('a process ends with the exit code and one line on standard error', async () => {
    const child = spawn(process.execPath, ['lib/cli/main.ts', 'teams'], {
      env: nowhere,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const [out, err, [code]] = await Promise.all([
      text(child.stdout),
      text(child.stderr),
      once(child, 'exit'),
    ]);
    expect([code, out, err]).toEqual([
      1,
      '',
      'the table cannot be reached: is the local stack (npm start) still running?\n',
    ]);
  });
});

describe('on a terminal', () => {
  test('steps are marked and coloured, unless colours are not wanted', async () => {
    const coloured = await runCli(['setup', 'tests/cli/none.yml'], {}, { terminal: true });
    expect(coloured.err).toContain('\u001b[31m');
    const plain = await runCli(['setup', 'tests/cli/none.yml'], { NO_COLOR: '1' }, { terminal: true });
    expect(plain.err).not.toContain('\u001b');
    expect((await runCli(['setup', 'tests/cli/none.yml'])).err).not.toContain('\u001b');
  });
});
