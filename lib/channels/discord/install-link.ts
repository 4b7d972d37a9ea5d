import { botPermissions, permissionNumber } from './permissions.ts';

/**
 * Where whoever manages a server brings the bot to it, with exactly the permissions it needs (contract A3: the plain flow needs no answer
 * of ours).
 */
export function installLink(application: string): string {
  const permissions = permissionNumber(botPermissions);
  return `https://discord.com/oauth2/authorize?client_id=${application}&scope=bot+applications.commands&permissions=${permissions}`;
}
