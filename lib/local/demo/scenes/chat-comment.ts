import { rooms } from '../fakes.ts';
import { cardPost, cardTitled, readPost, readThread } from '../look.ts';
import { type Scene, type Stage, title } from '../stage.ts';

const text = 'The new valve is in, please look at it.';

/** A button, a dialog, a comment on the board under the person's name; the conversation that opened the card hears of it. */
export const chatComment: Scene = {
  title: 'A comment from the chat, without a login on the board',
  play: async (stage) => {
    await fillDialog(stage);
    await seeComment(stage);
    const told = seeNews(stage);
    await stage.show.during('gathering what happens within ten seconds into one message', told);
    stage.show.seen('Cardwire', `~${rooms.open}`, `replies in the thread:\n${await told}`);
    await stage.settled();
    seeOwnRoom(stage);
  },
};

async function fillDialog({ show, check, mattermost }: Stage): Promise<void> {
  const ann = mattermost.as('ann');
  const post = cardPost(mattermost, rooms.team, title);
  show.does('ann', `~${rooms.team}`, 'clicks [Comment] on the card');
  check.same('what ann sees', await ann.click(post?.id ?? '', 'Comment'), { shown: [] });
  const dialog = await check.comes(
    'a dialog',
    () => ann.dialog(),
    () => mattermost.world.warnings,
  );
  check.has('the dialog', dialog.title, 'Comment on #1');
  show.seen('Cardwire', 'to ann alone', `opens a dialog: ${dialog.title}`);
  show.does('ann', 'the dialog', text);
  const field = dialog.elements[0]?.name ?? '';
  check.same('what ann sees', await ann.submitDialog({ [field]: text }), { shown: [] });
}

async function seeComment({ show, check, wekan }: Stage): Promise<void> {
  const card = cardTitled(wekan, title)?._id;
  const comments = () => wekan.world.comments.filter(({ cardId }) => cardId === card);
  const look = () => comments().find((comment) => comment.text.includes(text));
  const comment = await check.comes('the comment on the board', look, comments);
  check.has('the comment', comment.text, 'ann', `~${rooms.team}`);
  show.seen('Cardwire', 'board Ops', `a comment:\n${comment.text.replace(/\n+/g, '\n')}`);
}

function seeNews({ check, mattermost }: Stage): Promise<string> {
  const thread = () => {
    const root = cardPost(mattermost, rooms.open, title);
    return root ? (mattermost.world.replies(root.id).map(readPost).at(-1) ?? '') : '';
  };
  const look = () => (thread().includes(text) ? thread() : undefined);
  return check.comes(`in ~${rooms.open} a reply with the comment`, look, thread);
}

/** Who did something through the bridge is not told it again. */
function seeOwnRoom({ show, check, mattermost }: Stage): void {
  const root = cardPost(mattermost, rooms.team, title);
  check.has('the post that ann clicked on', root ? readPost(root) : '', 'ann commented', text);
  const thread = root ? readThread(mattermost, root) : '';
  check.same('whether ann is told her own comment', thread.includes(text), false);
  show.seen(
    'Cardwire',
    `~${rooms.team}`,
    'shows it on the card, and does not tell ann once more what she did herself',
  );
}
