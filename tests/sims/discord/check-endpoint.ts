import { sendOut } from './send.ts';
import { newToken, type World } from './world.ts';

/**
 * Whether an address answers as an endpoint must. Contract A1.1: a PING is answered 200 with `{"type":1}` and the content type of JSON,
 * a deliberately bad signature 401.
 */
export async function checkEndpoint(world: World, url: string): Promise<boolean> {
  const ping = JSON.stringify({
    ...{ id: world.newId(), application_id: world.application.id, type: 1, token: newToken(), version: 1 },
  });
  const good = await sendOut(world, url, ping);
  const isPong = good?.status === 200 && /json/.test(good.contentType) && /"type":\s*1\b/.test(good.text);
  if (!isPong) return false;
  const bad = await sendOut(world, url, ping, { signature: 'bad' });
  return bad?.status === 401;
}

/** The check that Discord makes now and then. Contract A1.1: on failure it removes the address and writes to the owner. */
export async function routineCheck(world: World): Promise<boolean> {
  const { application } = world;
  const bad = await sendOut(world, application.endpoint, '{"type":1}', { signature: 'bad' });
  // Being out of reach alone does not count.
  if (bad === undefined || bad.status === 401) return true;
  application.endpoint = '';
  world.mails.push('Your interactions endpoint URL was removed: it accepted an invalid signature.');
  return false;
}
