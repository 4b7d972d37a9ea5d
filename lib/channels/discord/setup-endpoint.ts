import { CardwireError, never } from '../../domain/errors.ts';
import { say } from '../../domain/say.ts';
import type { SetupPlace, SetupStep } from '../channel.ts';
import { type Client, readAs } from './client.ts';
import { applicationBody, endpointRefusal } from './setup-answers.ts';

/**
 * Sets the one address that the application calls (contract A1.1). Discord calls it while it is being set, with a PING and with a signature
 * that is bad on purpose: the door must be up, but needs nothing stored, because the address verifies itself.
 */
export function endpointStep(place: SetupPlace, client: Client): SetupStep {
  return {
    title: `Address of ${place.connection.id}`,
    run: async () => {
      const application = await client.get('/applications/@me', applicationBody);
      const address = addressOf(place, application.id, application.verify_key.toLowerCase());
      place.show(address);
      const standing = application.interactions_endpoint_url ?? '';
      if (standing === address) return 'stands as it should';
      if (standing !== '') refuseOthers(standing, place.team);
      await setAddress(client, address, place.baseUrl);
      return standing === '' ? 'set' : 'mended: it is set again';
    },
  };
}

/** The address with what the far side is known by: application and key (contract A1.1: one application, one key, one address). */
export function addressOf(
  { addressOf: seal }: Pick<SetupPlace, 'addressOf'>,
  application: string,
  publicKey: string,
): string {
  return seal('discord-interaction', { caller: `${application}.${publicKey}` });
}

/** An older address of this team's is replaced; what others have set is not taken from them. */
function refuseOthers(standing: string, team: string): void {
  const other = teamCalled(standing);
  if (other === team) return;
  throw other === undefined
    ? new CardwireError('discord-endpoint-foreign', never, say('discord-endpoint-foreign'))
    : new CardwireError('discord-endpoint-team', never, say('discord-endpoint-team', { team: other }));
}

function teamCalled(url: string): string | undefined {
  return /\/discord-interaction\/([^/]+)\/[^/]+\.\d+\/[^/]+\/[^/]+$/.exec(url)?.[1];
}

async function setAddress(client: Client, address: string, base: string): Promise<void> {
  const answer = await client.ask('PATCH', '/applications/@me', { interactions_endpoint_url: address });
  if (answer.ok) {
    readAs(answer.json, applicationBody);
    return;
  }
  if (!endpointRefusal.safeParse(answer.json).success) throw answer.error;
  throw new CardwireError('discord-endpoint-refused', never, say('discord-endpoint-refused', { base }));
}
