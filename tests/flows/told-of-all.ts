import { storeTeam } from '../../lib/teams/stored.ts';
import { changeKinds } from '../../schemas/event.ts';
import { type House, keysFor } from './house.ts';

/** Lets the room that hears of every card hear of every kind of change. To be called before anything has been told. */
export async function tellAllKinds({ store, team }: House): Promise<void> {
  const teamChannels = team.teamChannels.map((each) => ({ ...each, tell: [...changeKinds] }));
  const settings = storeTeam({ ...team, teamChannels }, keysFor('stored-secrets'));
  await store.teams.put({ id: team.id, settings });
}
