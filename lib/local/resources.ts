/** The part of a CloudFormation resource that the embedded stack reads. */
export interface Resource {
  readonly Type: string;
  readonly Properties?: Readonly<Record<string, unknown>>;
}

/** CloudFormation resources by logical id. */
export type Resources = Readonly<Record<string, Resource>>;
