import type { Reply } from './replies.ts';

const old = '<div>Shall we mend the roof?</div>';

/** Clients on phones. */
export const phones: readonly Reply[] = [
  {
    client: 'iPhone',
    html: `<html><head><meta http-equiv="content-type" content="text/html; charset=utf-8"></head><body dir="auto">Yes, please.<br><br><div dir="ltr">Sent from my iPhone</div><div dir="ltr"><br><blockquote type="cite">On 4 May 2026, at 10:11, Tom &lt;tom@example.org&gt; wrote:<br><br></blockquote></div><blockquote type="cite"><div dir="ltr">\uFEFF${old}</div></blockquote></body></html>`,
    said: 'Yes, please.',
    cut: 'Shall we mend the roof?',
  },
  {
    client: 'iPhone, German',
    html: `<body dir="auto"><div dir="ltr">Mache ich.</div><div dir="ltr"><br>Von meinem iPhone gesendet</div><div dir="ltr"><br><blockquote type="cite">Am 04.05.2026 um 10:11 schrieb Tom &lt;tom@example.org&gt;:<br><br></blockquote></div><blockquote type="cite">${old}</blockquote></body>`,
    said: 'Mache ich.',
    cut: 'iPhone gesendet',
  },
  {
    client: 'Gmail on a phone',
    html: `<div dir="auto">Ok</div><br><div class="gmail_quote"><div dir="ltr" class="gmail_attr">On Mon, 4 May 2026, 10:11 Tom, &lt;<a href="mailto:tom@example.org">tom@example.org</a>&gt; wrote:<br></div><blockquote class="gmail_quote">${old}</blockquote></div>`,
    said: 'Ok',
    cut: 'Shall we mend the roof?',
  },
  {
    client: 'K-9',
    html: `<!DOCTYPE html><html><body><div dir="auto">Coming.<br><br></div><div class="k9mail-signature">-- <br>Sent from my Android device with K-9 Mail.</div><br><br><div class="gmail_quote">On May 4, 2026, Tom &lt;tom@example.org&gt; wrote:<blockquote class="gmail_quote" style="margin: 0pt 0pt 0pt 0.8ex;">${old}</blockquote></div></body></html>`,
    said: 'Coming.',
    cut: 'K-9 Mail',
  },
  {
    client: 'GMX on a phone',
    html: `<html><head></head><body>Geht klar.<br><br>-- <br>Diese Nachricht wurde von meinem Android Mobiltelefon mit GMX Mail gesendet.<div class="mail_android_quote" style="line-height: 1; padding: 0.3em">Am 04.05.26, 10:11 schrieb Tom &lt;tom@example.org&gt;:<blockquote class="gmail_quote" style="margin: 0.8ex 0pt 0pt 0.8ex;">${old}</blockquote></div></body></html>`,
    said: 'Geht klar.',
    cut: 'Android Mobiltelefon',
  },
  {
    client: 'Samsung',
    html: `<html><head></head><body dir="auto"><div dir="auto">Will do.</div><div dir="auto"><br></div><div id="composer_signature" dir="auto"><div style="font-size:85%">Sent from my Galaxy</div></div><div dir="auto"><br></div><div><br></div><div align="left" dir="auto" style="font-size:100%"><!-- originalMessage --><div>-------- Original message --------</div><div>From: Tom &lt;tom@example.org&gt; </div><div>Date: 04/05/2026  10:11  (GMT+01:00) </div><div>To: Eva </div><div>Subject: Roof </div><div><br></div></div>${old}</body></html>`,
    said: 'Will do.',
    cut: 'Original message',
  },
  {
    client: 'Yahoo on a phone',
    html: `<div>Sure</div><div id="ymail_android_signature"><a href="https://mail.onelink.me/1">Sent from Yahoo Mail on Android</a></div><br><blockquote style="margin: 0 0 20px 0;"><div style="font-family:Roboto, sans-serif;"><div>On Mon, May 4, 2026 at 10:11, Tom</div><div>&lt;tom@example.org&gt; wrote:</div></div><div>${old}</div></blockquote>`,
    said: 'Sure',
    cut: 'Shall we mend the roof?',
  },
  {
    client: 'BlueMail',
    html: `<div dir="auto">Fine.</div><div class="replyHeader" dir="auto">On May 4, 2026, at 10:11, Tom wrote:</div><blockquote class="gmail_quote" cite="mid:1@x">${old}</blockquote>`,
    said: 'Fine.',
    cut: 'Tom wrote',
  },
];
