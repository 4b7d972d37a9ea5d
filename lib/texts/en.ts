/**
 * Everything the product says to people, in English. A new language is one file like this one, listed in `texts.ts`.
 * `{name}` is filled in and escaped by the channel; `**bold**`, `code` in backquotes, a block of lines between ``` and
 * `[text]({url})` are the only marks. A value called `url` is a link and goes in as it is. See `format.ts`.
 */
export const en = {
  'address-refused':
    'That address is on a private network, and I do not call those. If it is meant, set `private: true` in the team file and set the team up again.',
  'board-cannot': 'This board has no way to `{verb}`.',
  'board-account-has-none':
    'The account is a member of no board. Add it to “{board}” on the board server and try again.',
  'board-api-off':
    'The board server has its API switched off. Whoever runs it can set `WITH_API=true`; then try again.',
  'board-blocked': 'This project is blocked on the board server. Ask whoever runs it to unblock it.',
  'board-card-archived': 'This card is in the archive, where nothing can change it. Restore it first.',
  'board-column-gone': 'This column is no longer on the board. Choose another one.',
  'board-file-refused':
    'The board did not take “{name}”. It may be too large or of a kind that it refuses. Attach it on the board itself, or send a link to it.',
  'board-forbidden':
    'The board does not let me do that. Ask an admin of the board to make my account a normal member of it.',
  'board-ignored-change':
    'The board took the change and ignored it. Look at the card on the board and try again.',
  'board-keeps-description':
    'The board cannot empty a description from here. Write a new one, or empty it on the board.',
  'board-lacks-rights':
    'The account may not do everything it needs on this project. Give its role these rights: {rights}.',
  'board-needs-title': "A card needs a title. Write one after the card's number.",
  'board-no-archive':
    'No closed status is called “{archive}”. The closed ones are: {columns}. Write one of them as `archive`, or make a status closed.',
  'board-no-checklist':
    'This card has no checklist yet. Add a first step with `check … add`, or on the board.',
  'board-no-project':
    'The account sees no project “{board}”. Write the slug that its address has after `/project/`, and make the account a member.',
  'board-no-such-item': "I do not find “{item}” on the card's checklists. There is: {items}.",
  'board-not-a-member':
    'The board knows this person, but not as a member. Ask an admin of the board to add them.',
  'board-sign-in-refused':
    'The board does not accept my sign-in. Ask whoever runs Cardwire to check the user and password of the board connection.',
  'board-step-ticked':
    '“{item}” is on the checklist already, and ticked. Take the tick away with `uncheck`, or give the new step another name.',
  'board-title-twice':
    "Several boards are called “{board}”. Write the board's id instead: it is in its address, after `/b/`.",
  'board-token-refused':
    'The board does not accept my application token any more. Ask whoever runs Cardwire to set a new one for the board connection.',
  'board-too-old': 'This Wekan is too old: Cardwire needs version 7.93 or later. Update it and try again.',
  'board-unknown': 'The account is not a member of a board “{board}”. It is in: {boards}.',
  'board-webhook-refused':
    'Taiga takes no webhook to this address. Give Cardwire a public https address, or let whoever runs Taiga set `WEBHOOKS_ALLOW_PRIVATE_ADDRESS`.',
  'board-webhook-private':
    'Wekan sends no webhooks to private addresses, and has no switch for it. Give Cardwire a public https address.',
  'card-archived': 'It is in the archive.',
  'card-unclear':
    'I do not understand “{card}” as a card. Pick it from the list, or write its number (`#42`) or its link.',
  'card-description': '{description}',
  'card-gone': 'This card is gone: it has been deleted, or it is not one of yours.',
  'card-labels': 'Labels: {labels}',
  'card-line': '**[{card} {title}]({url})** · {column}',
  'card-line-due': '**[{card} {title}]({url})** · {column} · due {due}',
  'card-line-people': '**[{card} {title}]({url})** · {column} · {people}',
  'card-line-people-due': '**[{card} {title}]({url})** · {column} · {people} · due {due}',
  'card-opened-by': 'Opened by {who}.',
  'checklist-title': 'Checklist',
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
  'form-comment': 'Comment on {card}',
  'form-create': 'Open a card',
  'form-late-comment':
    'The form came too late. Please write the comment behind the command: `/{word} comment {card} your text`',
  'form-late-create':
    'The form came too late. Please write the title behind the command: `/{word} Fix the pump`',
  'from-message': 'From a message by {author}: {url}',
  'gave-up':
    'I could not do what you asked for, however often I tried ({code}), and have given it up. Send it again if you still want it, or ask whoever runs Cardwire to replay it.',
  kept: 'What you asked for is kept, and I do it as soon as that is put right. No need to send it again.',
  'link-follows': 'The link of the card follows.',
  'list-cut': '… and more: these are the first {count}.',
  'list-empty': 'There is nothing on this list.',
  missed: 'Caught up:',
  'missed-archive': 'archived',
  'missed-assign': 'assigned to **{subject}**',
  'missed-comment': 'one comment',
  'missed-comments': '{count} comments',
  'missed-create': 'opened in **{to}**',
  'missed-delete': 'deleted',
  'missed-due': 'due **{due}**',
  'missed-due-removed': 'no due date any more',
  'missed-edit': 'changed',
  'missed-label': 'labelled **{subject}**',
  'missed-move': 'moved from **{from}** to **{to}**',
  'missed-move-to': 'moved to **{to}**',
  'missed-rename': 'renamed to **{title}**',
  'missed-restore': 'back from the archive',
  'missed-unassign': 'no longer assigned to **{subject}**',
  'missed-unlabel': 'no longer labelled **{subject}**',
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
  'no-board': 'This team has no board yet. Whoever set me up can add one to the team file.',
  'no-column': 'I find no column “{column}”. There are: {columns}.',
  'no-column-near': 'I find no column “{column}”. Did you mean **{near}**? There are: {columns}.',
  'no-label': 'I find no label “{label}”. There are: {labels}.',
  'no-label-near': 'I find no label “{label}”. Did you mean **{near}**? There are: {labels}.',
  'no-member': 'I find nobody called “{person}” on the board. There are: {people}.',
  'no-member-near':
    'I find nobody called “{person}” on the board. Did you mean **{near}**? There are: {people}.',
  'not-allowed': 'You may not `{verb}` here. If you should, ask the team to list you as a member.',
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
  'not-on-board':
    'I do not know who you are on the board. Ask whoever set me up to list you with your name there.',
  'paused-direct':
    'I cannot send direct messages to {who} any more, so they do not hear of their cards. When they allow direct messages from me again, whoever runs Cardwire sends `cardwire resume {team}`.',
  'paused-forbidden':
    'I may not write in “{room}” ({connection}) any more, so cards are not told there. Invite me, or give me back the right to write there; then use a command there, or let whoever runs Cardwire send `cardwire resume {team}`.',
  'paused-not-found':
    'I cannot find “{room}” ({connection}) any more, so cards are not told there. If it still exists, invite me; then use a command there, or let whoever runs Cardwire send `cardwire resume {team}`.',
  'paused-unauthorized':
    '“{connection}” does not accept my token any more, so nothing is told there. It is kept until whoever runs Cardwire makes a new token and sets the team up again: `cardwire setup`.',
  'unread-column': 'Column: {value}',
  'unread-due': 'Due: {value}',
  'unread-label': 'Label: {value}',
  'unread-person': 'Assign to: {value}',
  'unread-priority': 'Priority: {value}',
  'search-empty': 'I find no card with “{wanted}”. To open one with your own words: `/{word} create …`',
  'card-trace': 'What I know of {card}, the newest last:',
  'trace-none': 'I know nothing of {card} yet: nothing was asked or told of it through me.',
  'trace-received': '{at} · received',
  'trace-command': '{at} · done on the board',
  'trace-command-failed': '{at} · came to nothing on the board, tried again ({code})',
  'trace-shown': '{at} · told in {where}',
  'trace-passed-over': '{at} · nothing new to tell in {where}',
  'trace-failed': '{at} · could not be told in {where}, tried again ({code})',
  'trace-moved': '{at} · told the person alone, as {where} does not let me write ({code})',
  'trace-refused': '{at} · refused in {where} ({code})',
  'trace-paused': '{at} · refused in {where}, which is paused since ({code})',
  'trace-dropped': '{at} · not told in {where}, which is paused ({code})',
  'trace-now-gathered': 'Now: told in {where} with what comes by {until}',
  'trace-now-claimed': 'Now: being told in {where}',
  'trace-now-retried': 'Now: waits for another try in {where} ({code})',
  'trace-now-is-paused': 'Now: {where} is paused since {at} ({code})',
  'trace-now-dead':
    'Now: given up ({code}); it came {at}. Whoever runs Cardwire can bring it back with `cardwire replay`.',
  'was-not-following': 'You were not following {card}.',
  'went-wrong':
    'That did not work, and trying again would not help. Tell whoever runs Cardwire this code: `{code}`.',
  'will-try-again':
    'The board does not answer right now. What you asked for is kept, and I do it as soon as it is back.',
  'you-wrote': 'You wrote:\n```\n{text}\n```',
  'form-date-past': '{date} is over. Write a date that is still to come.',
  'form-date':
    'I do not understand “{date}” as a date. Write something like `tomorrow`, `next friday` or `2026-12-24`.',
  'title-empty': 'A card needs a title.',
  'code-too-often':
    'Those were too many wrong codes. Wait an hour, then type the code as it was given to you.',
  'code-unknown':
    'I do not know this code. It may be mistyped, or older than a day: ask whoever gave it to you for a new one.',
  'code-used':
    'This code has been used already: each is good for one time. Ask whoever gave it to you for a new one.',
  'connect-mute':
    'I may not write in this channel, and it would hear of every card. Let me view it, send messages and embed links in it, or choose another channel. The code is still good.',
  'connect-in-thread':
    'A thread cannot hear of every card. Type `/{word} connect` with the code in a channel itself. The code is still good.',
  'connect-nowhere':
    'This connects a server. Type `/{word} connect` with the code in one of its channels: the one that shall hear of every card.',
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
  'person-not-connected':
    'You are on no server that is connected to a team yet. Ask whoever runs Cardwire for a code (`cardwire invite`), then type `/{word} connect` with it in a channel of your server.',
  'server-not-connected':
    'This server is not connected to a team yet. Ask whoever runs Cardwire for a code (`cardwire invite`), then type `/{word} connect` with it here.',
  'too-many-commands':
    'That was more than {limit} commands within a minute, so this one was not done. Wait a minute, then send it again.',
  'comment-empty': 'A comment needs a text.',
  'not-found': 'I do not find {card}. It may have been deleted, or it is not one of yours.',
  'done-column-gone':
    'The column that means done is no longer on the board. Move the card yourself with `/{word} move {card} …`. There are: {columns}. Whoever set me up can name another one as `done`.',
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
  'help-verb-mistyped':
    'There is no `{verb}`. Did you mean `{meant}`? `/{word} help {meant}` tells about it.',
  'help-verb-unknown': 'There is no `{verb}`. `/{word} help` shows everything you can ask for.',
  'help-title': '**What you can ask for**',
  'help-options':
    'Here each of these is a command with options, which are offered while you type: `/{word} create title:Fix the pump column:Doing`. The lines show what goes with which.',
  'help-cards': 'A card is written as its number (`#42`) or its link.',
  'help-dates':
    'A date is written like `friday`, `next friday 14:00`, `tomorrow`, `in 3 days`, `24.12.` or `2027-12-24`. Without a time it means the end of that day.',
  'help-one': '`/{word} help move` tells more about one command.',
  'help-not-allowed': 'You may not `{verb}` here. `/{word} help` shows everything you can ask for.',
  'help-create': '`/{word} Fix the pump @tom #urgent due:friday` opens a card; `/{word}` alone opens a form',
  'help-create-more':
    '`@name` assigns, `#word` labels, `due:` sets the due date, `in:Doing` or `in:"In review"` picks the column, `notify:me@example.org` sends news to a mail address, and all other words are the title. Lines after the first one are the description. What stands in quotes stays in the title as it is. If your title begins like a command, write `/{word} create Move the table`.',
  'help-show': '`/{word} show #42` shows a card',
  'help-show-more': '`/{word} #42` is enough, and the link of a card works too.',
  'help-comment': '`/{word} comment #42 The part has arrived` comments on a card',
  'help-comment-more': 'The comment may have many lines. `/{word} comment #42` alone opens a form for it.',
  'help-move': '`/{word} move #42 Doing` moves a card to another column',
  'help-move-more':
    "The beginning of the column's name is enough. `/{word} done #42` moves the card to the column that means done.",
  'help-assign': '`/{word} assign #42 @tom` assigns people to a card',
  'help-assign-more':
    'Name one or more: `/{word} assign #42 me @tom`. A full name works as well: `/{word} assign #42 Anna Berg`.',
  'help-unassign': '`/{word} unassign #42 @tom` takes people off a card',
  'help-unassign-more': 'Name one or more: `/{word} unassign #42 me @tom`.',
  'help-due': '`/{word} due #42 next friday` sets the due date',
  'help-due-more':
    '`/{word} due #42 tomorrow 14:00` sets a time as well, `/{word} due #42 none` takes the due date away.',
  'help-label': '`/{word} label #42 #urgent` puts labels on a card',
  'help-label-more':
    'Name one or more: `/{word} label #42 #urgent #kitchen`. A label of two words goes in quotes: `#"needs parts"`.',
  'help-unlabel': '`/{word} unlabel #42 #urgent` takes labels off a card',
  'help-unlabel-more': 'Name one or more: `/{word} unlabel #42 #urgent #kitchen`.',
  'help-rename': '`/{word} rename #42 Fix the big pump` gives a card a new title',
  'help-rename-more': 'Everything after the card is the new title.',
  'help-describe': '`/{word} describe #42 It leaks at the valve` writes the description anew',
  'help-describe-more': 'The description may have many lines and replaces the old one.',
  'help-check': '`/{word} check #42 Order parts` ticks a step of the checklist',
  'help-check-more':
    'The beginning of the step is enough. `/{word} uncheck #42 Order parts` takes the tick away, `/{word} check #42 add Order parts` puts a new step on the checklist.',
  'help-archive': '`/{word} archive #42` puts a card into the archive',
  'help-archive-more': 'Nothing is lost: `/{word} restore #42` brings it back.',
  'help-restore': '`/{word} restore #42` brings an archived card back',
  'help-restore-more': 'It comes back to the column it was in.',
  'help-follow': '`/{word} follow #42` tells you what happens to a card',
  'help-follow-more':
    'You hear of it in a direct message. `/{word} follow #42 here` tells this conversation instead, `/{word} follow #42 notify:me@example.org` a mail address.',
  'help-unfollow': '`/{word} unfollow #42` stops that',
  'help-unfollow-more': '`/{word} unfollow #42 here` stops it for this conversation.',
  'help-trace': '`/{word} trace #42` tells where the news of a card went',
  'help-trace-more':
    'It tells what was received, told and tried again, and where it waits now. Only you see it.',
  'help-list': '`/{word} list mine` lists cards',
  'help-list-more':
    '`mine`, `overdue` and a column can be combined: `/{word} list mine overdue Doing`. `/{word} list` alone lists every open card.',
  'help-search': '`/{word} search pump` finds cards by their words',
  'help-search-more': 'It looks at open cards only.',
  'help-boards': '`/{word} boards` shows the boards there are',
  'help-boards-more':
    'Name one in any command: `/{word} board:ops Fix the pump`. A card on it is written as `OPS-42`.',
  'help-board': '`/{word} board ops` makes this conversation mean another board',
  'help-board-more': 'For one command only, name it there: `/{word} board:ops Fix the pump`.',
  'help-link': '`/{word} link` links your account to your name on the board',
  'help-link-more':
    '`/{word} link` gives you a code to type in another chat; `/{word} link 1234-5678-9abc` uses a code that you were given.',
  'help-help': '`/{word} help` shows this',
  'help-help-more': '`/{word} help move` tells more about one command.',
  'boards-are':
    'There are these boards: {boards}. This conversation means **{board}**; `/{word} board …` changes that.',
  'did-board': 'This conversation means the board **{board}** from now on.',
  'no-such-board': 'I find no board “{board}”. There are: {boards}.\n```\n/{word} {text}\n```',
  'no-such-board-near':
    'I find no board “{board}”. Did you mean **{near}**? There are: {boards}.\n```\n/{word} {text}\n```',
  'button-assign': 'Assign me',
  'button-comment': 'Comment',
  'button-done': 'Done',
  'button-follow': 'Follow',
  'button-move': 'Move',
  'cut-more': '[The rest is on the card]({url})',
  'field-column': 'Column',
  'field-due': 'Due',
  'field-labels': 'Labels',
  'field-owner': 'Opened by',
  'field-people': 'People',
  'form-assignee': 'Assign to',
  'form-description': 'Description',
  'form-due-example': 'friday, tomorrow 14:00, 2027-12-24',
  'form-open': 'Open the card',
  'form-send': 'Send',
  'form-text': 'Comment',
  'form-title': 'Title',
  'discord-commands-foreign':
    'This application has commands that are not ours, and it can only serve one thing. Make an application for Cardwire alone, or delete its commands.',
  'discord-endpoint-foreign':
    'This application calls something else already. Make an application for Cardwire alone, or empty “Interactions Endpoint URL” on the page of the application, under General Information.',
  'discord-endpoint-refused':
    'Discord has called {base} and does not accept what it was answered. Cardwire must run there, at a public https address, with this very CARDWIRE_KEY: deploy or start it, then run this again.',
  'discord-endpoint-team':
    'This application serves the team {team} already, and one application serves one team. Make another one for this team.',
  'discord-no-server':
    'The bot is on no server called {server}. It is on: {servers}. To bring it to one, open {url} and let it: {permissions}.',
  'discord-room-twice':
    "Several channels are called {room}. Write the channel's id instead: switch on Developer Mode in Discord's settings, then right-click the channel and copy it.",
  'discord-server-twice':
    "The bot is on several servers called {server}. Write the server's id instead: switch on Developer Mode in Discord's settings, then right-click the server and copy it.",
  'discord-token-refused':
    'Discord refuses the token of the bot. Make a new one on the page of the application, under Bot, and put it into the variable that the team file names.',
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
  'mattermost-command-taken':
    'There is a command /{word} already that calls something else. Choose another word with "command:", or delete that one under Integrations > Slash Commands.',
  'mattermost-no-workspace':
    'I find no Mattermost team called {workspace}, or the bot is not in it. Write its name as in its address, and add the bot to the team.',
  'mattermost-token-refused':
    'Mattermost refuses the token of the bot. Make a new one under Integrations > Bot Accounts and put it into the variable that the team file names.',
  somebody: 'Somebody',
  something: 'something',
  'state-archived': '**This card is archived.**',
  'state-deleted': '**This card was deleted.**',
  'told-archive': '{who} archived it',
  'told-assign': '{who} assigned **{subject}**',
  'told-attach': '{who} attached **{subject}**',
  'told-attach-edited': '{who} changed the attachment **{subject}**',
  'told-attach-removed': '{who} removed the attachment **{subject}**',
  'told-block': '{who} marked it as blocked',
  'told-check-added': '{who} added **{subject}** to the checklist',
  'told-check-edited': '{who} changed **{subject}** in the checklist',
  'told-check-removed': '{who} removed **{subject}** from the checklist',
  'told-check-ticked': '{who} ticked **{subject}**',
  'told-check-unticked': '{who} took the tick off **{subject}**',
  'told-comment': '{who} commented:',
  'told-comment-edited': '{who} edited a comment:',
  'told-comment-removed': '{who} deleted a comment',
  'told-comment-restored': '{who} brought a comment back:',
  'told-create': '{who} opened this card',
  'told-delete': '{who} deleted it',
  'told-describe': '{who} changed the description',
  'told-due': '{who} set the due date to **{due}**',
  'told-due-removed': '{who} removed the due date',
  'told-edit': '{who} changed the card',
  'told-edit-field': '{who} changed **{subject}**',
  'told-epic': '{who} changed the epic it belongs to',
  'told-label': '{who} added the label **{subject}**',
  'told-move': '{who} moved it from **{from}** to **{to}**',
  'told-move-to': '{who} moved it to **{to}**',
  'told-points': '{who} changed the points',
  'told-rename': '{who} renamed it to **{title}**',
  'told-restore': '{who} brought it back from the archive',
  'told-sprint': '{who} changed the sprint',
  'told-unassign': '{who} unassigned **{subject}**',
  'told-unblock': '{who} marked it as no longer blocked',
  'told-unlabel': '{who} removed the label **{subject}**',
} as const;

/** Every text as it is written in English: the compiler reads the placeholders from it. */
export type Texts = typeof en;
/** The name of a text. */
export type TextKey = keyof Texts;
