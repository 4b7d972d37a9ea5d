import type { Template, TemplateResource } from './package.ts';

/** One statement of a policy. */
export interface Statement {
  readonly Effect: string;
  readonly Action: string | readonly string[];
  readonly Resource: unknown;
  readonly Principal?: unknown;
}

/** A template as tests look at it. */
export interface TemplateView {
  /** @throws Error when there is none. */
  resource(id: string): TemplateResource;
  ofType(type: string): [string, TemplateResource][];
  /** By the end of its name. */
  functionOf(name: string): TemplateResource;
  environmentOf(name: string): Readonly<Record<string, unknown>>;
  /** All that a role allows, also where it does so under a condition only. */
  statements(role: string): Statement[];
}

interface Policy {
  readonly PolicyDocument: { readonly Statement: readonly Statement[] };
}

/** Makes a template easy to look at. */
export function viewOf(template: Pick<Template, 'Resources'>): TemplateView {
  const view: TemplateView = {
    resource(id) {
      const found = template.Resources[id];
      if (!found) throw new Error(`the template has no ${id}`);
      return found;
    },
    ofType: (type) => Object.entries(template.Resources).filter(([, { Type }]) => Type === type),
    functionOf(name) {
      const found = view
        .ofType('AWS::Lambda::Function')
        .find(([, { Properties }]) => Properties.FunctionName.endsWith(name));
      if (!found) throw new Error(`the template has no function ${name}`);
      return found[1];
    },
    environmentOf: (name) => view.functionOf(name).Properties.Environment.Variables,
    statements(role) {
      const policies = view.resource(role).Properties.Policies as readonly (
        | Policy
        | { 'Fn::If': [string, Policy] }
      )[];
      return policies.flatMap((policy) => {
        const { PolicyDocument } = 'Fn::If' in policy ? policy['Fn::If'][1] : policy;
        return PolicyDocument.Statement;
      });
    },
  };
  return view;
}
