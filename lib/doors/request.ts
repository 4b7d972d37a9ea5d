import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { DoorRequest } from '../domain/door.ts';

/** Largest body a door reads, in bytes. Wekan's and Mattermost's real ones stay under 100 KB. */
const bodyLimit = 256 * 1024;

/**
 * Reads an HTTP API event (payload format 2.0).
 * @param invocation the function's own request id. It goes before the gateway's, which serverless-offline 14.8 gives to all requests
 * alike: the queue would take all of them for one.
 * @returns undefined when the body is over the limit; it is not decoded then.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
 */
export function readRequest(event: APIGatewayProxyEventV2, invocation?: string): DoorRequest | undefined {
  const encoded = event.body ?? '';
  // Base64 is 4 characters for 3 bytes, so a text longer than this cannot decode to less than the limit.
  if (encoded.length > bodyLimit * 2) return undefined;
  const body = Buffer.from(encoded, event.isBase64Encoded ? 'base64' : 'utf8');
  if (body.length > bodyLimit) return undefined;
  return {
    method: event.requestContext.http.method,
    path: event.rawPath,
    headers: lowerCased(event.headers),
    query: new URLSearchParams(event.rawQueryString),
    body,
    id: invocation ?? event.requestContext.requestId,
  };
}

/** API Gateway sends names in lower case; stand-ins on one machine may not. */
function lowerCased(headers: APIGatewayProxyEventV2['headers']): Record<string, string> {
  const named: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) named[name.toLowerCase()] = value;
  }
  return named;
}
