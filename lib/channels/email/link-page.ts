import type { Language } from '../../../schemas/team.ts';

/** What a page says; with a button it asks for a press. */
export interface PageContent {
  readonly title: string;
  readonly text: string;
  readonly button?: string;
}

const style =
  'body{font:1.1em/1.5 system-ui,sans-serif;max-width:34rem;margin:12vh auto;padding:0 1rem;color:#1f2937;background:#fff}' +
  'button{font:inherit;padding:.6em 1.2em;border:0;border-radius:.4em;background:#1d4ed8;color:#fff;cursor:pointer}' +
  'button:focus-visible{outline:3px solid #f59e0b;outline-offset:2px}' +
  '@media(prefers-color-scheme:dark){body{color:#e5e7eb;background:#111827}button{background:#2563eb}}';

/**
 * A small page, whole in itself: nothing is fetched and nothing runs. Its form goes back to where the page came from, as a POST: programs
 * that follow every link in a mail press no buttons. Only texts of ours stand in it.
 */
export function linkPage({ title, text, button }: PageContent, language: Language): string {
  const form = button === undefined ? '' : `<form method="post"><button>${button}</button></form>`;
  return [
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width"><meta name="robots" content="noindex">',
    `<title>${title}</title><style>${style}</style></head>`,
    `<body><main><h1>${title}</h1><p>${text}</p>${form}</main></body></html>`,
  ].join('\n');
}

/** The first language of `Accept-Language` that we speak: the door knows nobody's settings. */
export function languageOf(accepted: string | undefined): Language {
  const wanted = (accepted ?? '').toLowerCase().match(/(?:^|[,\s])(de|en)\b/);
  return wanted?.[1] === 'de' ? 'de' : 'en';
}
