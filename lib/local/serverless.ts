import type { Resources } from './resources.ts';

/** The part of the Serverless Framework that the plugin sees, as it is after variables are resolved. */
export interface Serverless {
  readonly classes: {
    /** An error that is told without a stack trace. */
    readonly Error: new (
      message: string,
      code: string,
    ) => Error;
  };
  readonly processedInput: { readonly commands: readonly string[] };
  readonly service: {
    readonly functions: Readonly<Record<string, FunctionDefinition>>;
    readonly resources: { readonly Resources: Resources };
    readonly provider: { readonly compiledCloudFormationTemplate?: unknown };
    custom: Record<string, Record<string, unknown> | undefined>;
  };
}

/** A function of serverless.yml. */
export interface FunctionDefinition {
  readonly name: string;
  readonly handler: string;
  environment: Record<string, unknown>;
  readonly events: readonly FunctionEvent[];
}

/** What calls a function. */
export interface FunctionEvent {
  readonly sqs?: {
    readonly arn: { readonly 'Fn::GetAtt': readonly string[] };
    readonly maximumConcurrency?: number;
  };
}

/** Hooks by the lifecycle event they run at. */
export type Hooks = Readonly<Record<string, () => void | Promise<void>>>;

/** A source of `${name:address}` in serverless.yml. */
export interface VariableSource {
  resolve(asked: { readonly address?: string }): { readonly value: string };
}
