import { localCredentials } from '../local/credentials.ts';
import type { LocalEndpoints } from '../local/stack-file.ts';
import type { Io } from './terminal.ts';

/** What an AWS client is made with. */
export interface AwsConfig {
  readonly region?: string;
  readonly endpoint?: string;
  readonly credentials?: {
    readonly accessKeyId: string;
    readonly secretAccessKey: string;
    readonly sessionToken?: string;
  };
}

/** The services that the command line calls. */
type Service = 'dynamodb' | 's3' | 'ses' | 'sqs';

/**
 * The stack that runs here, or what the command line was given: that goes before the process' environment, which the SDK reads by itself.
 * @param region as given by an option.
 */
export function awsConfig(
  service: Service,
  local: LocalEndpoints | undefined,
  env: Io['env'],
  region: string | undefined,
): AwsConfig {
  if (local) {
    const endpoint = endpointsOf(local)[service];
    return { ...(endpoint && { endpoint }), region: local.region, credentials: localCredentials };
  }
  const chosen = region ?? env.AWS_REGION;
  const endpoint = env[`AWS_ENDPOINT_URL_${service.toUpperCase()}`];
  const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey } = env;
  const sessionToken = env.AWS_SESSION_TOKEN;
  const keys = accessKeyId && secretAccessKey ? { accessKeyId, secretAccessKey } : undefined;
  return {
    ...(chosen ? { region: chosen } : {}),
    ...(endpoint ? { endpoint } : {}),
    ...(keys ? { credentials: sessionToken ? { ...keys, sessionToken } : keys } : {}),
  };
}

/** A stack that was started by another version may know fewer. */
function endpointsOf(local: LocalEndpoints): Readonly<Partial<Record<Service, string>>> {
  return local;
}
