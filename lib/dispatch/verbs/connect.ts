import { parseConversation } from '../../domain/conversation.ts';
import { refuse } from '../../domain/errors.ts';
import { say } from '../../domain/say.ts';
import type { VerbOf } from '../asking.ts';
import { isFromTeam } from '../server-gate.ts';
import { withCode } from './with-code.ts';

/**
 * The server this was typed on joins the team, and the room it was typed in hears of every card. The code is used before the server is
 * written down: a run that dies in between comes back as the same event and finds the code still good.
 */
export const connect: VerbOf<'connect'> = async (asking, { code }) => {
  const { parts, team, event, word, lookSince } = asking;
  const { server } = event;
  if (server === undefined) throw refuse(say('connect-nowhere', { word }));
  const connected = { lines: [say('did-connect', { word })] };
  // A run that died after writing it down has done what there was to do.
  if (isFromTeam(team, event)) return lookSince ? connected : { lines: [say('connected-already', { word })] };
  // It is the channel that hears of every card, and the bot may have no say in it, or nobody: a forum is all threads.
  if (parseConversation(event.conversation).thread !== '') throw refuse(say('connect-in-thread', { word }));
  if (event.mute) throw refuse(say('connect-mute'));
  await withCode(asking, 'connect', code, async () => {
    const { connection, conversation } = event;
    await parts.store.teams.join(team.id, { connection, server, conversation });
    parts.log.info('server-joined', { team: team.id, connection: event.connection });
    // This run's own memory of the team, for whatever comes next.
    await parts.team(team.id, { fresh: true });
  });
  return connected;
};
