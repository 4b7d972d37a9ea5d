import { describe, expect, test } from '@jest/globals';
import { readBody } from '../../../../lib/channels/email/read/body.ts';

describe('text or HTML', () => {
  test('the text, where the HTML knows nothing more', () => {
    const mail = { text: 'Hi Tom,\nit leaks *badly*.\n', html: '<p>Hi Tom,<br>it leaks *badly*.</p>' };
    expect(readBody(mail).said).toBe('Hi Tom,\nit leaks \\*badly\\*.');
    expect(readBody({ text: mail.text }).said).toBe('Hi Tom,\nit leaks \\*badly\\*.');
  });

  test.each([
    ['there is no text', undefined],
    ['the text is empty', ' \r\n\r\n'],
    ['the text only asks for HTML', 'This message requires an HTML mail client.'],
    ['the text only asks for HTML, in German', 'Ihr Programm zeigt keine HTML-Mails an.'],
  ])('the HTML, where %s', (_, text) => {
    expect(readBody({ text, html: '<p>It leaks.</p>' }).said).toBe('It leaks.');
  });

  test('the HTML, where it has a list that the text has not', () => {
    const mail = {
      text: 'We need\n\nnails\n\nrope',
      html: '<p>We need</p><ul><li>nails</li><li>rope</li></ul>',
    };
    expect(readBody(mail).said).toBe('We need\n\n- nails\n- rope');
  });

  test("the HTML, where it is Outlook's", () => {
    const html = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><body><p class=MsoNormal>One<o:p></o:p></p><p class=MsoNormal>Two<o:p></o:p></p></body></html>`;
    expect(readBody({ text: 'One\n\nTwo\n\n', html }).said).toBe('One\nTwo');
  });

  test('the HTML, where the client marked what is quoted', () => {
    const mail = {
      text: 'Yes\n\nTom, who is always right, had said\n\n> Shall we?',
      html: '<p>Yes</p><div class="gmail_quote"><div class="gmail_attr">Tom had said</div><blockquote>Shall we?</blockquote></div>',
    };
    expect(readBody(mail)).toMatchObject({ said: 'Yes', cut: 'Tom had said\nShall we?' });
  });

  test('the text, where the HTML cannot be read', () => {
    const mail = { text: 'It leaks.', html: `${'<div>'.repeat(5000)}It leaks.` };
    expect(readBody(mail).said).toBe('It leaks.');
  });

  test('neither', () => {
    expect(readBody({})).toEqual({ said: '', cut: '', images: [], signatureImages: [] });
    expect(readBody({ text: '', html: '<p>&nbsp;</p>' }).said).toBe('');
  });
});

describe('nothing that a person wrote is lost', () => {
  test('a quote alone stays', () => {
    const html =
      '<div><br></div><div class="gmail_quote"><blockquote class="gmail_quote">Shall we?</blockquote></div>';
    expect(readBody({ html }).said).toContain('Shall we?');
  });

  test('an answer inside what the client takes for a signature stays', () => {
    const html = '<div id="AppleMailSignature">On my way</div><blockquote type="cite">Shall we?</blockquote>';
    expect(readBody({ html }).said).toContain('On my way');
  });

  test.each([
    ['See my answers below in red.'],
    ['Meine Antworten unten in rot.'],
    ['Comments inline.'],
    ['Mes réponses ci-dessous.'],
  ])('%s: what Outlook quotes stays, for the answers in it', (said) => {
    const html = `<div>${said}</div><div id="appendonsend"></div><hr><div id="divRplyFwdMsg"><b>From:</b> Tom<br><b>Sent:</b> Monday<br><b>To:</b> Eva<br><b>Subject:</b> Roof</div><div>Who has a ladder?</div><div style="color:red">I do.</div>`;
    expect(readBody({ html }).said).toContain('I do.');
    expect(readBody({ html: html.replace(said, 'Fine with me.') }).said).toBe('Fine with me.');
  });

  test('the same in plain text', () => {
    const original = `-----Original Message-----\nFrom: Tom\nSent: Monday, May 4, 2026 10:11\nTo: Eva\nSubject: Roof\n\n${'Who has a ladder? '.repeat(12)}\n[Eva] I do.`;
    expect(readBody({ text: `See below.\n\n${original}` }).said).toContain('[Eva] I do.');
    expect(readBody({ text: `Fine.\n\n${original}` }).said).toBe('Fine.');
  });

  test.each([
    ['I have answered below.'],
    ['Please find my comments below'],
    ['See the red text'],
    ['Antworten siehe unten'],
    ['Hallo, ich habe unten geantwortet.'],
    ['Siehe meine Antworten.'],
    ['Antworten in GROSSBUCHSTABEN'],
  ])('%s: also where the mail below is short', (said) => {
    const original =
      '-----Original Message-----\nFrom: Tom\nSent: Monday, May 4, 2026 10:11\nTo: Eva\nSubject: Roof\n\nRed?\n\nBlue.';
    expect(readBody({ text: `${said}\n\n${original}` }).said).toContain('Blue.');
    expect(readBody({ text: `No.\n\n${original}` }).said).toBe('No.');
  });
});

describe('what a server hangs below the quote is no answer to it', () => {
  const answer =
    '<div dir="ltr">Yes</div><br><div class="gmail_quote"><div class="gmail_attr">On Mon, 4 May 2026 at 10:11, Tom &lt;tom@example.org&gt; wrote:<br></div><blockquote class="gmail_quote">Shall we?</blockquote></div>';

  test.each([
    [
      'This e-mail is confidential and intended solely for the addressee. If you have received it in error, please notify the sender and delete it.',
    ],
    ['_______________________________________________<br>roofs mailing list<br>roofs@lists.example.org'],
    ['-- <br>You received this message because you are subscribed to the Google Groups "roofs" group.'],
    ['Sent from my iPhone'],
  ])('%s', (footer) => {
    const { said, cut } = readBody({ html: `${answer}<br><p>${footer}</p>` });
    expect(said).toBe('Yes');
    expect(cut).toContain('> Shall we?');
  });
});

describe('a forwarded mail', () => {
  const gmail =
    '<div dir="ltr">Please look.<br><br><div class="gmail_quote"><div dir="ltr" class="gmail_attr">---------- Forwarded message ---------<br>From: <strong class="gmail_sendername">Tom</strong> <span dir="auto">&lt;<a href="mailto:tom@example.org">tom@example.org</a>&gt;</span><br>Date: Mon, 4 May 2026<br>Subject: Roof<br>To: Eva &lt;eva@example.org&gt;<br></div><br><br><div dir="ltr">The roof <b>leaks</b>:<img src="cid:leak@x" alt="leak.png"></div></div></div>';

  test.each([[{ subject: 'Fwd: Roof' }], [{ subject: 'Fwd: Roof', reply: false }], [{}]])('%j', (options) => {
    const body = readBody({ html: gmail }, options);
    expect(body.said).toBe('Please look.');
    expect(body.images).toEqual(['leak@x']);
    expect(body.forward).toMatchObject({
      said: 'Please look.',
      original: { from: 'Tom <tom@example.org>', subject: 'Roof', text: 'The roof **leaks**:\\[leak.png\\]' },
    });
  });

  test('by Outlook', () => {
    const html =
      '<div class=WordSection1><p class=MsoNormal>zur Info</p><div><div style="border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm"><p class=MsoNormal><b>Von:</b> Tom &lt;tom@example.org&gt;<br><b>Gesendet:</b> Montag, 4. Mai 2026 10:11<br><b>An:</b> Eva<br><b>Betreff:</b> Dach</p></div></div><p class=MsoNormal>Es tropft.</p></div>';
    const body = readBody({ html }, { subject: 'WG: Dach', reply: false });
    expect(body.forward).toMatchObject({
      said: 'zur Info',
      original: { subject: 'Dach', text: 'Es tropft.' },
    });
  });
});
