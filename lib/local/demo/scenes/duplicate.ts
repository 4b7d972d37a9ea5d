import { everything } from '../look.ts';
import type { Scene, Stage } from '../stage.ts';

/** Networks deliver twice. People must not see it. */
export const duplicate: Scene = {
  title: 'The same webhooks once more change nothing',
  play: async (stage) => {
    await stage.show.during('waiting until all that was accepted is done', stage.settled());
    const before = everything(stage);
    await repeat(stage, 'act-moveCard', 'the move');
    await repeat(stage, 'act-addComment', 'the comment');
    await stage.show.during('waiting until all that was accepted is done', stage.settled());
    stage.check.same('everything in the chat and on the board', everything(stage), before);
    stage.show.seen('Cardwire', 'everywhere', 'no post, no edit, no reply, no card more than before');
  },
};

async function repeat({ show, check, wekan }: Stage, type: string, what: string): Promise<void> {
  const { hooks } = wekan;
  const look = () => hooks.sent.find(({ payload }) => payload.description === type);
  const hook = await check.comes(`a webhook ${type}`, look, () => hooks.sent);
  show.does('network', 'a door', `delivers the webhook of ${what} a second time, byte for byte`);
  await hooks.repeat(hook);
  check.same('the answer', hooks.sent.at(-1)?.status, 200);
}
