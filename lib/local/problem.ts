/** Something that the person at the terminal can put right. The message says how. */
export class LocalProblem extends Error {
  override readonly name = 'LocalProblem';
}

/**
 * Says which port is taken and what to do about it; anything else is passed on as it is.
 * @param variable the environment variable that moves the port.
 */
export function explainPort(error: unknown, port: number | undefined, variable: string): unknown {
  if ((error as { code?: unknown } | null)?.code !== 'EADDRINUSE') return error;
  return new LocalProblem(
    `Port ${port} is in use. Stop what is running there, or choose another one: ${variable}=<port>.`,
    { cause: error },
  );
}
