import { expect, test } from '@jest/globals';
import { type Import, isLocal, readImports } from './imports.ts';

/** Rooms from the outermost to the innermost: code may import from its own floor's room and from the floors below. */
const floors: readonly (readonly string[])[] = [
  ['tests'],
  ['functions'],
  ['doors', 'dispatch', 'setup', 'cli', 'local'],
  ['commands', 'boards', 'channels', 'store', 'queue', 'teams'],
  ['http'],
  ['domain'],
  ['texts'],
  ['schemas'],
];

/** Imports that go across a floor, or up, on purpose. */
const across = new Set([
  'cli>setup', // the command line is the setup's face
  'cli>local', // and finds the stack that runs on this machine
  'local>setup', // the demo connects its team as an operator does
  'local>cli', // and writes to the terminal as the command line does
  'local>tests', // and plays against the fakes
]);

/** Rooms of one floor that may not know each other, whatever the floor allows. */
const strangers = new Set(['boards>channels', 'channels>boards']);

/** The libraries that only one room may touch. */
const owners: Readonly<Record<string, readonly string[]>> = {
  axios: ['http'],
  '@aws-sdk/client-dynamodb': ['functions', 'store', 'dispatch', 'setup', 'cli', 'local'],
  '@aws-sdk/client-sqs': ['functions', 'queue', 'dispatch', 'setup', 'cli', 'local'],
  serverless: ['local'],
  'serverless-offline': ['local'],
  fauxqs: ['local'],
  dynalite: ['local'],
  commander: ['cli', 'local'],
  ora: ['cli', 'local'],
};

/** Nobody waits for these: they read the table, and mails. */
const heavy = [
  'functions/dispatcher.ts',
  'functions/reconcile.ts',
  'functions/dead-letters.ts',
  'functions/inbound-mail.ts',
];

/** What a door loads on demand only: Discord's suggestions are read from the table. */
const doorMayLoad = /^lib\/store\/look-up-[\w-]+\.ts$/;

const doorMayImport =
  /^lib\/(doors\/\w|queue\/enqueue\.ts$|(boards|channels)\/[^/]+\/(webhook|[\w-]+-request)\.ts$)/;

const imports = readImports();

test('there is code to look at', () => {
  expect(imports.length).toBeGreaterThan(50);
});

test('imports go one way', () => {
  const wrong = imports.filter(({ file, target }) => isLocal(target) && !mayImport(file, target));
  expect(wrong.map(told)).toEqual([]);
});

test('a library has one owner', () => {
  const wrong = imports.filter(({ file, target, typeOnly }) => {
    const rooms = owners[packageOf(target)];
    return !typeOnly && rooms !== undefined && !rooms.includes(roomOf(file));
  });
  expect(wrong.map(told)).toEqual([]);
});

test('a door knows its product’s pure side, the shared door and the queue’s way in, and no more', () => {
  const wrong = imports.filter(({ file, target, onDemand }) => {
    const isDoor = file.startsWith('functions/') && !heavy.includes(file);
    return isDoor && !(onDemand ? doorMayLoad : doorMayImport).test(target);
  });
  expect(wrong.map(told)).toEqual([]);
});

test('zod is only ever its small self', () => {
  const wrong = imports.filter(({ target }) => packageOf(target) === 'zod' && target !== 'zod/mini');
  expect(wrong.map(told)).toEqual([]);
});

test('a product is known to its own folder, the registries and the wiring only', () => {
  const wrong = imports.filter(({ file, target, typeOnly }) => {
    const product = /^lib\/(?:boards|channels)\/[^/]+\//.exec(target)?.[0];
    const allowed = file.startsWith(product ?? '') || /^functions\/|\/registry\.ts$|^lib\/local\//.test(file);
    return product !== undefined && !typeOnly && !allowed;
  });
  expect(wrong.map(told)).toEqual([]);
});

test('every import of our own names the file as it is', () => {
  const wrong = imports.filter(({ target }) => isLocal(target) && !/\.(ts|json)$/.test(target));
  expect(wrong.map(told)).toEqual([]);
});

function mayImport(file: string, target: string): boolean {
  const [from, to] = [roomOf(file), roomOf(target)];
  const step = `${from}>${to}`;
  if (from === to || across.has(step)) return true;
  if (strangers.has(step)) return false;
  const [fromFloor, toFloor] = [floorOf(from), floorOf(to)];
  return toFloor > fromFloor || (toFloor === fromFloor && fromFloor === middle);
}

const middle = floorOf('boards');

function floorOf(room: string): number {
  const floor = floors.findIndex((rooms) => rooms.includes(room));
  if (floor < 0) throw new Error(`${room} stands in no floor: add it to the walls`);
  return floor;
}

/** `lib/boards/wekan/x.ts` is in `boards`, `schemas/event.ts` in `schemas`. */
function roomOf(file: string): string {
  const [first = '', second = ''] = file.split('/');
  return first === 'lib' ? second : first;
}

function packageOf(target: string): string {
  return target.split('/', target.startsWith('@') ? 2 : 1).join('/');
}

function told({ file, target }: Import): string {
  return `${file} imports ${target}`;
}
