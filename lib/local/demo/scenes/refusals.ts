import { rooms } from '../fakes.ts';
import { cardTitled, columnOf, readable, whispers } from '../look.ts';
import { type Scene, type Stage, title } from '../stage.ts';

/** What may not be and what cannot be: an answer for that person alone, with their own text given back. */
export const refusals: Scene = {
  title: 'What is refused, is refused with the way on',
  play: async (stage) => {
    await refused(stage, 'gus', '/card move #1 Done', ['may not', 'move', '/card move #1 Done']);
    await refused(stage, 'gus', '/card show #1', ['not one of yours', '/card show #1']);
    await refused(stage, 'tom', '/card move #1 Dooing', [
      'Dooing',
      'Did you mean **Doing**',
      'Review',
      '/card move #1 Dooing',
    ]);
    await refused(stage, 'tom', '/card mvoe #1 Doing', ['Did you mean `move`', '/card move #1 Doing']);
    const card = cardTitled(stage.wekan, title);
    stage.check.same('the column of the card', card && columnOf(stage.wekan, card), 'To Do');
    stage.check.same('the number of cards', stage.wekan.world.cards.length, 1);
    stage.show.seen('', 'board Ops', 'nothing has changed there');
  },
};

async function refused(
  { show, check, mattermost }: Stage,
  who: string,
  command: string,
  expected: readonly string[],
): Promise<void> {
  const before = whispers(mattermost, who).length;
  show.does(who, `~${rooms.open}`, who === 'gus' ? `${command}   (gus is a guest)` : command);
  await mattermost.as(who).command(rooms.open, command);
  const look = () => whispers(mattermost, who, before)[0]?.text;
  const text = await check.comes(`an answer that only ${who} sees`, look, () => 'nothing');
  check.has('the answer', text, ...expected);
  show.seen('Cardwire', `to ${who} alone`, readable(text));
}
