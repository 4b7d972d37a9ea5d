import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { DoorAnswer } from '../domain/door.ts';

/**
 * Writes an answer for API Gateway. An empty body is called plain text on purpose: Mattermost takes an empty one that calls itself
 * JSON for a failure.
 */
export function writeAnswer({ status, json }: DoorAnswer): APIGatewayProxyStructuredResultV2 {
  if (json === undefined) {
    return { statusCode: status, headers: { 'content-type': 'text/plain; charset=utf-8' }, body: '' };
  }
  return {
    statusCode: status,
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify(json),
  };
}
