import type { CardId } from '../../domain/card.ts';
import { pathBelow, withoutSlash } from '../../domain/url.ts';
import type { TaigaConnection } from '../../teams/team.ts';
import { isNotFound } from './answer.ts';
import { readAs, resolvedDoc } from './documents.ts';
import type { Taiga } from './taiga.ts';
import { placeOfTask } from './tasks.ts';

type Place = Pick<TaigaConnection, 'url' | 'api' | 'slug'>;

/** The address of a story in Taiga's own pages (A2.13). The slug stays when the project is renamed (A2.4). */
export function linkOfStory({ url, slug }: Place, ref: number): string {
  return `${withoutSlash(url)}/project/${slug}/us/${ref}`;
}

/** What a link of this project names: a story, or a task, which belongs to one. Undefined for anything else. */
function readLink(place: Place, link: string): { kind: 'us' | 'task'; ref: number } | undefined {
  for (const base of [place.url, place.api]) {
    const path = pathBelow(base, link) ?? '';
    const [, slug, kind, ref] = /^\/project\/([^/]+)\/(us|task)\/(\d{1,9})\/?$/.exec(path) ?? [];
    if (slug === place.slug && (kind === 'us' || kind === 'task')) return { kind, ref: Number(ref) };
  }
  return undefined;
}

/** The card a link points at: a story, or the story of a task. Links carry numbers, so the board is asked for those not met yet. */
export async function cardOfLink(taiga: Taiga, link: string): Promise<CardId | undefined> {
  const named = readLink(taiga.connection, link);
  if (!named) return undefined;
  const known = named.kind === 'us' ? taiga.numbers.get(named.ref) : undefined;
  return known ?? resolve(taiga, named.kind, named.ref);
}

async function resolve(taiga: Taiga, kind: 'us' | 'task', ref: number): Promise<CardId | undefined> {
  try {
    const query = { project: taiga.connection.slug, [kind]: String(ref) };
    const { us, task } = readAs(resolvedDoc, await taiga.client.get('/resolver', query), 'resolver');
    if (task !== undefined) return (await placeOfTask(taiga, task))?.story;
    return us === undefined ? undefined : (String(us) as CardId);
  } catch (error) {
    if (isNotFound(error)) return undefined;
    throw error;
  }
}
