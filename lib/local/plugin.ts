import { relative } from 'node:path';
import {
  keyFingerprints,
  madeWithDemoKey,
  purposeKeys,
  requireDeploymentKey,
  requireGoodKeys,
} from './deployment-key.ts';
import { LocalProblem } from './problem.ts';
import type { Hooks, Serverless, VariableSource } from './serverless.ts';
import { localSettings, projectDir } from './settings.ts';
import { type LocalMail, type LocalStack, startStack } from './stack.ts';
import { showFigures } from './status-line.ts';

/**
 * Cardwire's own plugin of the Serverless Framework:
 * * `${cardwire:keys.<purpose>}` is what one function needs of the deployment key, and `deploy` needs a good one;
 * * `${cardwire:key-fingerprints}` is what the command line compares its key with;
 * * `serverless offline start` gets queues, a table and their mappings on this machine.
 */
export default class CardwirePlugin {
  readonly hooks: Hooks;
  readonly configurationVariablesSources: Readonly<Record<string, VariableSource>>;

  constructor(serverless: Serverless) {
    const { commands } = serverless.processedInput;
    this.configurationVariablesSources = {
      cardwire: { resolve: ({ address = '' }) => ({ value: variable(address, commands) }) },
    };
    let stack: LocalStack | undefined;
    let speak = () => {};
    let hide = () => {};
    this.hooks = plainly(serverless, {
      initialize: () => requireKeys(commands),
      'before:deploy:deploy': () => refuseDemoPackage(serverless),
      'before:offline:start:init': async () => {
        stack = await startStack(serverless, localSettings(process.env), !process.env.CARDWIRE_KEY);
        speak = silence();
      },
      'after:offline:start:init': async () => {
        speak();
        const mail = await stack?.open();
        if (mail) greet(mail);
        hide = showFigures(process.stdout);
      },
      'before:offline:start:end': async () => {
        await stack?.stop();
        hide();
      },
    });
  }
}

/** What a person can put right is told without a stack trace. */
function plainly(serverless: Serverless, hooks: Hooks): Hooks {
  const told = (hook: Hooks[string]) => async () => {
    try {
      await hook?.();
    } catch (error) {
      if (!(error instanceof LocalProblem)) throw error;
      throw new serverless.classes.Error(error.message, 'CARDWIRE');
    }
  };
  return Object.fromEntries(Object.entries(hooks).map(([event, hook]) => [event, told(hook)]));
}

function variable(address: string, commands: readonly string[]): string {
  if (address === 'build-folder') return buildFolder(commands);
  if (address === 'key-fingerprints') return keyFingerprints(process.env).join(' ');
  if (address.startsWith('keys.')) return purposeKeys(address.slice('keys.'.length), process.env);
  throw new Error(`There is no \${cardwire:${address}}.`);
}

/** Each run has its own, so that two can run at once. */
function buildFolder(commands: readonly string[]): string {
  if (commands[0] !== 'offline') return `.esbuild/${process.pid}`;
  return `${relative(projectDir, localSettings(process.env).dataDir)}/build`;
}

function requireKeys(commands: readonly string[]): void {
  const deploys = commands[0] === 'deploy' && commands[1] !== 'list';
  if (deploys) requireDeploymentKey(process.env);
  else requireGoodKeys(process.env);
}

function refuseDemoPackage(serverless: Serverless): void {
  if (!madeWithDemoKey(serverless.service.provider.compiledCloudFormationTemplate)) return;
  throw new LocalProblem(
    'This package was made without CARDWIRE_KEY, with the key of the demo. Package it again with yours.',
  );
}

/** serverless-offline lists its routes by `console.log` at every log level, as addresses that nobody can call without a seal. */
function silence(): () => void {
  const { log } = console;
  console.log = () => {};
  return () => {
    console.log = log;
  };
}

function greet({ smtpPort, ses }: LocalMail): void {
  const { url, dataDir } = localSettings(process.env);
  const { env } = process;
  const data = relative(projectDir, dataDir);
  // By these the command line finds this stack.
  const found = ['CARDWIRE_PORT', 'CARDWIRE_DATA'].map((name) => (env[name] ? `${name}=${env[name]} ` : ''));
  process.stdout.write(
    [
      '',
      `Cardwire runs at ${url} (data in ${data.startsWith('..') ? dataDir : data}/). Ctrl-C ends it.`,
      ...(env.CARDWIRE_KEY
        ? []
        : ['It uses the key that everyone knows: set CARDWIRE_KEY for more than a try.']),
      `Mail comes in by SMTP at 127.0.0.1:${smtpPort}. What goes out is sent nowhere, it is shown at ${ses}`,
      `Connect a team, from another terminal:  ${found.join('')}npm run cardwire -- setup team.yml`,
      '',
    ].join('\n'),
  );
}
