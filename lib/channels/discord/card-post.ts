import type { CardFace } from '../../../schemas/delivery.ts';
import { say } from '../../domain/say.ts';
import { cardFields, cardName, stateTexts } from '../card-fields.ts';
import type { Showing } from '../channel.ts';
import { cut } from '../cut.ts';
import { tell } from '../happening.ts';
import { safeLink } from '../safe-link.ts';
import type { Speaker } from '../speaker.ts';
import { cardRows, type Row } from './components.ts';
import type { Embed } from './content.ts';
import { escapeMarkdown } from './escape.ts';
import { markOf } from './marks.ts';

/** What a living message consists of. */
export interface CardPost {
  readonly embeds: readonly [Embed];
  readonly components: readonly Row[];
}

const colors = { open: 0x2e6bd9, archived: 0x8a8f99, deleted: 0xc0392b } as const;

/**
 * The living message: what the card looks like now, and the last thing that happened to it. Its texts are short enough together for
 * the 6,000 characters of an embed (contract A2.1).
 */
export function cardPost(showing: Showing, speaker: Speaker): CardPost {
  const { face, last } = showing;
  const state = face.state === 'open' ? [] : [speaker.say(say(stateTexts[face.state]))];
  const description = cut([...state, ...(last ? [tell(last, face, speaker)] : [])].join('\n'), 2_000);
  const url = linkOf(face);
  const embed = {
    title: cut(escapeMarkdown(cardName(face)), 256).trim() || '–',
    ...(url === '' ? {} : { url }),
    color: colors[face.state],
    ...(description.trim() === '' ? {} : { description }),
    fields: cardFields(face, speaker).map(({ title, value }) => ({
      name: cut(title, 256),
      value: cut(value, 500),
      inline: true,
    })),
  };
  return { embeds: [embed], components: cardRows(showing, speaker, markOf(showing.id, 'card')) };
}

/** Where the title leads; a whole message is refused for one address that is none, or too long. */
function linkOf({ url, state }: CardFace): string {
  const link = safeLink(url);
  return state !== 'deleted' && link.length <= 2_000 && URL.canParse(link) ? link : '';
}
