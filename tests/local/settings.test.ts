import { expect, test } from '@jest/globals';
import { localSettings } from '../../lib/local/settings.ts';

test('the ports of mail stand beside the port of the doors, so that stacks that run at once do not meet', () => {
  expect(localSettings({})).toMatchObject({ port: 4100, smtpPort: 4125, mailPagePort: 4126 });
  expect(localSettings({ CARDWIRE_PORT: '5000' })).toMatchObject({ smtpPort: 5025, mailPagePort: 5026 });
  expect(localSettings({ CARDWIRE_PORT: '65530' })).toMatchObject({ smtpPort: 65505, mailPagePort: 65504 });
  expect(localSettings({ CARDWIRE_SMTP_PORT: '2525' }).smtpPort).toBe(2525);
});

test.each(['CARDWIRE_PORT', 'CARDWIRE_SMTP_PORT'])('a wrong %s is told by its name', (name) => {
  for (const value of ['0', '65536', '1.5', 'smtp'])
    expect(() => localSettings({ [name]: value })).toThrow(`${name} must be a port`);
});
