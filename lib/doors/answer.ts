import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { DoorAnswer } from '../domain/door.ts';

/** What is behind a sealed address is nobody else's: not a cache's, not the next site's. */
const unseen = { 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' };

/** A page loads nothing, runs nothing, stands in no frame, and sends its form back here alone. */
const page = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
  'x-content-type-options': 'nosniff',
  ...unseen,
};

/**
 * Writes an answer for API Gateway. An empty body is called plain text on purpose: Mattermost takes an empty one that calls itself
 * JSON for a failure.
 */
export function writeAnswer({ status, json, html, location }: DoorAnswer): APIGatewayProxyStructuredResultV2 {
  if (location !== undefined) return { statusCode: status, headers: { location, ...unseen }, body: '' };
  if (html !== undefined) return { statusCode: status, headers: page, body: html };
  if (json === undefined) {
    return { statusCode: status, headers: { 'content-type': 'text/plain; charset=utf-8' }, body: '' };
  }
  return {
    statusCode: status,
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify(json),
  };
}
