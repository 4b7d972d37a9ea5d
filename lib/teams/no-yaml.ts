import type { ErrorCode, LineCounter, YAMLParseError } from 'yaml';
import type { Problem } from './problems.ts';

const keysApart =
  'a key lacks its colon or the blank behind it, or its indentation is not that of the keys beside it: write “key: value”, each on a line of its own, and indent what belongs together alike';

/** What the parser's codes mean to whoever writes a team's file. */
const advice: Readonly<Partial<Record<ErrorCode, string>>> = {
  BAD_DQ_ESCAPE: 'a backslash means something in double quotes: write the value in single quotes',
  BAD_INDENT:
    'a bracket above is not closed, or a line is not indented like those beside it: write the missing ] or }, or indent it alike',
  BAD_SCALAR_START: 'a value may not begin with this sign: write it in quotes',
  BLOCK_AS_IMPLICIT_KEY: keysApart,
  DUPLICATE_KEY: 'this key stands above already: write each once',
  MISSING_CHAR: 'something is not closed here or above: write the missing quote or colon',
  MULTILINE_IMPLICIT_KEY: keysApart,
  MULTIPLE_DOCS: 'a second part begins here (---): write one team in one file',
  TAB_AS_INDENT: 'a tab stands here: indent with blanks',
};

/**
 * Where a file stops being YAML, and what to do. The first error alone is told: the parser stumbles over the rest because of it. Its own words
 * are not: they are about grammar, and may repeat a piece of the file.
 */
export function noYaml({ code, pos }: YAMLParseError, lines: LineCounter): Problem {
  const { line, col } = lines.linePos(pos[0]);
  const known = advice[code] ?? 'compare it with events/team.yml, which shows how each thing is written';
  return { path: '', line, column: col, text: `this is no YAML: ${known}` };
}
