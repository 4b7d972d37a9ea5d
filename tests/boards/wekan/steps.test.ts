import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { openBoard } from '../../../lib/boards/registry.ts';
import type { CardId } from '../../../lib/domain/card.ts';
import { startWekanSim, type WekanSim } from '../../sims/wekan/sim.ts';
import { boardDeps, failureOf, marker } from '../open.ts';
import { connectionTo, openWekan } from './open.ts';

let sim: WekanSim;
let id: CardId;
beforeEach(async () => {
  sim = await startWekanSim();
  id = (await sim.asUser('ann').createCard({ title: 'Fix the pump' }))._id as CardId;
});
afterEach(() => sim.stop());

const add = async (item: string) => (await openWekan(sim)).apply(id, { type: 'add-step', item }, marker);
const checklists = () =>
  sim.world.checklists.map(({ _id, title }) => [
    title,
    sim.world.items.filter(({ checklistId }) => checklistId === _id).map((item) => item.title),
  ]);

describe('a new step', () => {
  test('begins a checklist, called as the team’s language says, where there is none', async () => {
    await add('Order parts');
    await add('Mount');
    expect(checklists()).toEqual([['Checklist', ['Order parts', 'Mount']]]);
    sim.world.checklists = [];
    const german = await openBoard(connectionTo(sim), { ...boardDeps(), language: 'de' });
    await german.apply(id, { type: 'add-step', item: 'Teile bestellen' }, marker);
    expect(checklists()).toEqual([['Checkliste', ['Teile bestellen']]]);
  });

  test('goes on the first checklist, unless one of them has it', async () => {
    await sim.asUser('ann').checklist(id, 'Before', ['Order parts']);
    await sim.asUser('ann').checklist(id, 'After', ['Clean up']);
    await add('clean UP');
    await add('Mount');
    expect(checklists()).toEqual([
      ['Before', ['Order parts', 'Mount']],
      ['After', ['Clean up']],
    ]);
  });

  test('that the board has stored without an answer is not added again', async () => {
    sim.faults.add({ kind: 'hang-up-after' }, { method: 'POST', path: /\/checklists$/ });
    expect((await failureOf(add('Order parts'))).retry.when).toBe('later');
    await add('Order parts');
    sim.faults.add({ kind: 'hang-up-after' }, { method: 'POST', path: /\/items$/ });
    expect((await failureOf(add('Mount'))).retry.when).toBe('later');
    await add('Mount');
    expect(checklists()).toEqual([['Checklist', ['Order parts', 'Mount']]]);
  });
});
