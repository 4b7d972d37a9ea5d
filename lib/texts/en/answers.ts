/** What a command is answered with, in English. */
export const answers = {
  'dead-letters':
    'I had to give something up ({code}) and have put it aside. Whoever runs Cardwire sees it with `cardwire dead --team {team}` and brings it back with `cardwire replay --team {team}`. If more of this comes today, I do not repeat it.',
  'did-add-step': '“{item}” is on the checklist of {card} now.',
  'did-archive': '{card} is in the archive now.',
  'did-assign': '{card} is assigned to {people} now.',
  'did-attach': 'On {card} now: {files}.',
  'did-check': 'Ticked “{item}” on {card}.',
  'did-comment': 'Your comment is on {card}.',
  'did-create-without':
    '{card} is open, but not assigned to {people}: not a member of the board any more. Ask an admin of the board if that is wrong.',
  'did-describe': '{card} has a new description.',
  'did-due': '{card} is due {due} now.',
  'did-due-removed': '{card} has no due date any more.',
  'did-follow': 'You follow {card} now: I tell you in a direct message what happens to it.',
  'did-follow-here': 'This conversation follows {card} now.',
  'did-label': '{card} is labelled {labels} now.',
  'did-move': '{card} is in **{column}** now.',
  'did-notify': '{address} hears of {card} by mail now.',
  'did-rename': '{card} is called “{title}” now.',
  'did-restore': '{card} is back from the archive.',
  'did-unassign': '{card} is no longer assigned to {people}.',
  'did-uncheck': '“{item}” on {card} is open again.',
  'did-unfollow': '{card} is quiet now.',
  'did-unlabel': '{card} is no longer labelled {labels}.',
  'draft-gone':
    'I no longer have the message that this form was opened for, so its link and its files are not on {card}. Add them on the board if they are needed.',
  'files-again': 'What you attached did not stay with me: attach it again, too.',
  'files-board-cannot':
    'This board takes no files from me, so these are not on {card}: {files}. Attach them on the board itself.',
  'files-gone':
    'I could not fetch these files, so they are not on {card}: {files}. Send them once more with a comment, or attach them on the board.',
  'files-refused':
    'The board did not take these files, so they are not on {card}: {files}. Attach them on the board itself, or send links to them.',
  'files-too-large':
    'These files are larger than {limit} MB, so they are not on {card}: {files}. Attach them on the board itself, or send links to them.',
  'files-too-many':
    'I take {most} files at a time, so these are not on {card}: {files}. Send them with a comment.',
  'from-message': 'From a message by {author}: {url}',
  'gave-up':
    'I could not do what you asked for, however often I tried ({code}), and have given it up. Send it again if you still want it, or ask whoever runs Cardwire to replay it.',
  kept: 'What you asked for is kept, and I do it as soon as that is put right. No need to send it again.',
  'link-follows': 'The link of the card follows.',
  'list-cut': '… and more: these are the first {count}.',
  'list-empty': 'There is nothing on this list.',
  'moved-to-direct':
    'I may not write where you opened {card}, so I tell you about it here. To have it there, invite me to that channel and send `/{word} follow {card} here` in it.',
  muted:
    'I may not write in this channel, so I tell you about {card} in a direct message. An admin can change that: invite me, and let me see the channel, write in it and embed links. Then send `/{word} follow {card} here`.',
  'muted-nowhere':
    'I may not write in this channel, and cannot open a direct message with you either: what happens to {card} shows on the board alone. An admin can change that: invite me, and let me see the channel, write in it and embed links.',
  'needs-card': 'Which card? Write its number (`#42`) or its link.',
  'needs-column': 'Which column? Write the name of one that the board has.',
  'needs-description': 'What shall the description be? Write the new one, or `-` to empty it.',
  'needs-item': 'Which step? Write how it begins, or `add` and a new one.',
  'needs-label': 'Which label? Write the name of one that the board has.',
  'needs-person': 'Who? Write one name or more, or `me`.',
  'not-in-channel':
    'I am not in this channel, so I could not tell anything here. Invite me to it, then send that once more.',
  'next-waits':
    'Whatever else you ask for here until then is kept, too, and comes after it: I say nothing of it before.',
  'no-board': 'This team has no board yet. Whoever runs Cardwire can add one to the team file.',
  'no-column': 'I find no column “{column}”. There are: {columns}.',
  'no-column-near': 'I find no column “{column}”. Did you mean **{near}**? There are: {columns}.',
  'no-label': 'I find no label “{label}”. There are: {labels}.',
  'no-label-near': 'I find no label “{label}”. Did you mean **{near}**? There are: {labels}.',
  'no-member': 'I find nobody called “{person}” on the board. There are: {people}.',
  'no-member-near':
    'I find nobody called “{person}” on the board. Did you mean **{near}**? There are: {people}.',
  'not-allowed': 'You may not `{verb}` here. If you should, ask the team to list you as a member.',
  'not-on-board':
    'I do not know who you are on the board. Ask whoever runs Cardwire to list you with your name there.',
  'paused-direct':
    'I cannot send direct messages to {who} any more, so they do not hear of their cards. When they allow direct messages from me again, whoever runs Cardwire sends `cardwire resume {team}`.',
  'paused-forbidden':
    'I may not write in “{room}” ({connection}) any more, so cards are not told there. Invite me, or give me back the right to write there; then use a command there, or let whoever runs Cardwire send `cardwire resume {team}`.',
  'paused-not-found':
    'I cannot find “{room}” ({connection}) any more, so cards are not told there. If it still exists, invite me; then use a command there, or let whoever runs Cardwire send `cardwire resume {team}`.',
  'paused-unauthorized':
    '“{connection}” does not accept my token any more, so nothing is told there. It is kept until whoever runs Cardwire makes a new token and sets the team up again: `cardwire setup`.',
  'search-empty': 'I find no card with “{wanted}”. To open one with your own words: `/{word} create …`',
  'was-not-following': 'You were not following {card}.',
  'went-wrong':
    'That did not work, and trying again would not help. Tell whoever runs Cardwire this code: `{code}`.',
  'will-try-again':
    'The board does not answer right now. What you asked for is kept, and I do it as soon as it is back.',
  'you-wrote': 'You wrote:\n```\n{text}\n```',
  'title-empty': 'A card needs a title.',
  'code-too-often':
    'Those were too many wrong codes. Wait an hour, then type the code as it was given to you.',
  'code-unknown':
    'I do not know this code. It may be mistyped, or older than a day: ask whoever gave it to you for a new one.',
  'code-used':
    'This code has been used already: each is good for one time. Ask whoever gave it to you for a new one.',
  'connected-already': 'This server is connected already. `/{word} help` shows everything you can ask for.',
  'did-connect':
    'This server is connected now, and this channel hears of every card. `/{word} help` shows everything you can ask for.',
  'did-link': 'This account is linked to {name} now.',
  'link-code':
    'Type `/{word} link {code}` with your other account. The code is good for one day and one account, which then counts as {name}: give it to nobody else.',
  'link-nobody':
    'I do not know who you are in the team. Ask whoever runs Cardwire for a code (`cardwire invite`), then type `/{word} link` with it.',
  'link-not-here':
    'There is no need to link this account: I know you by your user name here. The code is for an account elsewhere, such as on Discord.',
  'link-nowhere':
    'There is nothing to link: this team has no chat in which I do not know people by their user names.',
  'link-unproven':
    'Nothing proves that this message is yours, so I link nothing to it. Ask whoever runs Cardwire to write your address into the team file.',
  'too-many-commands':
    'That was more than {limit} commands within a minute, so this one was not done. Wait a minute, then send it again.',
  'comment-empty': 'A comment needs a text.',
  'not-found': 'I do not find {card}. It may have been deleted, or it is not one of yours.',
  'done-column-gone':
    'The column that means done is no longer on the board. Move the card yourself with `/{word} move {card} …`. There are: {columns}. Whoever runs Cardwire can name another one as `done`.',
  'due-unclear':
    'I do not understand `{due}` as a due date. Write it like `due:friday`, `due:tomorrow 14:00`, `due:in 3 days`, `due:24.12.` or `due:2027-12-24`.\n```\n/{word} {text}\n```',
  'due-past': '{at} is over already. Give a due date that is still to come.\n```\n/{word} {text}\n```',
  'title-missing':
    'That card has no title yet. Put a few words in front of the marks, like `/{word} Fix the pump @tom #urgent`.\n```\n/{word} {text}\n```',
  'title-too-long':
    'A title has room for {longest} characters, yours has {length}. Shorten it, or put the long version into the description with `/{word} describe`.\n```\n/{word} {text}\n```',
  'verb-needs-more':
    '`{verb}` needs something after the card: `/{word} {usage}`. `/{word} help {verb}` shows examples.\n```\n/{word} {text}\n```',
  'verb-takes-no-more':
    '`{verb}` takes a card and nothing after it: `/{word} {usage}`. To open a card with your words, send:\n```\n/{word} create {text}\n```',
  'verb-or-title':
    'That begins like a command, which goes `/{word} {usage}`. To open a card with your words, send:\n```\n/{word} create {text}\n```',
  'verb-mistyped':
    'I do not know `{verb}`. Did you mean `{meant}`?\n```\n/{word} {instead}\n```\nTo open a card with your words, send:\n```\n/{word} create {text}\n```',
  'search-for-what': 'What shall I search for? Write `/{word} search pump`.',
  'boards-are':
    'There are these boards: {boards}. This conversation means **{board}**; `/{word} board …` changes that.',
  'did-board': 'This conversation means the board **{board}** from now on.',
  'no-such-board': 'I find no board “{board}”. There are: {boards}.\n```\n/{word} {text}\n```',
  'no-such-board-near':
    'I find no board “{board}”. Did you mean **{near}**? There are: {boards}.\n```\n/{word} {text}\n```',
  'cut-more': '[The rest is on the card]({url})',
  somebody: 'Somebody',
  something: 'something',
} as const;
