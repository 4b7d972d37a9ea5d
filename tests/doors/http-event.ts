import type { APIGatewayProxyEventV2 } from 'aws-lambda';

export interface HttpEventParts {
  readonly method?: string;
  readonly path: string;
  readonly query?: string;
  readonly headers?: Record<string, string>;
  /** A Buffer goes in as base64, as API Gateway does with what it takes for binary. */
  readonly body?: string | Buffer;
}

/** One request as an HTTP API hands it to a function (payload format 2.0). */
export function httpEvent(parts: HttpEventParts): APIGatewayProxyEventV2 {
  const { method = 'POST', path, query = '', headers = {}, body = '' } = parts;
  return {
    version: '2.0',
    routeKey: '$default',
    rawPath: path,
    rawQueryString: query,
    headers,
    requestContext: {
      accountId: '000000000000',
      apiId: 'local',
      domainName: 'localhost',
      domainPrefix: 'localhost',
      http: { method, path, protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: 'test' },
      requestId: 'request-1',
      routeKey: '$default',
      stage: '$default',
      time: '20/Nov/2026:23:24:00 +0000',
      timeEpoch: 1_795_217_040_000,
    },
    body: typeof body === 'string' ? body : body.toString('base64'),
    isBase64Encoded: typeof body !== 'string',
  };
}
