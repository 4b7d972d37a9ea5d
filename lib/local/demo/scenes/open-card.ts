import { rooms } from '../fakes.ts';
import { cardLine, cardPost, cardTitled, columnOf, readPost } from '../look.ts';
import { type Scene, type Stage, title } from '../stage.ts';

/** The slash command, the card on the board, the post, the team channel. */
export const openCard: Scene = {
  title: 'A chat command becomes a card',
  play: async (stage) => {
    await typeCommand(stage);
    await seeCard(stage);
    await seePost(stage);
  },
};

async function typeCommand({ show, check, mattermost }: Stage): Promise<void> {
  const command = `/card ${title} @ann #urgent due:friday\nIt drips at the valve.`;
  show.does('tom', `~${rooms.open}`, command);
  const seen = await mattermost.as('tom').command(rooms.open, command);
  check.same('what tom sees at once', seen, { shown: [] });
}

async function seeCard({ show, check, wekan }: Stage): Promise<void> {
  const look = () => cardTitled(wekan, title);
  const card = await check.comes(`a card “${title}” on the board`, look, () => wekan.world.cards);
  const friday = (at: string) =>
    new Intl.DateTimeFormat('en', { weekday: 'long', timeZone: 'Europe/Berlin' }).format(new Date(at));
  const complete = () => (card.labelIds.length > 0 && card.dueAt ? card : undefined);
  await check.comes('its label and due date', complete, () => card);
  check.same('its column', columnOf(wekan, card), 'To Do');
  check.same(
    'its number, people and labels',
    cardLine(wekan, card).includes('#1 Fix the pump · To Do · ann · urgent'),
    true,
  );
  check.same('the day it is due', friday(card.dueAt ?? ''), 'Friday');
  check.has('a description', card.description, 'It drips at the valve.', 'tom', `~${rooms.open}`);
  show.seen('Cardwire', 'board Ops', `${cardLine(wekan, card)}\n${card.description.replace(/\n+/g, '\n')}`);
}

async function seePost({ show, check, mattermost }: Stage): Promise<void> {
  for (const room of [rooms.open, rooms.team]) {
    const look = () => cardPost(mattermost, room, title);
    const post = await check.comes(`the card's post in ~${room}`, look, () =>
      mattermost.world.postsIn(room).map(readPost),
    );
    const text = readPost(post);
    check.has(`the post in ~${room}`, text, '#1', title, 'To Do', 'People: ann', 'urgent', 'tom');
    check.has(`the post in ~${room}`, text, '[Follow] [Comment] [Move] [Assign me] [Done]');
    check.same(`who posted it`, post.user_id, mattermost.bot.id);
    show.seen('Cardwire', `~${room}`, room === rooms.open ? text : `the same card, for the whole team`);
  }
}
