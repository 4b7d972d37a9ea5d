import { limits } from '../../channels/discord/limits.ts';
import type { Call, Routes } from './call.ts';
import { checkEndpoint } from './check-endpoint.ts';
import { invalidForm } from './failure.ts';
import { publicUser } from './views.ts';

function shown({ world }: Call): Record<string, unknown> {
  const { id, name, verifyKey, endpoint, bot, settings } = world.application;
  const guilds = [...world.guilds.values()].filter(({ members }) => members.has(bot));
  return {
    ...{ id, name, icon: null, description: '', bot_public: true, bot_require_code_grant: false },
    ...{ verify_key: verifyKey, flags: 0, redirect_uris: [], team: null, tags: [] },
    integration_types_config: { '0': {} },
    approximate_guild_count: guilds.length,
    bot: publicUser(world.user(bot)),
    ...settings,
    interactions_endpoint_url: endpoint || null,
  };
}

/** The application itself (contract A1.1). */
export const applicationRoutes: Routes = {
  'GET /applications/@me': (call) => ({ json: shown(call) }),

  'PATCH /applications/@me': async (call) => {
    const { interactions_endpoint_url: url, ...settings } = call.parse(limits.applicationEdit);
    const { application } = call.world;
    if (url && url !== application.endpoint && !(await checkEndpoint(call.world, url))) {
      const code = 'APPLICATION_INTERACTIONS_ENDPOINT_URL_INVALID';
      const message = 'The specified interactions endpoint url could not be verified.';
      throw invalidForm({ interactions_endpoint_url: { _errors: [{ code, message }] } });
    }
    if (url !== undefined) application.endpoint = url ?? '';
    application.settings = { ...application.settings, ...settings };
    return { json: shown(call) };
  },
};
