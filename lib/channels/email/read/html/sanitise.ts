import sanitizeHtml from 'sanitize-html';
import { signs } from './signs.ts';
import { withoutUnseen } from './unseen.ts';

/**
 * Leaves of a mail's HTML the tags that Markdown can say, links to the web and to mail addresses, and embedded pictures; no style, no
 * script, no picture from elsewhere (contract 3.4: converters keep all of these). Deeper nesting is flattened: the converter's time
 * grows with it.
 */
export function sanitise(html: string): string {
  return sanitizeHtml(html, {
    allowedTags,
    allowedAttributes: {
      a: ['href'],
      img: ['src', 'alt', 'width', 'height'],
      ol: ['start'],
      table: ['role'],
      td: ['colspan', 'rowspan'],
      th: ['colspan', 'rowspan'],
    },
    allowedSchemes: ['http', 'https', 'mailto'],
    allowedSchemesByTag: { img: ['cid'] },
    allowProtocolRelative: false,
    nestingLimit: 50,
    parseStyleAttributes: false,
    textFilter: plainSpaces,
  });
}

const allowedTags =
  'a b blockquote br code dd del div dl dt em h1 h2 h3 h4 h5 h6 hr i img li ol p pre s strike strong table tbody td tfoot th thead tr ul'.split(
    ' ',
  );

/** One kind of space, and only what can be seen. A space that holds a line open stays one. */
function plainSpaces(text: string): string {
  if (/^\s*\u00A0\s*$/.test(text)) return signs.space;
  return withoutUnseen(text).replaceAll(/[^\S\n\t ]/g, ' ');
}
