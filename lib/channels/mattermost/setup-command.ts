import { commandBody, commandList } from './answers.ts';
import type { Client } from './client.ts';

export interface CommandPlan {
  readonly workspace: string;
  readonly word: string;
  /** The server's own address, which a new command points at until its token is known. */
  readonly url: string;
  readonly addressOf: (token: string) => string;
}

/**
 * Makes the slash command, or puts its address right. Its address is sealed over its token, which the server chooses, so a new command
 * is made first and addressed then; a run that died in between is mended by the next one.
 */
export async function makeCommand(admin: Client, plan: CommandPlan): Promise<'made' | 'kept' | 'mended'> {
  const { workspace, word, addressOf } = plan;
  const all = await admin.get(`/commands?team_id=${workspace}&custom_only=true`, commandList);
  const there = all.find((command) => command.trigger === word && command.team_id === workspace);
  if (there && there.url === addressOf(there.token) && there.method === 'P') return 'kept';
  const command = there ?? (await admin.post('/commands', { ...looksOf(plan), url: plan.url }, commandBody));
  const body = { ...command, method: 'P', url: addressOf(command.token) };
  const answer = await admin.ask('PUT', `/commands/${command.id}`, body);
  if (!answer.ok) throw answer.error;
  return there ? 'mended' : 'made';
}

/** Contract 1.5: one flat hint; trees of sub-commands are for plugins. */
function looksOf({ workspace, word }: CommandPlan) {
  return {
    team_id: workspace,
    trigger: word,
    method: 'P',
    auto_complete: true,
    auto_complete_desc: 'Open and follow cards of the team board',
    auto_complete_hint: 'Fix the pump @tom #urgent due:friday | help',
    display_name: 'Cardwire',
    description: 'Opens cards and tells what happens to them',
  };
}
