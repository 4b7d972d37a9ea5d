/** What boards, chats and their servers refuse, and how to connect them, in English. */
export const servers = {
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
  'connect-mute':
    'I may not write in this channel, and it would hear of every card. Let me view it, send messages and embed links in it, or choose another channel. The code is still good.',
  'connect-in-thread':
    'A thread cannot hear of every card. Type `/{word} connect` with the code in a channel itself. The code is still good.',
  'connect-nowhere':
    'This connects a server. Type `/{word} connect` with the code in one of its channels: the one that shall hear of every card.',
  'person-not-connected':
    'You are on no server that is connected to a team yet. Ask whoever runs Cardwire for a code (`cardwire invite`), then type `/{word} connect` with it in a channel of your server.',
  'server-not-connected':
    'This server is not connected to a team yet. Ask whoever runs Cardwire for a code (`cardwire invite`), then type `/{word} connect` with it here.',
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
  'mattermost-admin-needed':
    "The account whose token is in {variable} may not make slash commands. Put an administrator's personal access token there, or unset it to be told what to make by hand.",
  'mattermost-admin-refused':
    "Mattermost refuses the token in {variable}. Put an administrator's personal access token there, or unset it to be told what to make by hand.",
  'mattermost-command-taken':
    'There is a command /{word} already that calls something else. Choose another word with "command:", or delete that one under Integrations > Slash Commands.',
  'mattermost-no-workspace':
    'I find no Mattermost team called {workspace}, or the bot is not in it. Write its name as in its address, and add the bot to the team.',
  'mattermost-room-archived':
    'The room {room} is archived, and nothing can be written there. Bring it back in Mattermost, or take it out of the team file.',
  'mattermost-token-refused':
    'Mattermost refuses the token of the bot. Make a new one under Integrations > Bot Accounts and put it into the variable that the team file names.',
} as const;
