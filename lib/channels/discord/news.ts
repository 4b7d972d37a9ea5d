import { cardName } from '../card-fields.ts';
import type { Showing, ThreadState } from '../channel.ts';
import { cut } from '../cut.ts';
import { tellAll } from '../happening.ts';
import { safeLink } from '../safe-link.ts';
import type { Speaker } from '../speaker.ts';
import { newsRows } from './components.ts';
import { markOf, nonceOf } from './marks.ts';
import type { Draft } from './posts.ts';

/** Characters in one message (contract A2.1). */
export const messageLimit = 2_000;

/**
 * The news as one message; what is too long is cut, with the card's link to the rest. Outside of the card's own thread the message says
 * itself which card it is about, and answers the living message.
 */
export function newsDraft(showing: Showing, speaker: Speaker, { message, thread }: ThreadState): Draft {
  const { id, face, news } = showing;
  const own = thread === message;
  const above = own ? [] : [headline(showing, speaker)];
  return {
    content: tellAll(news, face, speaker, { limit: messageLimit, above }),
    components: newsRows(showing, speaker, markOf(id, 'news')),
    nonce: nonceOf(id, 'news'),
    ...(own ? {} : { replyTo: message }),
  };
}

function headline({ face }: Showing, speaker: Speaker): string {
  const name = speaker.escape(cut(cardName(face), 200).replaceAll(/\s+/g, ' '));
  const link = safeLink(face.url);
  return link === '' || face.state === 'deleted' ? `**${name}**` : `**[${name}](<${link}>)**`;
}
