import { refuse } from '../../domain/errors.ts';
import { say } from '../../domain/say.ts';
import type { VerbOf } from '../asking.ts';
import { boardInHand } from './in-hand.ts';

/** Asks for a new card's fields in a form: what a command without a text means. */
export const form: VerbOf<'form'> = async (asking) => {
  if (!asking.channel.can.forms) throw refuse(say('title-empty'));
  const { connection, board } = await boardInHand(asking);
  const members = await board.members();
  return {
    form: {
      form: 'create',
      board: connection.id,
      title: say('form-create'),
      columns: await board.columns(),
      people: members.map(({ username }) => username),
    },
  };
};
