import type { ChannelConnection } from '../teams/team.ts';
import type { Todo } from './steps.ts';

/** What a person has to do where our accounts may not. The only place where sealed addresses are written out. */

/** Boards let their administrators alone make webhooks. The lines are the product's own. */
export function pasteWebhook(board: string, lines: readonly string[]): Todo {
  return {
    title: `Webhook of ${board}: the account may neither make nor see it; paste it by hand, unless it is there`,
    lines: [...lines, 'Or make our account an admin there and run this again.'],
  };
}

/** A command that was made by hand has its token in the file: the address is sealed over it and set last. */
export function pasteCommandAddress(channel: ChannelConnection, url: string): Todo {
  return {
    title: `Command /${channel.command} of ${channel.id}: check that this is its address`,
    lines: [
      `On ${channel.url}, Integrations > Slash Commands > ${channel.command} > Edit:`,
      `  Request URL     ${url}`,
      '  Request Method  POST',
    ],
  };
}

/** Without an administrator's token the command is made by hand, and its token comes back through the file. */
export function makeCommandByHand(channel: ChannelConnection, baseUrl: string, variable: string): Todo {
  return {
    title: `Command /${channel.command} of ${channel.id}: make it, with an administrator's token or by hand`,
    lines: [
      `With a token: set ${variable} to an administrator's personal access token and run this again. It is used once and not kept.`,
      `By hand: on ${channel.url}, Integrations > Slash Commands > Add Slash Command:`,
      `  Command Trigger Word  ${channel.command}`,
      `  Request URL           ${baseUrl}  (for now)`,
      '  Request Method        POST',
      '  Save, copy the token that is shown, and set it as a variable, such as CARDWIRE_COMMAND_TOKEN.',
      `  In the team file, under channels.${channel.id}, write:  commandToken: env:CARDWIRE_COMMAND_TOKEN`,
      '  Run this again: it prints the address that goes into the command.',
    ],
  };
}

/** As far as is known it stands since an earlier set-up; nobody but an administrator sees whether it does. */
export function lookAfterCommand(channel: ChannelConnection, baseUrl: string, variable: string): Todo {
  const { lines } = makeCommandByHand(channel, baseUrl, variable);
  return {
    title: `Command /${channel.command} of ${channel.id}: see that it answers; nobody but an administrator can look at it`,
    lines: [`If /${channel.command} help answers, there is nothing to do. If not:`, ...lines],
  };
}

/** A connection that is no longer in the file: what it had on the far side calls an address that is refused by now. */
export function tidyUp(connection: string): Todo {
  return {
    title: `Connection ${connection} is gone from the file: tidy up after it`,
    lines: [
      'Its address is refused from now on. Delete its webhook on the board, or its command in the chat, by hand.',
    ],
  };
}

/** Mattermost lets people of a room bring others in; a bot brings itself into none that is private. */
export function inviteBot(channel: ChannelConnection, room: string, botName: string): Todo {
  return {
    title: `Room ${room} of ${channel.id}: invite @${botName}`,
    lines: [`In ${room} on ${channel.url}, write:  /invite @${botName}`],
  };
}
