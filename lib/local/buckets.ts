import type { FauxqsServer } from 'fauxqs';
import type { Resources } from './resources.ts';

/**
 * Creates every `AWS::S3::Bucket` of the template; one that is there from an earlier run is left as it is. What a bucket lets expire in the
 * cloud is swept here (sweep-buckets.ts).
 * @returns names by logical id. In the cloud CloudFormation makes them up.
 */
export function createBuckets(server: FauxqsServer, resources: Resources): Record<string, string> {
  const ids = Object.keys(resources).filter((id) => resources[id]?.Type === 'AWS::S3::Bucket');
  return Object.fromEntries(ids.map((id) => [id, server.createBucket(nameOf(id)).bucketName]));
}

/** `MailBucket` becomes `cardwire-mail-bucket`. */
function nameOf(id: string): string {
  return `cardwire${id.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}
