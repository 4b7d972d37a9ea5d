import type { TaigaWebhook } from '../../../schemas/taiga-webhook.ts';
import { named } from '../named.ts';
import { bothEnds } from './diff-values.ts';
import type { Told } from './story-diff.ts';

/** Fields of a task's diff that people do not see as a change. */
const untold = new Set(['taskboard_order', 'us_order', 'finished_date', 'watchers', 'external_reference']);

/** What a webhook about a task tells of its story: the tasks are its checklist. */
export function taskChanges({ action, data, change }: TaigaWebhook): readonly Told[] {
  const name = data?.subject ?? '';
  const subject = named([name]);
  if (action === 'create') return [{ kind: 'checklist', step: 'added', ...subject }];
  if (action === 'delete') return [{ kind: 'checklist', step: 'removed', ...subject }];
  const diff = change?.diff ?? {};
  if (!Object.keys(diff).some((field) => !untold.has(field))) return [];
  if (!('status' in diff)) return [{ kind: 'checklist', step: 'edited', ...subject }];
  if (data?.status?.is_closed) return [{ kind: 'checklist', step: 'ticked', ...subject }];
  // Only the state it is in now says whether it is a closed one, so New → In progress and Closed → In progress look the same: both
  // states are told by name, and nobody is said to have taken a tick away.
  const { from, to } = bothEnds(diff.status);
  const progress = typeof from === 'string' && typeof to === 'string' ? `: ${from} → ${to}` : '';
  return [{ kind: 'checklist', step: 'edited', ...named([name], `${name}${progress}`) }];
}
