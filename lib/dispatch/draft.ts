import type { EventFile } from '../../schemas/asked.ts';
import { say } from '../domain/say.ts';
import type { Asking } from './asking.ts';
import { originalLine } from './mail/text.ts';
import { plain } from './team-text.ts';

/** What comes with a command besides its own words. */
export interface Brought {
  readonly files: readonly EventFile[];
  /** Where it came from, for the end of a description: one line, or empty. */
  readonly source: string;
  /** The form was opened for something that is not kept any more. */
  readonly lost: boolean;
}

/** The files of a command; of a form that was opened for a message, that message's, with its author and link. */
export async function brought(asking: Asking): Promise<Brought> {
  const { parts, team, event } = asking;
  const { input, connection, person, files = [] } = event;
  const id = input.by === 'form' ? input.draft : undefined;
  if (id === undefined) return { files, source: originalLine(asking), lost: false };
  const draft = await parts.store.drafts.get({ team: team.id, connection, person: person.id, id });
  if (!draft) return { files, source: '', lost: true };
  const source = plain(team, say('from-message', { author: draft.author, url: draft.link }));
  return { files: [...draft.files, ...files], source, lost: false };
}
