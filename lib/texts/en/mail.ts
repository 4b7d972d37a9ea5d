/** What is said in mails and about them, in English. */
export const mail = {
  'due-line-past':
    '{at} is over already. Answer once more with a due date that is still to come, in a line like `due: friday`.',
  'due-line-unclear':
    'I do not understand `{due}` as a due date. Answer once more with a line like `due: friday`, `due: tomorrow 14:00`, `due: in 3 days`, `due: 24.12.` or `due: 2027-12-24`.',
  'line-unclear':
    'I do not understand the line `{line}`. Answer once more with a line like `move: Doing`, `label: urgent` or `assign: me`.',
  'notify-asked':
    'I have asked {address} by mail whether news of {card} is welcome there. It follows the card as soon as they say yes.',
  'notify-blocked':
    'I cannot write to {address}: mail from me has come back from there, or was unwanted. Give another address.',
  'notify-confirm':
    'Somebody gave the team {team} this address, so that it gets news of the card {card}. If that is all right:\n[Yes, send me the news]({url})\nIf not, do nothing, and nothing else comes.',
  'notify-no-mail': 'This team has no mail set up, so I can notify no address. Everything else is done.',
  'notify-subject': 'News from {team}?',
  'notify-too-often':
    'Too many addresses were asked today, so I did not ask this one. Try again tomorrow with `follow`.',
  'notify-unclear':
    'I do not understand `{value}` as a mail address. Write it like `notify:me@example.org`.\n```\n/{word} {text}\n```',
  'unread-column': 'Column: {value}',
  'unread-due': 'Due: {value}',
  'unread-label': 'Label: {value}',
  'unread-person': 'Assign to: {value}',
  'unread-priority': 'Priority: {value}',
  'mail-address-refused':
    'Mail cannot be sent to this address. Write it again, without anything but letters, digits and the usual signs.',
  'mail-answer': 'Answer this mail to add a comment; files go along.',
  'mail-board': 'With a login on the board, open [the card there]({url})',
  'mail-came-back':
    'Mail to {address} comes back, so I write there no more. Reach them another way, or look whether the address is right.',
  'mail-complained': '{address} has reported a mail of mine as unwanted, so I write there no more.',
  'mail-confirm':
    'To make sure that this mail is from you, please confirm it:\n[Yes, I wrote it]({url})\nThen the team gets it at once, and everything you write from now on. Without that it goes no further, and is deleted after a week.',
  'mail-confirm-more':
    'One more mail waits for your yes: “{subject}”. If you did not write it, do nothing.\n[I wrote that one, too]({url})',
  'mail-confirm-unproven':
    'A mail in your name came in, “{subject}”, and nothing proves that it is from you. If you did not write it, do nothing: it goes no further, and is deleted after a week. If you did:\n[Yes, I wrote it]({url})',
  'mail-empty':
    'Your mail came without a subject, a text or a file, so there was nothing to make a card of. Send it again: the subject becomes the title of the card, the text its description, and files go along.',
  'mail-encrypted': 'This mail is encrypted, so its words are in the original alone.',
  'mail-encrypted-told':
    '{card} is open, but your mail was encrypted and I could not read it. The team has the original; what the card itself shall say, please send unencrypted.',
  'mail-files-dangerous':
    'Not attached, because such files can do harm: {files}. They are in the original mail.',
  'mail-files-too-much':
    'Not attached, because they are too large or too many: {files}. They are in the original mail.',
  'mail-forwarded': '{who} passed this mail on. It says that it is from {from}, which nothing proves:',
  'mail-forwarded-unknown': '{who} passed this mail on. It does not say whom it is from:',
  'mail-not-understood': '{card} is open. I could not do this, so it stands in the description: {lines}',
  'mail-original': '[The mail as it came]({url}), kept for 30 days',
  'mail-signed': 'The mail is signed. I have not checked the signature.',
  'mail-shortened': 'The mail is longer than this: the rest is in the original.',
  'mail-strangers-refused':
    'The team takes mail from people it knows only, so yours was not passed on. If you belong to it, ask for your address to be added; otherwise reach the team another way.',
  'mail-too-large':
    'Your mail is larger than {limit} MB, so I could not read it and nobody has seen it. Send it again with smaller files, or with links to them.',
  'mail-too-often':
    'Too many mails came from your address today, so this one was not passed on. Send it again tomorrow.',
  'mail-undone': 'I could not do this, so it stands in the description: {lines}',
  'mail-unproven': 'Nothing proves that this mail is from {address}.',
  'mail-unreadable':
    'Your mail is put together in a way that I cannot read, so nobody has seen it. Send it again as plain text, or with fewer attachments.',
  'mail-unsubscribed': 'Done: you get no more mail about this card.',
  'mail-followed': 'You hear of this card from now on.',
  'mail-from': 'Written by Cardwire for the team {team}.',
  'mail-next':
    'I write to you here when it is moved, commented on or done. Answer this mail to add something: your words become a comment, and files go along.',
  'mail-no-rooms': 'Mail has no rooms: name one of a chat, such as Mattermost or Discord.',
  'mail-opened': 'Thank you. This mail is a card now, and the team sees it on its board:',
  'mail-rejected':
    'Amazon SES does not take a mail of mine as it is. Whoever runs Cardwire finds the reason in the SES console.',
  'mail-sandbox':
    'Amazon SES still keeps this account in its sandbox, where mail goes to verified addresses only. Whoever runs Cardwire can ask for production access in the SES console.',
  'mail-why':
    'This was sent to {address}, because you wrote to the team or follow this card. [Stop these mails]({url})',
} as const;
