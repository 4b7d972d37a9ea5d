import { say } from '../../domain/say.ts';
import { cardFields, cardName, stateTexts } from '../card-fields.ts';
import type { Showing } from '../channel.ts';
import { cut } from '../cut.ts';
import { tell } from '../happening.ts';
import { safeLink } from '../safe-link.ts';
import type { Speaker } from '../speaker.ts';
import type { Attachment } from './attachment.ts';
import type { ButtonMaker } from './buttons.ts';
import { breakMentions, escapeMarkdown } from './escape.ts';
import { withinLimit } from './within-limit.ts';

const colors = { open: '#2e6bd9', archived: '#8a8f99', deleted: '#c0392b' } as const;

/** The living message: what the card looks like now, and the last thing that happened to it. */
export function cardAttachment(showing: Showing, speaker: Speaker, buttons: ButtonMaker): Attachment {
  const { face, last } = showing;
  const name = cardName(face);
  const link = safeLink(face.url);
  // With a link the title is shown as it is, without one as Markdown; a mention is no more wanted in either.
  const title = cut(link === '' ? escapeMarkdown(name) : breakMentions(name), 300);
  const state = face.state === 'open' ? [] : [speaker.say(say(stateTexts[face.state]))];
  return withinLimit({
    fallback: cut(breakMentions(`${name} · ${face.column}`), 300),
    color: colors[face.state],
    title,
    ...(link === '' || face.state === 'deleted' ? {} : { title_link: link }),
    text: cut([...state, ...(last ? [tell(last, face, speaker)] : [])].join('\n'), 2_000),
    fields: cardFields(face, speaker).map(({ title: name, value }) => ({
      title: name,
      value: cut(value, 500),
      short: true,
    })),
    actions: buttons(showing),
  });
}
