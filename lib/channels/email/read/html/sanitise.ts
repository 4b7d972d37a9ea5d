import sanitizeHtml from 'sanitize-html';
import { signs } from './signs.ts';

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

/**
 * One kind of space, and none of what cannot be seen: control characters, marks that turn the direction of what follows, signs of no
 * width that mailings are stuffed with, and the private signs that the converter uses. A space that holds a line open stays one.
 */
function plainSpaces(text: string): string {
  if (/^\s*\u00A0\s*$/.test(text)) return signs.space;
  return text.replaceAll(unseen, (sign) => (/\s/.test(sign) ? sign : '')).replaceAll(/[^\S\n\t ]/g, ' ');
}

const unseen = /[\p{Cc}\u00AD\u200B\u202A-\u202E\u2060\uE000-\uE00F]|\u034F|\uFEFF/gu;
