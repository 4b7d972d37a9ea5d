import type { Change } from '../../../schemas/event.ts';
import { stableId } from '../../domain/ids.ts';
import type { KnownDetails } from '../../store/details.ts';
import { type DetailChange, type DetailKind, kindOf } from './things.ts';

type Known = KnownDetails['known'];
type Step = NonNullable<Change['step']>;

/**
 * A remembered detail is its state, and, where an event has told it, a mark of that: how (`L`: found by looking, its webhook has not come yet;
 * `W`: all has been said), which step, and a short hash of the event's id. So a run that is done again tells the same, and what a late webhook
 * has to say is known to have been told.
 */
const steps: Readonly<Record<Step, string>> = {
  added: 'a',
  edited: 'e',
  removed: 'r',
  restored: 's',
  ticked: 't',
  unticked: 'u',
};

/** Who tells a change. `looked` when it was found by looking. */
export interface Teller {
  readonly event: string;
  readonly looked: boolean;
}

/** The state a detail is remembered in; empty for one that is not remembered. */
export function stateOf(known: Known, key: string): string {
  return known[key]?.split('|')[0] ?? '';
}

/** What is known once a change has been told. */
export function settled(known: Known, { key, state, step }: DetailChange, teller: Teller): Known {
  const mark = `${teller.looked ? 'L' : 'W'}${step ? steps[step] : 'x'}${hashOf(teller.event)}`;
  return { ...known, [key]: `${state}|${mark}` };
}

/** The details of a kind that an event has told, with the step it told of each. */
export function toldBy(
  known: Known,
  kind: DetailKind,
  event: string,
): readonly { readonly key: string; readonly step?: Step }[] {
  return marked(known, kind).flatMap(({ key, code, by }) => {
    const step = stepNamed(code);
    return by === hashOf(event) ? [{ key, ...(step && { step }) }] : [];
  });
}

/** The details of a kind that were found by looking and told, and whose webhook has not come yet. */
export function unanswered(known: Known, kind: DetailKind, step: Step | undefined): readonly string[] {
  const wanted = step ? steps[step] : 'x';
  return marked(known, kind).flatMap(({ key, how, code }) => (how === 'L' && code === wanted ? [key] : []));
}

/** What is known once the webhook of a detail has come that had been told before it. */
export function answered(known: Known, key: string): Known {
  return { ...known, [key]: (known[key] ?? '').replace('|L', '|W') };
}

function marked(known: Known, kind: DetailKind) {
  return Object.entries(known).flatMap(([key, value]) => {
    const mark = value.split('|')[1];
    if (!mark || kindOf(key) !== kind) return [];
    return [{ key, how: mark[0], code: mark[1], by: mark.slice(2) }];
  });
}

function stepNamed(code: string | undefined): Step | undefined {
  return (Object.keys(steps) as Step[]).find((step) => steps[step] === code);
}

function hashOf(event: string): string {
  return stableId('event', event).slice(0, 5);
}
