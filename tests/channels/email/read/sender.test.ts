import { describe, expect, test } from '@jest/globals';
import { isAligned } from '../../../../lib/channels/email/read/alignment.ts';
import { dkimDomains } from '../../../../lib/channels/email/read/authentication-results.ts';
import { parseMail } from '../../../../lib/channels/email/read/parse.ts';
import { judgeSender, type Verdicts } from '../../../../lib/channels/email/read/sender.ts';
import { rawMail } from './raw-mail.ts';

const passed: Verdicts = { spam: 'PASS', virus: 'PASS', spf: 'PASS', dkim: 'PASS', dmarc: 'PASS' };
const from = 'From: Tom <tom@example.org>';
const hop =
  'Received: from mx.example.org by inbound-smtp.eu-central-1.amazonaws.com; Fri, 20 Nov 2026 10:15:02 +0000';
const ses = (results: string) => `Authentication-Results: amazonses.com;\r\n ${results}`;

const judge = (header: readonly string[], verdicts: Partial<Verdicts> = {}) =>
  judgeSender(parseMail(rawMail(header, 'hello')), { ...passed, ...verdicts });

const gray = { dmarc: 'GRAY' } as const;
const proven = { sender: { address: 'tom@example.org', name: 'Tom' }, proof: 'proven' };
const unproven = { ...proven, proof: 'unproven' };

describe('who sent a mail', () => {
  test('one From and DMARC passed: the person', () => {
    expect(judge([from])).toEqual(proven);
  });

  test('two From fields, two people in one, none, or no address: refused', () => {
    expect(judge([from, 'From: boss@example.org'])).toEqual({ refused: 'many-from' });
    expect(judge(['From: tom@example.org, boss@example.org'])).toEqual({ refused: 'many-from' });
    expect(judge(['Subject: x'])).toEqual({ refused: 'no-from' });
    expect(judge(['From: '])).toEqual({ refused: 'no-from' });
    expect(judge(['From: Tom'])).toEqual({ refused: 'bad-from' });
  });

  test('another address beside the one that is taken, where parsers differ: nothing is proven', () => {
    const odd = [
      '<tom@example.org> <eve@evil.example>',
      'eve@evil.example <tom@example.org>',
      'eve@evil.example: tom@example.org;',
      '<tom@example.org>@evil.example',
      'eve @ evil.example <tom@example.org>',
      'tom@example.org(eve@evil.example',
    ];
    for (const value of odd)
      expect(judge([`From: ${value}`])).toMatchObject({
        sender: { address: 'tom@example.org' },
        proof: 'unproven',
      });
  });

  test('the same address twice, or any in quotes and comments, is no other one', () => {
    const usual = [
      'tom@example.org <Tom@example.org>',
      '"eve@evil.example" <tom@example.org>',
      'Tom (at home, eve@evil.example) <tom@example.org>',
      '"Tom \\"T\\" <x@y.example>" <tom@example.org>',
      '=?utf-8?Q?Tom_=28eve=40evil.example=29?= <tom@example.org>',
    ];
    for (const value of usual)
      expect(judge([`From: ${value}`])).toMatchObject({
        sender: { address: 'tom@example.org' },
        proof: 'proven',
      });
  });

  test('Reply-To and Sender are nobody', () => {
    expect(judge([from, 'Reply-To: boss@example.org', 'Sender: boss@example.org'])).toEqual(proven);
  });

  test('a virus or spam: refused, whoever it says', () => {
    expect(judge([from], { virus: 'FAIL' })).toEqual({ refused: 'virus' });
    expect(judge([from], { spam: 'FAIL' })).toEqual({ refused: 'spam' });
  });

  test('DMARC failed: refused where the domain asks for it, else unproven', () => {
    expect(judge([from], { dmarc: 'FAIL', dmarcPolicy: 'reject' })).toEqual({ refused: 'dmarc' });
    expect(judge([from], { dmarc: 'FAIL', dmarcPolicy: 'quarantine' })).toEqual({ refused: 'dmarc' });
    expect(judge([from], { dmarc: 'FAIL', dmarcPolicy: 'none' })).toEqual(unproven);
    expect(judge([from], { dmarc: 'FAIL' })).toEqual(unproven);
  });

  test('a check that broke down proves nothing', () => {
    expect(judge([from], { dmarc: 'PROCESSING_FAILED' })).toEqual(unproven);
    expect(judge([from], { dmarc: 'DISABLED' })).toEqual(unproven);
  });
});

describe('a domain without DMARC', () => {
  const signed = ses('spf=pass; dkim=pass header.i=@example.org; dmarc=none header.from=example.org');

  test('is proven by its own signature', () => {
    expect(judge([hop, signed, 'Received: by elsewhere', from], gray)).toEqual(proven);
    expect(judge([signed, from], { ...gray, spf: 'FAIL' })).toEqual(proven);
  });

  test('is not proven by SPF, by nothing, or by the signature of another', () => {
    expect(judge([from], gray)).toEqual(unproven);
    expect(judge([signed, from], { ...gray, dkim: 'FAIL' })).toEqual(unproven);
    expect(judge([ses('dkim=pass header.i=@mailer.example.com'), from], gray)).toEqual(unproven);
    expect(judge([ses('dkim=fail header.i=@example.org'), from], gray)).toEqual(unproven);
  });

  test('forged verdicts count for nothing: further down, by another name, below a hop, in a comment', () => {
    expect(judge([ses('dkim=fail header.i=@x.example'), hop, signed, from], gray)).toEqual(unproven);
    expect(
      judge(['Authentication-Results: mx.evil.example; dkim=pass header.i=@example.org', from], gray),
    ).toEqual(unproven);
    expect(judge([hop, 'Received: by evil', signed, from], gray)).toEqual(unproven);
    expect(judge([ses('spf=fail (x; dkim=pass header.i=@example.org)'), from], gray)).toEqual(unproven);
    const quoted = ses('dkim=pass header.i="; dkim=pass header.i=@example.org"@evil.example');
    expect(judge([quoted, from], gray)).toEqual(unproven);
    expect(
      judge([from, 'X-SES-Spam-Verdict: PASS', signed.replace('amazonses', 'amazonses2')], gray),
    ).toEqual(unproven);
  });

  test('several signatures: one good one is enough', () => {
    const both = ses('dkim=pass header.i=@amazonses.com; dkim=pass (ok) header.i=tom@Example.org;');
    expect(dkimDomains(parseMail(rawMail([both, from])))).toEqual(['amazonses.com', 'example.org']);
    expect(judge([both, from], gray)).toEqual(proven);
  });
});

test.each([
  ['example.org', 'example.org', true],
  ['mail.example.org', 'example.org', true],
  ['example.org', 'mail.example.org', false],
  ['badexample.org', 'example.org', false],
  ['example.org', 'org', false],
  ['example.org', '', false],
  ['', '', false],
  ['shop.co.uk', 'co.uk', false],
  ['mail.shop.co.uk', 'shop.co.uk', true],
  ['shop.com.au', 'com.au', false],
  ['amt.firm.in', 'firm.in', false],
  ['mail.beispiel.de', 'beispiel.de', true],
])('a sender of %s signed by %s: %s', (sender, signer, aligned) => {
  expect(isAligned(sender, signer)).toBe(aligned);
});
