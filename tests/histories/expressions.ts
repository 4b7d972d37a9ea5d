/**
 * DynamoDB's expression language, as much of it as the table's rooms speak. Anything else throws, so that a new expression is
 * noticed here and not passed over.
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.OperatorsAndFunctions.html
 */

export type Attributes = Record<string, unknown>;

/** What `#names` and `:values` stand for. */
export interface Scope {
  readonly names: Readonly<Record<string, string>>;
  readonly values: Readonly<Record<string, unknown>>;
}

/** The server's answer to an expression that makes no sense for the item: a bug of the caller. */
export class ValidationError extends Error {
  override readonly name = 'ValidationException';
}

type Evaluate = (item: Attributes) => unknown;

/** Reads a condition: whether it holds for an item. */
export function readCondition(text: string, scope: Scope): (item: Attributes) => boolean {
  const reader = new Reader(text, scope);
  const condition = reader.either();
  reader.end();
  return (item) => condition(item) === true;
}

/** Reads an update: what an item becomes. Every right side is worked out on the item as it was. */
export function readUpdate(text: string, scope: Scope): (item: Attributes) => Attributes {
  const reader = new Reader(text, scope);
  const sets: { path: string[]; value: Evaluate }[] = [];
  const removes: string[][] = [];
  while (!reader.done()) {
    const clause = reader.next();
    if (clause !== 'SET' && clause !== 'REMOVE') throw new ValidationError(`clause ${clause}`);
    do {
      const path = reader.path();
      if (clause === 'REMOVE') removes.push(path);
      else {
        reader.expect('=');
        sets.push({ path, value: reader.sum() });
      }
    } while (reader.take(','));
  }
  return (item) => {
    const after = structuredClone(item);
    for (const { path, value } of sets.map((set) => ({ ...set, value: present(set.value(item)) }))) {
      const { parent, last } = place(after, path);
      parent[last] = structuredClone(value);
    }
    const places = removes.map((path) => place(after, path));
    for (const { parent, last } of places) delete parent[last];
    for (const { parent } of places) if (Array.isArray(parent)) closeUp(parent);
    return after;
  };
}

function present(value: unknown): unknown {
  if (value === undefined) throw new ValidationError('an attribute in the expression is not there');
  return value;
}

/** What was removed of a list has left holes: the rest moves up. */
function closeUp(list: unknown[]): void {
  list.splice(0, list.length, ...list.filter(() => true));
}

function place(item: Attributes, path: readonly string[]): { parent: Attributes; last: string } {
  let parent = item;
  for (const name of path.slice(0, -1)) {
    const inner = parent[name];
    if (typeof inner !== 'object' || inner === null) throw new ValidationError('the path is not there');
    parent = inner as Attributes;
  }
  return { parent, last: path.at(-1) ?? '' };
}

class Reader {
  private readonly tokens: readonly string[];
  private readonly scope: Scope;
  private at = 0;

  constructor(text: string, scope: Scope) {
    this.tokens = text.match(/[#:]?\w+|<=|>=|<>|[=<>(),.+[\]-]/g) ?? [];
    this.scope = scope;
  }

  done(): boolean {
    return this.at >= this.tokens.length;
  }

  end(): void {
    if (!this.done()) throw new ValidationError(`unread: ${this.tokens.slice(this.at).join(' ')}`);
  }

  next(): string {
    const token = this.tokens[this.at];
    if (token === undefined) throw new ValidationError('the expression ends early');
    this.at += 1;
    return token;
  }

  take(token: string): boolean {
    if (this.tokens[this.at] !== token) return false;
    this.at += 1;
    return true;
  }

  expect(token: string): void {
    if (!this.take(token)) throw new ValidationError(`no ${token}`);
  }

  path(): string[] {
    const path = [this.nameOf(this.next())];
    for (;;) {
      if (this.take('.')) path.push(this.nameOf(this.next()));
      else if (this.take('[')) {
        path.push(this.next());
        this.expect(']');
      } else return path;
    }
  }

  either(): Evaluate {
    const one = this.both();
    if (!this.take('OR')) return one;
    const other = this.either();
    return (item) => one(item) === true || other(item) === true;
  }

  sum(): Evaluate {
    const left = this.operand();
    const sign = this.take('+') ? 1 : this.take('-') ? -1 : 0;
    if (sign === 0) return left;
    const right = this.operand();
    return (item) => Number(present(left(item))) + sign * Number(present(right(item)));
  }

  private both(): Evaluate {
    const one = this.single();
    if (!this.take('AND')) return one;
    const other = this.both();
    return (item) => one(item) === true && other(item) === true;
  }

  private single(): Evaluate {
    if (this.take('NOT')) {
      const inner = this.single();
      return (item) => inner(item) !== true;
    }
    if (this.take('(')) {
      const inner = this.either();
      this.expect(')');
      return inner;
    }
    const left = this.operand();
    const comparison = comparisons[this.tokens[this.at] ?? ''];
    if (!comparison) return left;
    this.at += 1;
    const right = this.operand();
    return (item) => comparison(left(item), right(item));
  }

  private operand(): Evaluate {
    const token = this.tokens[this.at] ?? '';
    if (token.startsWith(':')) {
      this.at += 1;
      if (!(token in this.scope.values)) throw new ValidationError(`no value ${token}`);
      return () => this.scope.values[token];
    }
    if (this.tokens[this.at + 1] === '(') return this.call();
    const path = this.path();
    return (item) => path.reduce<unknown>((inner, name) => (inner as Attributes | undefined)?.[name], item);
  }

  private call(): Evaluate {
    const name = this.next();
    const call = functions[name];
    if (!call) throw new ValidationError(`function ${name}`);
    this.expect('(');
    const given = [this.operand()];
    while (this.take(',')) given.push(this.operand());
    this.expect(')');
    return (item) => call(...given.map((each) => each(item)));
  }

  private nameOf(token: string): string {
    if (!token.startsWith('#')) return token;
    const name = this.scope.names[token];
    if (name === undefined) throw new ValidationError(`no name ${token}`);
    return name;
  }
}

/** What is not there compares with nothing. */
function ordered(fits: (order: number) => boolean): (left: unknown, right: unknown) => boolean {
  return (left, right) => {
    if (typeof left !== typeof right || (typeof left !== 'number' && typeof left !== 'string')) return false;
    return fits(left === right ? 0 : left < (right as typeof left) ? -1 : 1);
  };
}

const comparisons: Readonly<Record<string, (left: unknown, right: unknown) => boolean>> = {
  '=': ordered((order) => order === 0),
  '<>': (left, right) => left !== undefined && right !== undefined && left !== right,
  '<': ordered((order) => order < 0),
  '<=': ordered((order) => order <= 0),
  '>': ordered((order) => order > 0),
  '>=': ordered((order) => order >= 0),
};

const functions: Readonly<Record<string, (...given: readonly unknown[]) => unknown>> = {
  attribute_exists: (value) => value !== undefined,
  attribute_not_exists: (value) => value === undefined,
  begins_with: (value, start) => typeof value === 'string' && value.startsWith(String(start)),
  contains: (whole, part) =>
    (Array.isArray(whole) || typeof whole === 'string') && whole.includes(part as never),
  if_not_exists: (value, otherwise) => value ?? otherwise,
  list_append: (one, other) => [...(present(one) as unknown[]), ...(present(other) as unknown[])],
  size: (value) => (typeof value === 'string' || Array.isArray(value) ? value.length : countOf(value)),
};

/** Of a map, its attributes. */
function countOf(value: unknown): number | undefined {
  return typeof value === 'object' && value !== null ? Object.keys(value).length : undefined;
}
