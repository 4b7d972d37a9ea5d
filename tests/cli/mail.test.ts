import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { OpenServer } from '../sims/open-server.ts';
import { type Ran, runCli } from './run-cli.ts';
import { type SesAccount, startSesAccount } from './ses-account.ts';

const ours = { 'cardwire-prod': ['in.example.org'] };
let account: SesAccount;
let server: OpenServer;
beforeEach(async () => {
  account = {
    ...{ sets: { 'cardwire-prod': ours }, active: undefined, verified: [], sending: true },
    ...{ quota: 50_000, asked: [] },
  };
  server = await startSesAccount(account);
});
afterEach(() => server.stop());

function cardwire(...args: readonly string[]): Promise<Ran> {
  const env = {
    AWS_ENDPOINT_URL_SES: server.url,
    AWS_REGION: 'eu-central-1',
    AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE',
    AWS_SECRET_ACCESS_KEY: 'x',
  };
  return runCli(['mail', ...args, '--stage', 'prod'], env);
}

describe('cardwire mail activate', () => {
  test('makes our set the active one where none is', async () => {
    const { code, out } = await cardwire('activate');
    expect([code, out]).toEqual([
      0,
      'The rule set cardwire-prod is active in eu-central-1: mail comes in from now on.\n',
    ]);
    expect(account.active).toBe('cardwire-prod');
  });

  test('may be run again, and is content with our rule in another set', async () => {
    account.active = 'cardwire-prod';
    expect((await cardwire('activate')).out).toContain('is active in eu-central-1 already');
    account.sets = { company: { sales: ['example.org'], ...ours } };
    account.active = 'company';
    expect((await cardwire('activate')).out).toContain('The rule set company is active');
    expect(account.asked).not.toContain('SetActiveReceiptRuleSet');
  });

  test('never replaces another set: it says which one, and how our rule gets into it', async () => {
    account.sets = { ...account.sets, company: { sales: ['example.org'], support: ['example.org'] } };
    account.active = 'company';
    const { code, err } = await cardwire('activate');
    expect(code).toBe(1);
    expect(err).toContain('another receipt rule set, company with 2 rules, is active in eu-central-1');
    expect(err).toContain('--param="mailRuleSet=company"');
    expect(account.active).toBe('company');
    expect(account.asked).not.toContain('SetActiveReceiptRuleSet');
  });

  test('nor one that is empty: somebody may be about to fill it', async () => {
    account.sets = { ...account.sets, company: {} };
    account.active = 'company';
    expect((await cardwire('activate')).code).toBe(1);
    expect(account.active).toBe('company');
  });

  test('asks for a deployment with a mail domain first', async () => {
    account.sets = {};
    const { code, err } = await cardwire('activate');
    expect(code).toBe(1);
    expect(err).toContain('there is no rule cardwire-prod in a receipt rule set cardwire-prod');
    account.sets = { company: {} };
    account.active = 'company';
    expect((await cardwire('activate')).err).toContain('mailRuleSet=company');
  });

  test('activates a set that our rule was put into, by its name', async () => {
    account.sets = { company: { sales: ['example.org'], ...ours } };
    expect((await cardwire('activate', '--rule-set', 'company')).code).toBe(0);
    expect(account.active).toBe('company');
  });

  test('says what to do when AWS does not let it, and nothing that AWS wrote', async () => {
    account.refuses = 'AccessDenied';
    const { code, err } = await cardwire('activate');
    expect(code).toBe(1);
    expect(err).toContain('these AWS credentials may not ask SES');
    expect(err).not.toContain('arn:');
  });
});

describe('cardwire mail status', () => {
  test('is content when mail comes in and goes out', async () => {
    account.active = 'cardwire-prod';
    account.verified = ['in.example.org'];
    const { code, out } = await cardwire('status');
    expect([code, out.trim().split('\n')]).toEqual([
      0,
      [
        'ok      in.example.org: handed over by the rule cardwire-prod of the set cardwire-prod',
        'ok      in.example.org: verified, and signed with DKIM',
        'ok      7 of 50000 mails sent in the last 24 hours',
      ],
    ]);
  });

  test('says what is left to do', async () => {
    account.sending = false;
    account.quota = 200;
    const { code, out } = await cardwire('status');
    expect(code).toBe(1);
    expect(out.trim().split('\n')).toEqual([
      'to do   no rule set is active in eu-central-1: npm run cardwire -- mail activate',
      expect.stringContaining('to do   in.example.org: SES has not seen its DKIM records yet'),
      expect.stringContaining('to do   SES has paused the sending'),
      expect.stringContaining('to do   in the sandbox'),
    ]);
  });

  test('tells a rule that is switched off, and another set that is active', async () => {
    account.sets = { 'cardwire-prod': { 'off:cardwire-prod': ['in.example.org'] } };
    account.active = 'cardwire-prod';
    expect((await cardwire('status')).out).toContain('is switched off');
    account.sets = { 'cardwire-prod': ours, company: {} };
    account.active = 'company';
    expect((await cardwire('status')).out).toContain('deploy with --param="mailRuleSet=company"');
  });
});
