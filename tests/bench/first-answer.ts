import { lookUpPatience } from '../../lib/doors/looked-up.ts';
import { queuePatience } from '../../lib/queue/enqueue.ts';

/** What Discord waits for a first answer (contract A1.2), in milliseconds. */
const deadline = 3_000;

/** Lambda's own start of a new environment, before our code is read. Assumed: it cannot be measured here. */
const environment = 350;

/**
 * How much slower than here: a function with 256 MB gets a seventh of a processor (a whole one belongs to 1,769 MB), but all of one while it
 * starts. Assumed.
 */
const slower = { starting: 2, running: 7 } as const;

/** Measured here, in milliseconds. */
export interface Measured {
  readonly importMs: number;
  readonly onDemandMs: number;
  readonly doorMs: number;
}

/**
 * The slowest first answer that a person can get: a new environment, and the queue or the table taking all the time that the door gives
 * it. The board's ten seconds are not in it: it is asked behind the queue.
 */
export function slowestFirstAnswers(
  measured: Measured,
): readonly { readonly name: string; readonly ms: number }[] {
  const started = environment + slower.starting * measured.importMs;
  const worked = slower.running * measured.doorMs;
  const command = started + worked + queuePatience;
  const suggestions = started + worked + slower.running * measured.onDemandMs;
  return [
    { name: `a new environment (assumed ${environment}) reads the code`, ms: started },
    { name: 'the door’s own work', ms: worked },
    { name: `a command, board after 10 s, queue at its limit of ${queuePatience}`, ms: command },
    { name: `a command, board after 10 s, queue as measured`, ms: started + worked },
    { name: `suggestions, table at its limit of ${lookUpPatience}`, ms: started + worked + lookUpPatience },
    { name: 'suggestions, table as measured', ms: suggestions },
    { name: 'Discord waits', ms: deadline },
  ];
}
