import { ok, type SimAnswer } from './answers.ts';
import { route, type SimCall, type SimRoute } from './route.ts';
import { newId, type SimUser, type World } from './world.ts';

const DAY = 24 * 60 * 60_000;

/** A2.1: one throttle per client address; a fake has one client. */
const failuresOf = new WeakMap<World, number[]>();

export const loginRoutes: readonly SimRoute[] = [
  route('POST', '/users/login', 'B', login),
  route('POST', '/users/logout', 'B', ({ world, user, body }) => {
    if (user && body.all === true) world.tokens = world.tokens.filter(({ userId }) => userId !== user._id);
    return ok({});
  }),
];

function login({ world, body }: SimCall): SimAnswer {
  const now = world.now();
  const failures = (failuresOf.get(world) ?? []).filter((at) => at > now - 60_000);
  // A2.1: 10 failures in 60 s are answered 429 with Retry-After, right password or not.
  if (failures.length >= 10) {
    return { status: 429, json: { error: 'too-many-requests' }, headers: { 'Retry-After': '60' } };
  }
  const user = knownBy(world, body);
  if (!user) {
    failuresOf.set(world, [...failures, now]);
    return { status: 401, json: { error: 'login-failed', reason: 'Something went wrong.' } };
  }
  // A2.1: each login mints a new token for 90 days; the old ones stay good.
  const minted = { token: newId(43), userId: user._id, expires: now + 90 * DAY };
  world.tokens.push(minted);
  return ok({ id: user._id, token: minted.token, tokenExpires: new Date(minted.expires).toISOString() });
}

/** A2.1: extra keys are rejected. */
function knownBy(world: World, { username, password, ...extra }: SimCall['body']): SimUser | undefined {
  if (Object.keys(extra).length > 0) return undefined;
  return world.users.find((user) => user.username === username && user.password === password);
}
