import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Node, parse, YAMLMap, type YAMLSeq } from 'yaml';
import type { Resources } from '../../lib/local/resources.ts';

const template = fileURLToPath(new URL('../../serverless.yml', import.meta.url));

/**
 * Reads the resources straight from serverless.yml, where the Serverless Framework does not run.
 * The service's and the stage's name are filled in; every other variable stays as it is written.
 */
export function readResources(stage = 'test'): Resources {
  const file: unknown = parse(readFileSync(template, 'utf8'), { merge: true, customTags: intrinsics });
  const { service, resources } = file as { service: string; resources: { Resources: Resources } };
  const filled = JSON.stringify(resources.Resources)
    .replaceAll(variable('self:service'), service)
    .replaceAll(variable('sls:stage'), stage);
  return JSON.parse(filled);
}

function variable(name: string): string {
  return `$\{${name}}`;
}

/** CloudFormation's short forms, as the long forms they stand for. */
const intrinsics = [
  { tag: '!Ref', resolve: (text: string) => ({ Ref: text }) },
  { tag: '!Condition', resolve: (text: string) => ({ Condition: text }) },
  { tag: '!Sub', resolve: (text: string) => ({ 'Fn::Sub': text }) },
  { tag: '!GetAtt', resolve: (text: string) => ({ 'Fn::GetAtt': text.split('.') }) },
  // `Fn::Sub` also has a form with values of its own.
  ...['Sub', 'If', 'Not', 'And', 'Equals', 'Split'].map((name) => ({
    tag: `!${name}`,
    collection: 'seq' as const,
    resolve: (list: YAMLSeq | YAMLMap) => longForm(`Fn::${name}`, list),
  })),
];

/** Stays a part of the document, so that anchors in it are found from elsewhere. */
function longForm(name: string, list: Node): YAMLMap {
  const map = new YAMLMap();
  map.set(name, list);
  return map;
}
