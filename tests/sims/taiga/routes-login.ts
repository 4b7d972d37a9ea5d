import { randomBytes } from 'node:crypto';
import { requireUser } from './access.ts';
import { badCredentials, badRefresh, badRequest, notFound, ok } from './answers.ts';
import { route, type SimRoute } from './route.ts';
import { giveTokens } from './tokens.ts';
import { userView } from './views.ts';

export const loginRoutes: readonly SimRoute[] = [
  route('POST', '/auth', ({ site, body }) => {
    // A2.1: the type is mandatory.
    if (body.type !== 'normal') throw badRequest('invalid login type');
    const name = body.username ?? body.email;
    const user = site.world.users.find(({ username, email }) => username === name || email === name);
    if (!user?.active || user.password !== body.password) throw badCredentials();
    return ok({ ...userView(user), email: user.email, ...giveTokens(site, user) });
  }),

  route('POST', '/auth/refresh', ({ site, body }) => {
    const { world, now } = site;
    const refresh = world.tokens.find(({ kind, token }) => kind === 'refresh' && token === body.refresh);
    const user = world.users.find(({ id }) => id === refresh?.userId);
    // A2.1: single use. Access tokens given before stay good.
    if (!refresh || refresh.denied || !user?.active || (refresh.expires ?? 0) <= now()) throw badRefresh();
    refresh.denied = true;
    return ok(giveTokens(site, user));
  }),

  route('POST', '/application-tokens/authorize', ({ site, user, body }) => {
    const { id: userId } = requireUser(user);
    if (!site.world.applications.some(({ id }) => id === body.application)) throw notFound('Application');
    const code = randomBytes(16).toString('hex');
    site.world.authCodes.push({ code, application: String(body.application), userId });
    return ok({ auth_code: code, state: body.state, next_url: '' });
  }),

  route('POST', '/application-tokens/validate', ({ site, body }) => {
    const { world } = site;
    const code = world.authCodes.find(
      (each) => each.code === body.auth_code && each.application === body.application,
    );
    // A2.1: good for one time.
    if (!code) throw notFound('ApplicationToken');
    world.authCodes = world.authCodes.filter((other) => other !== code);
    const token = randomBytes(24).toString('hex');
    world.tokens.push({ token, kind: 'application', userId: code.userId, expires: null, denied: false });
    return ok({ token });
  }),
];
