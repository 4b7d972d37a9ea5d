import type { CardFace } from '../../../schemas/delivery.ts';
import { type Say, say } from '../../domain/say.ts';
import type { Showing } from '../channel.ts';
import { cut } from '../cut.ts';
import type { Attachment } from './attachment.ts';
import type { ButtonMaker } from './buttons.ts';
import { breakMentions, escapeMarkdown, safeLink } from './escape.ts';
import { tell } from './happening.ts';
import type { Speaker } from './speak.ts';
import { withinLimit } from './within-limit.ts';

const colors = { open: '#2e6bd9', archived: '#8a8f99', deleted: '#c0392b' } as const;

/** The living message: what the card looks like now, and the last thing that happened to it. */
export function cardAttachment(showing: Showing, speaker: Speaker, buttons: ButtonMaker): Attachment {
  const { face, last } = showing;
  const name = face.ref === undefined ? face.title : `${face.ref} ${face.title}`;
  const link = safeLink(face.url);
  // With a link the title is shown as it is, without one as Markdown; a mention is no more wanted in either.
  const title = cut(link === '' ? escapeMarkdown(name) : breakMentions(name), 300);
  const state = face.state === 'open' ? [] : [speaker.say(say(states[face.state]))];
  return withinLimit({
    fallback: cut(breakMentions(`${name} · ${face.column}`), 300),
    color: colors[face.state],
    title,
    ...(link === '' || face.state === 'deleted' ? {} : { title_link: link }),
    text: cut([...state, ...(last ? [tell(last, face, speaker)] : [])].join('\n'), 2_000),
    fields: fieldsOf(face, speaker),
    actions: buttons(showing),
  });
}

const states = { archived: 'state-archived', deleted: 'state-deleted' } as const;

/** What there is to say of the card; what is empty is left out. */
function fieldsOf(face: CardFace, speaker: Speaker): Attachment['fields'] {
  if (face.state === 'deleted') return [];
  const field = (title: Say, value: string) => ({
    title: speaker.plain(title),
    value: cut(value, 500),
    short: true,
  });
  const { column, people, due, labels, owner } = face;
  return [
    field(say('field-column'), escapeMarkdown(column)),
    ...(people.length > 0 ? [field(say('field-people'), escapeMarkdown(people.join(', ')))] : []),
    ...(due === undefined ? [] : [field(say('field-due'), speaker.date(new Date(due)))]),
    ...(labels.length > 0 ? [field(say('field-labels'), escapeMarkdown(labels.join(', ')))] : []),
    ...(owner === undefined ? [] : [field(say('field-owner'), escapeMarkdown(owner))]),
  ].filter(({ value }) => value !== '');
}
