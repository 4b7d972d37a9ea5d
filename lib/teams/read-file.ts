import { LineCounter, parseDocument } from 'yaml';
import { type TeamFile, teamFile } from '../../schemas/team.ts';
import { crossCheck } from './cross-checks.ts';
import { findLine } from './lines.ts';
import { noYaml } from './no-yaml.ts';
import { type Finding, findingsOf, formatPath, type Problem } from './problems.ts';

/** Variables by name. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** The settings, or all that is wrong with them. */
export type TeamFileRead =
  | { readonly file: TeamFile; readonly problems?: undefined }
  | { readonly file?: undefined; readonly problems: readonly Problem[] };

/**
 * Reads a team's YAML file (schemas/team.ts) and checks all that can be checked without calling anybody: keys, values, names
 * that refer to each other, variables that secrets are read from.
 * @returns the settings with defaults filled in and secrets still as `env:NAME` (see `secretOf`), or every problem in the
 * order of the lines; of a file that is no YAML the first.
 */
export function readTeamFile(text: string, env: Environment): TeamFileRead {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, logLevel: 'error' });
  const [error] = document.errors;
  if (error) return { problems: [noYaml(error, lines)] };
  let raw: unknown;
  try {
    raw = document.toJS({ maxAliasCount: 100 });
  } catch {
    // The one thing that can go wrong in a document without errors: aliases that multiply without end, or lead nowhere.
    const text =
      'an alias (*name) that leads nowhere, or too many of them: write the values out, in quotes where one begins with *';
    return { problems: [{ path: '', text }] };
  }
  const checked = teamFile.safeParse(raw);
  const findings = [
    ...(checked.success ? [] : findingsOf(checked.error.issues, raw)),
    ...crossCheck(raw, env),
  ];
  if (checked.success && findings.length === 0) return { file: checked.data };
  const problems = findings.map((finding) => locate(finding, findLine(document, lines, finding.path)));
  return { problems: problems.sort((a, b) => (a.line ?? 0) - (b.line ?? 0)) };
}

/**
 * The secret that `env:NAME` stands for.
 * @throws Error when the variable is not set: `readTeamFile` has seen to it that it is.
 */
export function secretOf(reference: string, env: Environment): string {
  const secret = env[reference.replace(/^env:/, '')];
  if (!secret) throw new Error('a secret of the team file is not set');
  return secret;
}

function locate({ path, text }: Finding, line: number | undefined): Problem {
  return { path: formatPath(path), ...(line === undefined ? {} : { line }), text };
}
