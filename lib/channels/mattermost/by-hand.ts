import type { Todo } from '../../domain/told.ts';

/** What a person has to do where our accounts may not. */

/** What the lines are about: the command's word, the server, the connection's name. */
export interface ByHand {
  readonly id: string;
  readonly url: string;
  readonly command: string;
}

/** A command that was made by hand has its token in the file: the address is sealed over it and set last. */
export function pasteCommandAddress({ id, url, command }: ByHand, address: string): Todo {
  return {
    title: `Command /${command} of ${id}: check that this is its address`,
    lines: [
      `On ${url}, Integrations > Slash Commands > ${command} > Edit:`,
      `  Request URL     ${address}`,
      '  Request Method  POST',
    ],
  };
}

/** Without an administrator's token the command is made by hand, and its token comes back through the file. */
export function makeCommandByHand({ id, url, command }: ByHand, baseUrl: string, variable: string): Todo {
  return {
    title: `Command /${command} of ${id}: make it, with an administrator's token or by hand`,
    lines: [
      `With a token: set ${variable} to an administrator's personal access token and run this again. It is used once and not kept.`,
      `By hand: on ${url}, Integrations > Slash Commands > Add Slash Command:`,
      `  Command Trigger Word  ${command}`,
      `  Request URL           ${baseUrl}  (for now)`,
      '  Request Method        POST',
      '  Save, copy the token that is shown, and set it as a variable, such as CARDWIRE_COMMAND_TOKEN.',
      `  In the team file, under channels.${id}, write:  commandToken: env:CARDWIRE_COMMAND_TOKEN`,
      '  Run this again: it prints the address that goes into the command.',
    ],
  };
}

/** As far as is known it stands since an earlier set-up; nobody but an administrator sees whether it does. */
export function lookAfterCommand(about: ByHand, baseUrl: string, variable: string): Todo {
  const { id, command } = about;
  return {
    title: `Command /${command} of ${id}: see that it answers; nobody but an administrator can look at it`,
    lines: [
      `If /${command} help answers, there is nothing to do. If not:`,
      ...makeCommandByHand(about, baseUrl, variable).lines,
    ],
  };
}

/** People of a room bring others in; a bot brings itself into none that is private. */
export function inviteBot(url: string, room: string, botName: string): Todo {
  return {
    title: `Room ${room}: invite @${botName}`,
    lines: [`In ${room} on ${url}, write:  /invite @${botName}`],
  };
}
