/** serverless-offline ships no types; this is the part of its Lambda that the queues are mapped to. */
declare module 'serverless-offline/lambda' {
  interface LambdaFunction {
    setEvent(event: unknown): void;
    /** Runs in a worker thread, within the function's own time. Rejects when it throws or runs out of time. */
    runHandler(): Promise<unknown>;
  }

  export default class Lambda {
    constructor(serverless: object, options: object);
    create(functions: readonly { functionKey: string; functionDefinition: object }[]): void;
    /** An idle instance, or a new one. */
    get(functionKey: string): LambdaFunction;
    cleanup(): Promise<void>;
  }
}
