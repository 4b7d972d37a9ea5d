import { expect, test } from '@jest/globals';
import { readFeedback } from '../../lib/channels/email/feedback-request.ts';
import { feedbackOn } from '../../lib/local/mail/feedback.ts';
import type { SentMail } from '../../lib/local/mail/ses.ts';

function sentTo(address: string): SentMail {
  return {
    ...{ id: '0107abc-000000', at: 0, source: 'ops@in.example.org', to: [address] },
    ...{ tags: { team: 'ops', connection: 'post', generation: '2' }, raw: Buffer.alloc(0) },
  };
}

test.each(['bounce', 'complaint'] as const)('the simulator makes a %s that its door reads', (why) => {
  const address = `${why}@simulator.amazonses.com`;
  expect(readFeedback(feedbackOn(sentTo(address)), 5)).toMatchObject([
    { event: { kind: 'bounce', why, address, team: 'ops', connection: 'post', generation: 2 } },
  ]);
});

test('of any other mail there is nothing to tell', () => {
  expect(feedbackOn(sentTo('eva@example.net'))).toBeUndefined();
  expect(feedbackOn(sentTo('success@simulator.amazonses.com'))).toBeUndefined();
});
