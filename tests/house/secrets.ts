/** What looks like a secret in a tracked file. */
export interface Suspect {
  readonly file: string;
  readonly line: number;
  readonly why: string;
  readonly text: string;
}

/** Forms that give a secret away, whoever issues it. */
const forms: Readonly<Record<string, RegExp>> = {
  'a private key': /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY/,
  'an AWS access key': /\b(?:AKIA|ASIA|ABIA|ACCA)[A-Z2-7]{16}\b/,
  'a GitHub token': /\b(?:gh[opusr]_[A-Za-z0-9]{36,}|github_pat_\w{60,})/,
  'a Slack token': /\bxox[abeoprs]-[A-Za-z0-9-]{20,}/,
  'a Slack webhook': /hooks\.slack\.com\/services\/T\w{8,}\/B\w{8,}\/\w{20,}/,
  'a Discord token': /\b[MNO][A-Za-z\d_-]{23,27}\.[A-Za-z\d_-]{6}\.[A-Za-z\d_-]{27,}/,
  'a Discord webhook': /discord(?:app)?\.com\/api\/webhooks\/\d{17,20}\/[\w-]{60,}/,
  'a Telegram token': /\b\d{8,10}:AA[\w-]{33}\b/,
  'a JSON web token': /\beyJ[\w-]{15,}\.eyJ[\w-]{15,}\.[\w-]{20,}/,
  'an npm token': /\bnpm_[A-Za-z0-9]{36}\b/,
  'a key of a payment or mail service': /\b(?:sk_live_|rk_live_|SG\.|key-)[\w.-]{20,}/,
  'a password in an address': /\b[a-z][a-z+]{2,9}:\/\/[^\s/:@'"`$<>{}]+:[^\s/:@'"`$<>{}]{3,}@[a-z0-9.-]+/i,
};

/** As long as the shortest secret that anyone gives out. Characters. */
const LONG = 28;
/** Bits a character: random letters and digits have five and more at this length, words and paths fewer. */
const RANDOM = 4.2;

/** Finds what looks like a secret in a file's text: by its form, or because it looks random. */
export function suspectsIn(file: string, text: string): readonly Suspect[] {
  return text.split('\n').flatMap((content, at) => {
    const found = (why: string, text: string): Suspect => ({ file, line: at + 1, why, text });
    const known = Object.entries(forms).flatMap(([why, form]) => {
      const match = form.exec(content)?.[0];
      return match === undefined ? [] : [found(why, match)];
    });
    return known.length > 0 ? known : randomIn(content).map((each) => found('it looks random', each));
  });
}

function randomIn(line: string): readonly string[] {
  const words = line.match(/[A-Za-z0-9+/=_-]+/g) ?? [];
  return words.filter((word) => word.length >= LONG && isMixed(word) && entropyOf(word) >= RANDOM);
}

/** Of letters in both cases and digits, and not of words put together. */
function isMixed(word: string): boolean {
  return (
    /[a-z]/.test(word) &&
    /[A-Z]/.test(word) &&
    (word.match(/\d/g) ?? []).length >= 3 &&
    !/[/-].*[/-].*[/-]/.test(word)
  );
}

/** Shannon's, in bits a character. */
export function entropyOf(word: string): number {
  const counts = new Map<string, number>();
  for (const sign of word) counts.set(sign, (counts.get(sign) ?? 0) + 1);
  return [...counts.values()].reduce((sum, count) => {
    const share = count / word.length;
    return sum - share * Math.log2(share);
  }, 0);
}
