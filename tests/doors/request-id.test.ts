import { expect, test } from '@jest/globals';
import { readRequest } from '../../lib/doors/request.ts';
import { httpEvent } from './http-event.ts';

test("a request is known by its own invocation, where the gateway's id is the same for all", () => {
  const event = httpEvent({ path: '/', body: '{}' });
  expect([readRequest(event, 'one')?.id, readRequest(event, 'two')?.id]).toEqual(['one', 'two']);
  expect(readRequest(event)?.id).toBe(event.requestContext.requestId);
});
