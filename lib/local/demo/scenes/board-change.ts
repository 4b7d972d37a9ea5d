import { rooms } from '../fakes.ts';
import { cardPost, cardTitled, readPost, readThread } from '../look.ts';
import { type Scene, type Stage, title } from '../stage.ts';

const comment = 'I have a spare valve in the car.';

/** Somebody else works on the board; the conversation that opened the card hears of it, and so does the team. */
export const boardChange: Scene = {
  title: 'What happens on the board comes back into the conversation',
  play: async (stage) => {
    await work(stage);
    const told = Promise.all([rooms.open, rooms.team].map((room) => seeNews(stage, room)));
    await stage.show.during('gathering what happens within ten seconds into one message', told);
    for (const tell of await told) tell();
  },
};

async function work({ show, check, wekan }: Stage): Promise<void> {
  const card = cardTitled(wekan, title)?._id ?? '';
  show.does('ann', 'board Ops', 'drags the card from To Do to Doing');
  await wekan.asUser('ann').moveCard(card, 'Doing');
  show.does('ann', 'board Ops', `comments: ${comment}`);
  await wekan.asUser('ann').comment(card, comment);
  const answers = wekan.hooks.sent.map(({ status }) => status);
  check.same('what the board’s webhooks were answered', answers, [200, 200]);
}

/** @returns what shows it, once both rooms have it. */
async function seeNews({ show, check, mattermost }: Stage, room: string): Promise<() => void> {
  const post = () => cardPost(mattermost, room, title);
  const thread = () => {
    const root = post();
    return root ? readThread(mattermost, root) : '';
  };
  const news = ['ann moved it from To Do to Doing', comment];
  const look = () => (news.every((part) => thread().includes(part)) ? thread() : undefined);
  const text = await check.comes(`in ~${room} a reply that says “${news.join(' … ')}”`, look, thread);
  check.same('how often the move is told', text.split('moved it').length - 1, 1);
  check.same('how often the comment is told', text.split(comment).length - 1, 1);
  const living = post();
  check.has('the post, edited in place', living ? readPost(living) : '', 'Column: Doing');
  check.same('the number of posts that are no replies', roots(mattermost, room), 1);
  return () => {
    if (room === rooms.open && living)
      show.seen('Cardwire', `~${room}`, `edits its post:\n${readPost(living)}`);
    show.seen('Cardwire', `~${room}`, `replies in the thread:\n${text}`);
  };
}

function roots(mattermost: Stage['mattermost'], room: string): number {
  return mattermost.world.postsIn(room).filter(({ root_id }) => root_id === '').length;
}
