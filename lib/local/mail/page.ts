import PostalMime, { type Email } from 'postal-mime';
import { escapeHtml } from '../../domain/html.ts';
import type { Envelope, Outbox } from './outbox.ts';

/** An answer of the page that shows sent mails. */
export interface Page {
  readonly status: number;
  readonly type: string;
  readonly body: string | Buffer;
}

const shown = 200;
const nothing: Page = { status: 404, type: 'text/plain; charset=utf-8', body: 'There is no such mail.\n' };

/**
 * What stands at a path: `/` lists the newest mails, `/mail/<id>` shows one, `/mail/<id>.eml` is it as it went out, `/mails.json` the list for
 * programs.
 */
export async function pageAt(path: string, outbox: Outbox): Promise<Page> {
  if (path === '/') return list(outbox);
  if (path === '/mails.json')
    return { status: 200, type: 'application/json', body: JSON.stringify(outbox.all()) };
  const [, id = '', whole] = /^\/mail\/([\w-]+)(\.eml)?$/.exec(path) ?? [];
  const raw = outbox.raw(id);
  if (!raw) return nothing;
  if (whole) return { status: 200, type: 'text/plain; charset=utf-8', body: raw };
  return one(await PostalMime.parse(raw), raw, id);
}

async function list(outbox: Outbox): Promise<Page> {
  const rows = await Promise.all(
    outbox
      .all()
      .slice(0, shown)
      .map((envelope) => row(envelope, outbox)),
  );
  const table = `<table><tr><th>When<th>To<th>Subject</tr>${rows.join('')}</table>`;
  const none = '<p>Nothing has been sent yet. This page shows it when you load it again.</p>';
  return html('Sent mail', `<h1>Sent mail</h1>${rows.length === 0 ? none : table}`);
}

async function row({ id, at, to }: Envelope, outbox: Outbox): Promise<string> {
  const { subject = '' } = await PostalMime.parse(outbox.raw(id) ?? '');
  const link = `<a href="/mail/${id}">${escapeHtml(subject) || '(no subject)'}</a>`;
  return `<tr><td>${new Date(at).toLocaleString('sv')}<td>${escapeHtml(to.join(', '))}<td>${link}</tr>`;
}

function one({ subject = '', text, html: markup }: Email, raw: Buffer, id: string): Page {
  const header = raw.toString('utf8').split(/\r?\n\r?\n/, 1)[0] ?? '';
  // The mail's own HTML: no scripts run in it, and its links open beside it.
  const frame =
    markup &&
    `<h2>HTML</h2><iframe title="HTML" sandbox="allow-popups allow-popups-to-escape-sandbox" srcdoc="${escapeHtml(
      `<base target="_blank">${markup}`,
    )}"></iframe>`;
  return html(
    subject,
    [
      `<p><a href="/">All sent mail</a></p><h1>${escapeHtml(subject)}</h1>`,
      text && `<h2>Text</h2><pre>${linked(escapeHtml(text))}</pre>`,
      frame,
      `<h2>Header</h2><pre>${escapeHtml(header)}</pre><p><a href="/mail/${id}.eml">The whole mail</a></p>`,
    ].join(''),
  );
}

const style =
  'body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}pre{white-space:pre-wrap;overflow-wrap:anywhere;' +
  'background:#f3f4f6;padding:1rem}table{border-collapse:collapse;width:100%}td,th{text-align:left;padding:.3rem 1rem .3rem 0;border-bottom:1px solid ' +
  '#d1d5db}iframe{width:100%;height:30rem;border:1px solid #d1d5db}';

function html(title: string, body: string): Page {
  const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(title)}</title><style>${style}</style>`;
  return {
    status: 200,
    type: 'text/html; charset=utf-8',
    body: `<!doctype html><html lang="en"><head>${head}</head><body>${body}</body></html>\n`,
  };
}

function linked(text: string): string {
  return text.replaceAll(/https?:\/\/[^\s<>"']+/g, (url) => `<a href="${url}" target="_blank">${url}</a>`);
}
