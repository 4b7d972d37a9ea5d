import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { settingsFromEnvironment } from '../../lib/dispatch/environment.ts';

const key = (digit: string) => digit.repeat(64);
const needed = {
  TABLE_NAME: 'cardwire-table',
  EVENTS_QUEUE_URL: 'https://sqs.test/events.fifo',
  DELIVERIES_QUEUE_URL: 'https://sqs.test/deliveries.fifo',
  CARDWIRE_ACTION_KEYS: `${key('a')},${key('b')}`,
  CARDWIRE_LINK_KEYS: key('c'),
  CARDWIRE_REPLY_KEYS: key('d'),
  CARDWIRE_SECRETS_KEYS: key('e'),
  CARDWIRE_URL: 'https://cards.test',
};

const before = { ...process.env };
beforeEach(() => {
  process.env = { AWS_REGION: 'eu-central-1', ...needed };
});
afterEach(() => {
  process.env = { ...before };
});

describe('a deployment', () => {
  test('gives each door its own keys, those that are rotated out too', () => {
    expect(settingsFromEnvironment()).toMatchObject({
      tableName: needed.TABLE_NAME,
      eventsQueueUrl: needed.EVENTS_QUEUE_URL,
      deliveriesQueueUrl: needed.DELIVERIES_QUEUE_URL,
      url: needed.CARDWIRE_URL,
      secretsKeys: [key('e')],
      doorKeys: {
        'mattermost-action': [key('a'), key('b')],
        'mail-link': [key('c')],
        'mail-reply': [key('d')],
      },
    });
  });

  test.each(Object.keys(needed))('does not start without %s', (name) => {
    delete process.env[name];
    expect(settingsFromEnvironment).toThrow(`${name} is not set`);
    process.env[name] = '';
    expect(settingsFromEnvironment).toThrow(`${name} is not set`);
  });

  test('has mail where it has a bucket for it', () => {
    expect(settingsFromEnvironment()).not.toHaveProperty('mail');
    process.env.MAIL_BUCKET = 'letters';
    expect(settingsFromEnvironment().mail).toEqual({ bucket: 'letters' });
    process.env.MAIL_CONFIGURATION_SET = 'watched';
    expect(settingsFromEnvironment().mail).toEqual({ bucket: 'letters', configurationSet: 'watched' });
    delete process.env.MAIL_BUCKET;
    expect(settingsFromEnvironment()).not.toHaveProperty('mail');
  });
});
