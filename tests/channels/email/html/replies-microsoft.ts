import type { Reply } from './replies.ts';

const word = (body: string) =>
  `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style><!-- p.MsoNormal {margin:0cm;} --></style></head><body lang=DE link="#0563C1" style='word-wrap:break-word'><div class=WordSection1>${body}</div></body></html>`;

const line = (text: string) =>
  `<p class=MsoNormal><span style='font-size:11.0pt'>${text}<o:p></o:p></span></p>`;

const item = (sign: string, text: string) =>
  `<p class=MsoListParagraph style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>${sign}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>${text}<o:p></o:p></p>`;

const original = (colour: string) =>
  `<div><div style='border:none;border-top:solid ${colour} 1.0pt;padding:3.0pt 0cm 0cm 0cm'><p class=MsoNormal><b>Von:</b> Tom &lt;tom@example.org&gt; <br><b>Gesendet:</b> Montag, 4. Mai 2026 10:11<br><b>An:</b> Eva<br><b>Betreff:</b> Dach<o:p></o:p></p></div></div><p class=MsoNormal>Machen wir das Dach?</p>`;

const quoted =
  '<div id="divRplyFwdMsg" dir="ltr"><font face="Calibri"><b>From:</b> Tom &lt;tom@example.org&gt;<br><b>Sent:</b> Monday, May 4, 2026 10:11<br><b>To:</b> Eva<br><b>Subject:</b> Roof</font><div>&nbsp;</div></div><div>Shall we mend the roof?</div>';

/** Microsoft's clients. */
export const microsoft: readonly Reply[] = [
  {
    client: 'Outlook for Windows',
    html: word(
      line('Hallo Tom,') +
        line('&nbsp;') +
        line('das passt. Wir brauchen:') +
        item('·', 'eine Leiter') +
        item('·', '<b>N&auml;gel</b>') +
        line('&nbsp;') +
        original('#E1E1E1'),
    ),
    said: 'Hallo Tom,\n\ndas passt. Wir brauchen:\n\n- eine Leiter\n- **Nägel**',
    cut: 'Machen wir das Dach?',
  },
  {
    client: 'Outlook 2010, numbered',
    html: word(line('First things:') + item('1.', 'ladder') + item('2.', 'nails') + original('#B5C4DF')),
    said: 'First things:\n\n1. ladder\n2. nails',
    cut: 'Gesendet:',
  },
  {
    client: 'Outlook on the web',
    html: `<html><head><style type="text/css" style="display:none;"> P {margin-top:0;margin-bottom:0;} </style></head><body dir="ltr"><div class="elementToProof" style="font-family: Calibri;">Looks good.</div><div class="elementToProof"><br></div><div class="elementToProof">Go on.</div><div id="Signature"><p>Eva Example</p><img src="cid:logo.png@01D9"></div><div id="appendonsend"></div><hr style="display:inline-block;width:98%" tabindex="-1">${quoted}</body></html>`,
    said: 'Looks good.\n\nGo on.',
    cut: 'Eva Example',
  },
  {
    client: 'Outlook on the web, new',
    html: `<div class="elementToProof">Looks good.</div><div id="mail-editor-reference-message-container"><hr style="display: inline-block; width: 98%;">${quoted}</div>`,
    said: 'Looks good.',
    cut: 'Sent: Monday',
  },
  {
    client: 'Outlook on a phone',
    html: `<html><body><div dir="auto">On my way.</div><div dir="auto" id="ms-outlook-mobile-body-separator-line"><br></div><div dir="auto" id="ms-outlook-mobile-signature" class="ms-outlook-mobile-signature">Get <a href="https://aka.ms/o0ukef">Outlook for iOS</a></div><hr style="display:inline-block;width:98%" tabindex="-1">${quoted}</body></html>`,
    said: 'On my way.',
    cut: 'Outlook for iOS',
  },
  {
    client: 'Hotmail',
    html: '<body class="hmmessage"><div dir="ltr">Sure!<br><br><div><hr id="stopSpelling">From: tom@example.org<br>To: eva@example.org<br>Subject: Roof<br><br>Shall we mend the roof?</div></div></body>',
    said: 'Sure!',
    cut: 'Subject: Roof',
  },
  {
    client: 'Outlook for Mac 2011',
    html: '<html><body><div>Yes.</div><div><br></div><span id="OLK_SRC_BODY_SECTION"><div><span>From: </span> Tom<br><span>Date: </span> Monday<br></div><div>Shall we mend the roof?</div></span></body></html>',
    said: 'Yes.',
    cut: 'Shall we mend the roof?',
  },
  {
    client: 'Exchange, from plain text',
    html: '<html><head><meta name="Generator" content="Microsoft Exchange Server"></head><body><font size="2"><span style="font-size:11pt;"><div class="PlainText">Yes.<br>\nMonday.<br>\n<br>\n-----Original Message-----<br>\nFrom: Tom<br>\nSent: Monday, May 4, 2026 10:11<br>\nTo: Eva<br>\nSubject: Roof<br>\n<br>\nShall we mend the roof?</div></span></font></body></html>',
    said: 'Yes.\nMonday.',
    cut: 'Subject: Roof',
  },
];
