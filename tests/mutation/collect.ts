import { bind } from 'jest-each';

/** What a test file may use of `@jest/globals` when it runs outside jest; `expect` is jest's own. */
export { expect } from 'expect';

type Work = () => unknown;

/** One `test`, with the blocks it stands in, outermost first. */
export interface Collected {
  readonly name: string;
  readonly blocks: readonly Block[];
  readonly work: Work;
}

/** What is done around the tests of one `describe`, or of a file. */
export interface Block {
  readonly name: string;
  readonly beforeAll: Work[];
  readonly afterAll: Work[];
  readonly beforeEach: Work[];
  readonly afterEach: Work[];
}

let open: readonly Block[] = [];
let collected: Collected[] = [];

const newBlock = (name: string): Block => ({
  ...{ name, beforeAll: [], afterAll: [], beforeEach: [], afterEach: [] },
});

/** Gives the tests that `load` declares, in their order. `file` is the name of the block around them all. */
export async function collect(file: string, load: () => Promise<unknown>): Promise<readonly Collected[]> {
  [open, collected] = [[newBlock(file)], []];
  await load();
  return collected;
}

function declareBlock(name: string, body: Work): void {
  const around = open;
  open = [...around, newBlock(name)];
  body();
  open = around;
}

function declareTest(name: string, work: Work): void {
  collected.push({ name: [...open.map((block) => block.name), name].join(' '), blocks: open, work });
}

const hook = (when: 'beforeAll' | 'afterAll' | 'beforeEach' | 'afterEach') => (work: Work) => {
  open.at(-1)?.[when].push(work);
};

export const describe = Object.assign(declareBlock, { each: bind(declareBlock, false) });
export const test = Object.assign(declareTest, { each: bind(declareTest, false) });
export const beforeAll = hook('beforeAll');
export const afterAll = hook('afterAll');
export const beforeEach = hook('beforeEach');
export const afterEach = hook('afterEach');
