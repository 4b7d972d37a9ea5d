/** An answer as a client writes it: what of its HTML is the person's, and a word of what is cut. */
export interface Reply {
  readonly client: string;
  readonly html: string;
  readonly said: string;
  readonly cut: string;
}

const old = '<div>Shall we mend the roof?</div>';

/** Clients in the browser and on the desk, but Microsoft's. */
export const replies: readonly Reply[] = [
  {
    client: 'Gmail',
    html: `<div dir="ltr">Hi Tom,<div><br></div><div>Monday is <b>fine</b>.</div><div>I bring the ladder.</div></div><br><div class="gmail_quote gmail_quote_container"><div dir="ltr" class="gmail_attr">On Mon, 4 May 2026 at 10:11, Tom &lt;<a href="mailto:tom@example.org">tom@example.org</a>&gt; wrote:<br></div><blockquote class="gmail_quote" style="margin:0px 0px 0px 0.8ex">${old}</blockquote></div>`,
    said: 'Hi Tom,\n\nMonday is **fine**.\nI bring the ladder.',
    cut: 'Shall we mend the roof?',
  },
  {
    client: 'Gmail, with a signature',
    html: `<div dir="ltr"><div>Agreed.<br clear="all"></div><div><br></div><span class="gmail_signature_prefix">-- </span><br><div dir="ltr" class="gmail_signature" data-smartmail="gmail_signature"><div>Eva Example<br>Roofs Ltd</div></div></div><br><div class="gmail_quote"><div dir="ltr" class="gmail_attr">Am Mo., 4. Mai 2026 um 10:11 Uhr schrieb Tom:<br></div><blockquote class="gmail_quote">${old}</blockquote></div>`,
    said: 'Agreed.',
    cut: 'Roofs Ltd',
  },
  {
    client: 'Gmail before 2018',
    html: `<div dir="ltr">No.</div><div class="gmail_extra"><br><div class="gmail_quote">2017-05-04 10:11 GMT+02:00 Tom <span dir="ltr">&lt;<a href="mailto:tom@example.org">tom@example.org</a>&gt;</span>:<br><blockquote class="gmail_quote">${old}</blockquote></div><br></div>`,
    said: 'No.',
    cut: 'Shall we mend the roof?',
  },
  {
    client: 'Gmail, answers between',
    html: '<div dir="ltr"><br></div><div class="gmail_quote"><div dir="ltr" class="gmail_attr">On Mon, 4 May 2026, Tom wrote:<br></div><blockquote class="gmail_quote"><div>Who has a ladder?</div></blockquote><div>I do.</div><blockquote class="gmail_quote"><div>And nails?</div></blockquote><div>Not me.</div></div>',
    said: 'On Mon, 4 May 2026, Tom wrote:\n\n> Who has a ladder?\n\nI do.\n\n> And nails?\n\nNot me.',
    cut: '',
  },
  {
    client: 'Thunderbird',
    html: `<html><head><meta http-equiv="Content-Type" content="text/html; charset=UTF-8"></head><body><p>Yes, <i>please</i>.</p><p><br></p><div class="moz-cite-prefix">Am 04.05.26 um 10:11 schrieb Tom:<br></div><blockquote type="cite" cite="mid:1@example.org">${old}</blockquote><p><br></p><pre class="moz-signature" cols="72">-- \nEva Example</pre></body></html>`,
    said: 'Yes, _please_.',
    cut: 'Eva Example',
  },
  {
    client: 'Thunderbird, answers below',
    html: `<div class="moz-cite-prefix">On 04.05.26 10:11, Tom wrote:<br></div><blockquote type="cite" cite="mid:1@example.org">${old}</blockquote><p>Yes, on Monday.</p><div class="moz-signature">-- <br>Eva</div>`,
    said: 'Yes, on Monday.',
    cut: 'Shall we mend the roof?',
  },
  {
    client: 'Thunderbird, answers between',
    html: '<div class="moz-cite-prefix">On 04.05.26 10:11, Tom wrote:<br></div><blockquote type="cite" cite="mid:1@x"><p>Who has a ladder?</p></blockquote><p>I do.</p><blockquote type="cite" cite="mid:1@x"><p>And nails?</p></blockquote><p>Not me.</p>',
    said: 'On 04.05.26 10:11, Tom wrote:\n\n> Who has a ladder?\n\nI do.\n\n> And nails?\n\nNot me.',
    cut: '',
  },
  {
    client: 'Apple Mail',
    html: `<html><body style="overflow-wrap: break-word;">I agree.<div>Let us begin.<br id="lineBreakAtBeginningOfMessage"><div><br><blockquote type="cite"><div>On 4. May 2026, at 10:11, Tom &lt;tom@example.org&gt; wrote:</div><br class="Apple-interchange-newline"><div>${old}</div></blockquote></div><br></div></body></html>`,
    said: 'I agree.\nLet us begin.',
    cut: 'Shall we mend the roof?',
  },
  {
    client: 'Apple Mail before 2018, with the line outside the quote',
    html: `<body>I agree.<div><br></div><div id="AppleMailSignature">Eva</div><div><br><div>On May 4, 2016, at 10:11 AM, Tom &lt;<a href="mailto:tom@example.org">tom@example.org</a>&gt; wrote:</div><br><blockquote type="cite">${old}</blockquote></div></body>`,
    said: 'I agree.',
    cut: 'Eva',
  },
  {
    client: 'GMX and web.de',
    html: `<div style="font-family: Verdana;font-size: 12.0px;"><div>Hallo Tom,</div><div>&nbsp;</div><div>Montag passt.</div><div>&nbsp;<div>&nbsp;<div name="quote" style="margin:10px 5px 5px 10px; border-left:2px solid #C3D9E5;"><div style="margin:0 0 10px 0;"><b>Gesendet:</b>&nbsp;Montag, 04. Mai 2026 um 10:11 Uhr<br/><b>Von:</b>&nbsp;Tom &lt;tom@example.org&gt;<br/><b>An:</b>&nbsp;eva@example.org<br/><b>Betreff:</b>&nbsp;Dach</div><div name="quoted-content">${old}</div></div></div></div></div>`,
    said: 'Hallo Tom,\n\nMontag passt.',
    cut: 'Betreff: Dach',
  },
  {
    client: 'Yahoo',
    html: `<html><body><div class="ydp1a2b3cyahoo-style-wrap"><div dir="ltr">Good idea.</div><div><br></div><div class="ydp1a2b3csignature">Eva Example</div></div><div id="ydp4d5e6fyahoo_quoted_7" class="ydp4d5e6fyahoo_quoted"><div><div>On Monday, May 4, 2026, Tom wrote:</div><div><br></div>${old}</div></div></body></html>`,
    said: 'Good idea.',
    cut: 'Eva Example',
  },
  {
    client: 'Proton Mail',
    html: `<div style="font-family: Arial;">Done.</div><div><br></div><div class="protonmail_signature_block"><div class="protonmail_signature_block-user">Eva</div><div class="protonmail_signature_block-proton">Sent with Proton Mail secure email.</div></div><div><br></div><div class="protonmail_quote">On Monday, May 4th, 2026 at 10:11, Tom wrote:<br><blockquote class="protonmail_quote" type="cite">${old}</blockquote><br></div>`,
    said: 'Done.',
    cut: 'Sent with Proton Mail',
  },
  {
    client: 'Zimbra',
    html: `<html><body><div style="color: #000000"><div>Fine with me.</div><div data-marker="__SIG_PRE__">Eva Example</div><hr id="zwchr" data-marker="__DIVIDER__"><div data-marker="__HEADERS__"><b>From: </b>"Tom"<br><b>Sent: </b>Monday</div><div data-marker="__QUOTED_TEXT__">${old}</div></div></body></html>`,
    said: 'Fine with me.',
    cut: 'Sent:',
  },
  {
    client: 'Spark',
    html: `<div name="messageBodySection"><div dir="auto">Works.</div></div><div name="messageSignatureSection"><br>Eva</div><div name="messageReplySection">On May 4, 2026, Tom wrote:<br><blockquote type="cite">${old}</blockquote></div>`,
    said: 'Works.',
    cut: 'Shall we mend the roof?',
  },
  {
    client: 'Tuta',
    html: `<div dir="auto">Fine.<br></div><div dir="auto"><br></div><div dir="auto">4. Mai 2026, 10:11 von tom@example.org:<br></div><blockquote class="tutanota_quote" style="border-left: 1px solid #93A3B8; padding-left: 10px;">${old}</blockquote>`,
    said: 'Fine.',
    cut: 'von tom@example.org',
  },
  {
    client: 'Roundcube',
    html: `<p>Ja.</p><div id="_rc_sig">Eva</div><p id="reply-intro">Am 2026-05-04 10:11, schrieb Tom:</p><blockquote type="cite">${old}</blockquote>`,
    said: 'Ja.',
    cut: 'schrieb Tom',
  },
  {
    client: 'QQ',
    html: `<div>好的</div><div><br></div><div style="font-size: 12px;">------------------&nbsp;原始邮件&nbsp;------------------</div><div style="background:#efefef;"><div><b>发件人:</b> Tom</div></div>${old}`,
    said: '好的',
    cut: 'Shall we mend the roof?',
  },
];
