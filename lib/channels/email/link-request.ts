import type { CommandEvent } from '../../../schemas/event.ts';
import {
  type DoorAnswer,
  type DoorContext,
  type DoorRequest,
  type Judgement,
  originOf,
} from '../../domain/door.ts';
import { stableId } from '../../domain/ids.ts';
import { pageWords } from '../../texts/mail-page.ts';
import { languageOf, linkPage, type PageContent } from './link-page.ts';
import { type LinkAction, openLinkToken } from './link-token.ts';
import { mailConversation } from './place.ts';

const actions: readonly LinkAction[] = ['confirm', 'unsubscribe', 'original'];

/**
 * Judges what comes by a link in a mail of ours: `?do=<action>&t=<token>` at a sealed address. A GET shows a page and does nothing, however often
 * a scanner follows it; the page's button, or a mail program's one click (RFC 8058), is a POST and queues one event. `original` sends on to the
 * stored mail.
 */
export function judgeLink(request: DoorRequest, context: DoorContext): Judgement {
  const { method, query, headers } = request;
  if (method !== 'GET' && method !== 'HEAD' && method !== 'POST') return { refuse: 405 };
  const language = languageOf(headers['accept-language']);
  const words = pageWords[language];
  const show = (status: number, content: PageContent): DoorAnswer => {
    return { status, html: linkPage(content, language) };
  };
  const action = actions.find((each) => each === query.get('do'));
  const id = action && openLinkToken(action, query.get('t') ?? '', context.keys);
  if (action === undefined || id === undefined) return { events: [], answer: show(404, words.unknown) };
  if (action === 'original') {
    const located = (location: string | undefined) =>
      location === undefined ? show(410, words.expired) : { status: 302, location };
    return method === 'POST' ? { refuse: 405 } : { locate: `in/${id}`, located };
  }
  if (method !== 'POST') return { events: [], answer: show(200, words[action]) };
  return {
    events: [eventOf(action, id, request, context)],
    answer: show(200, words[action].done),
    unqueued: show(503, words.notTaken),
  };
}

/**
 * Who pressed it is not known, only that they had the mail: no person, nothing proven. What it is about stands in the table under `token`,
 * which is opened here. Every press is an event: what it asks for may be done twice.
 */
function eventOf(
  action: Exclude<LinkAction, 'original'>,
  id: string,
  request: DoorRequest,
  context: DoorContext,
): CommandEvent {
  const { connection } = context.address;
  return {
    ...originOf(context),
    kind: 'command',
    id: stableId('mail-link', action, id, request.id),
    conversation: mailConversation({ connection, address: 'link', root: id }),
    direct: true,
    person: { id: 'link', name: '' },
    unproven: true,
    input: { by: 'link', action, token: id },
    reply: {},
  };
}
