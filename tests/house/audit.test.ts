import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';

/**
 * What a lock file alone can tell, without a network: `npm audit` asks the registry for known holes, which not every registry answers and
 * no test should wait for. It is a step of its own (README, Security).
 */
const root = join(import.meta.dirname, '../..');
const read = (name: string): unknown => JSON.parse(readFileSync(join(root, name), 'utf8'));

interface Locked {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly license?: string;
  readonly link?: boolean;
  readonly hasInstallScript?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

const manifest = read('package.json') as Locked & {
  readonly allowScripts: Readonly<Record<string, boolean>>;
};
const lock = read('package-lock.json') as {
  readonly lockfileVersion: number;
  readonly packages: Readonly<Record<string, Locked>>;
};
const packages = Object.entries(lock.packages).filter(([path]) => path !== '');
const nameOf = (path: string) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
/** The paths of those for which it does not hold. */
const unless = (holds: (locked: Locked) => boolean) =>
  packages.filter(([, locked]) => !holds(locked)).map(([path]) => path);

const licences = [
  ...['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'BlueOak-1.0.0', 'ISC', 'MIT', 'MIT-0'],
  ...['PSF-2.0', 'Python-2.0', 'Zlib', 'CC0-1.0'],
  'CC-BY-4.0', // data of caniuse, for tests alone
];

/** One of several that may be chosen, or all that are asked for, have to be on the list. */
function isFree(licence: string): boolean {
  return licence
    .replaceAll(/[()]/g, '')
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((each) => licences.includes(each)));
}

describe('what is installed', () => {
  test('is what the lock file names, and the lock file is that of package.json', () => {
    expect(lock.lockfileVersion).toBe(3);
    const locked = lock.packages[''];
    expect(locked?.dependencies).toEqual(manifest.dependencies);
    expect(locked?.devDependencies).toEqual(manifest.devDependencies);
  });

  test('is asked for by its exact version', () => {
    const wanted = { ...manifest.dependencies, ...manifest.devDependencies };
    const loose = Object.entries(wanted).filter(
      ([, version]) => !/^(npm:[\w@/-]+@)?\d+\.\d+\.\d+$/.test(version),
    );
    expect(loose).toEqual([]);
  });

  test('comes from the registry, and is the very bytes that were locked', () => {
    expect(unless(({ integrity = '' }) => /^sha512-[A-Za-z0-9+/]{86}==$/.test(integrity))).toEqual([]);
    const fromRegistry = ({ resolved, link }: Locked) =>
      link !== true && (resolved === undefined || resolved.startsWith('https://registry.npmjs.org/'));
    expect(unless(fromRegistry)).toEqual([]);
    expect(unless(({ version = '' }) => /^\d+\.\d+\.\d+(-[\w.]+)?(\+[\w.]+)?$/.test(version))).toEqual([]);
  });

  test('runs no script of its own when it is installed, but for those that were looked at', () => {
    const withScripts = packages
      .filter(([, locked]) => locked.hasInstallScript)
      .map(([path]) => nameOf(path));
    expect(withScripts.filter((name) => manifest.allowScripts[name] === undefined)).toEqual([]);
    expect(Object.keys(manifest.allowScripts).filter((name) => !withScripts.includes(name))).toEqual([]);
  });

  test('may be used by whoever uses Cardwire: the licences are on the list', () => {
    expect(unless(({ license = 'none' }) => isFree(license))).toEqual([]);
  });
});
