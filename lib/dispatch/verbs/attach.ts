import type { EventFile } from '../../../schemas/asked.ts';
import { type Say, say } from '../../domain/say.ts';
import { type Asking, type CardInHand, markerOf } from '../asking.ts';
import { inPatience } from '../details/patience.ts';
import { settleOwn } from '../details/settle.ts';
import { mostFiles, putFiles, type WhyLeft } from '../put-files.ts';
import { storyLine, tell } from './act.ts';

/** What became of the files that came with a command: a line for those that are on the card, and one for each reason why others are not. */
export interface Attached {
  readonly lines: readonly Say[];
  readonly notes: readonly Say[];
}

/** Puts files on a card and tells its followers once of all of them. */
export async function attach(
  asking: Asking,
  inHand: CardInHand,
  files: readonly EventFile[],
): Promise<Attached> {
  const { parts, event, channel, lookSince } = asking;
  const { board, key, ref } = inHand;
  const { attached, left } = await putFiles(
    {
      ...{ channel, board, card: key.card, again: lookSince !== undefined, now: parts.now },
      marker: (index) => markerOf(asking, `file-${index}`),
    },
    files,
  );
  const names = attached.join(', ');
  if (attached.length > 0) {
    const done = attached.map((name) => ({ kind: 'attachment', step: 'added', subject: name }) as const);
    await inPatience(parts, event.at, () => settleOwn(parts, inHand, event.id, done), undefined);
    const record = await parts.store.cards.addToStory(key, storyLine(asking, 'attachment'));
    const told = { kind: 'attachment', step: 'added', subject: names } as const;
    await tell(asking, { ...inHand, record: record ?? inHand.record }, [told], { part: 'files-' });
  }
  const notes = reasons.flatMap((why) => (left[why] ? [leftOut(why, ref, left[why])] : []));
  return { lines: attached.length > 0 ? [say('did-attach', { files: names, card: ref })] : [], notes };
}

const reasons: readonly WhyLeft[] = ['gone', 'too-large', 'too-many', 'refused', 'board-cannot'];

function leftOut(why: WhyLeft, card: string, names: readonly string[]): Say {
  const values = { card, files: names.join(', ') };
  switch (why) {
    case 'too-large':
      return say('files-too-large', { ...values, limit: mostFiles.bytes / 1024 / 1024 });
    case 'too-many':
      return say('files-too-many', { ...values, most: mostFiles.count });
    default:
      return say(`files-${why}`, values);
  }
}
