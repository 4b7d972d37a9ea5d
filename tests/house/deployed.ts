import type { Template, TemplateResource } from './package.ts';

/** What CloudFormation makes of a template: resources and outputs whose condition holds, with every `Fn::If` decided. */
export interface Deployed {
  readonly resources: Readonly<Record<string, TemplateResource>>;
  readonly outputs: Readonly<Record<string, unknown>>;
}

/**
 * Decides a template's conditions. They compare parameters of ours, which are filled in when it is packaged; `otherwise` says how some would
 * be with other parameters.
 */
export function deployed(
  { Conditions, Resources, Outputs }: Template,
  otherwise: Readonly<Record<string, boolean>> = {},
): Deployed {
  const holds = (name: string): boolean => otherwise[name] ?? isTrue(Conditions[name], holds);
  const there = <Part>(parts: Readonly<Record<string, Part>>): Record<string, Part> =>
    Object.fromEntries(
      Object.entries(parts)
        .filter(([, part]) => holdsFor(part, holds))
        .map(([id, part]) => [id, decided(part, holds) as Part]),
    );
  return { resources: there(Resources), outputs: there(Outputs) };
}

/** The logical ids that something names: by `Ref`, `Fn::GetAtt`, `Fn::Sub`, `DependsOn`. */
export function namedIn(part: unknown): string[] {
  if (Array.isArray(part)) return part.flatMap(namedIn);
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([key, value]) => {
    if (key === 'Ref') return [String(value)];
    if (key === 'Fn::GetAtt') return [String(value[0])];
    if (key === 'DependsOn') return [value].flat();
    if (key !== 'Fn::Sub') return namedIn(value);
    const [text, values = {}] = [value].flat() as [string, object?];
    const names = [...text.matchAll(/\$\{([\w:]+)/g)].map(([, name = '']) => name);
    return [...names.filter((name) => !(name in values)), ...namedIn(values)];
  });
}

function holdsFor(part: unknown, holds: (name: string) => boolean): boolean {
  const { Condition: condition } = part as { Condition?: string };
  return condition === undefined || holds(condition);
}

function isTrue(condition: unknown, holds: (name: string) => boolean): boolean {
  const [[kind = '', value] = []] = Object.entries(condition as Record<string, unknown>);
  const parts = value as readonly unknown[];
  if (kind === 'Condition') return holds(String(value));
  if (kind === 'Fn::Equals') return parts[0] === parts[1];
  if (kind === 'Fn::Not') return !isTrue(parts[0], holds);
  if (kind === 'Fn::And') return parts.every((part) => isTrue(part, holds));
  throw new Error(`the condition ${kind} is not known here`);
}

function decided(part: unknown, holds: (name: string) => boolean): unknown {
  if (Array.isArray(part)) return part.map((each) => decided(each, holds)).filter((each) => !isNothing(each));
  if (typeof part !== 'object' || part === null) return part;
  const choice = (part as { 'Fn::If'?: [string, unknown, unknown] })['Fn::If'];
  if (choice) return decided(choice[holds(choice[0]) ? 1 : 2], holds);
  const entries = Object.entries(part).map(([key, value]) => [key, decided(value, holds)] as const);
  return Object.fromEntries(entries.filter(([, value]) => !isNothing(value)));
}

function isNothing(value: unknown): boolean {
  return (value as { Ref?: string } | null)?.Ref === 'AWS::NoValue';
}
