/**
 * What an element of a mail is by the mark its client put on it: `quote` the element; `rest` the element and all that comes after
 * it; `header` the line over a quote ("On … wrote:"); `signature`; `hidden` what nobody saw.
 */
export type Mark = 'quote' | 'rest' | 'header' | 'signature' | 'hidden';

type Marks = Readonly<Record<string, Mark>>;

/** What clients write as `id`. */
export const ids: Marks = {
  // Outlook on the web, new Outlook, Hotmail, Outlook for Mac
  appendonsend: 'rest',
  divRplyFwdMsg: 'rest',
  stopSpelling: 'rest',
  'mail-editor-reference-message-container': 'quote',
  OLK_SRC_BODY_SECTION: 'quote',
  Signature: 'signature',
  signature: 'signature',
  'ms-outlook-mobile-signature': 'signature',
  'ms-outlook-mobile-body-separator-line': 'signature',
  // Apple, Samsung, BlackBerry
  AppleMailSignature: 'signature',
  composer_signature: 'signature',
  _origMsg: 'rest',
  _signaturePlaceholder: 'signature',
  // Roundcube, Fastmail, Newton, Edison, Zoho, NetEase
  'reply-intro': 'header',
  _rc_sig: 'signature',
  qt: 'quote',
  cm_signature: 'signature',
  cm_footer: 'signature',
  'edo-original': 'quote',
  'edo-signature': 'signature',
  'Zm-_Id_-Sgn': 'signature',
  isReplyContent: 'quote',
  'ntes-pcmac-signature': 'signature',
  // Yahoo on a phone, and the line a virus scanner hangs on
  ymail_android_signature: 'signature',
  'DAB4FAD8-2DD7-40BB-A1B8-4E2AA1F9FDF2': 'signature',
};

/** What clients write as `class`. */
export const classes: Marks = {
  gmail_quote: 'quote',
  gmail_quote_container: 'quote',
  gmail_attr: 'header',
  gmail_signature: 'signature',
  gmail_signature_prefix: 'signature',
  'ms-outlook-mobile-reference-message': 'quote',
  'ms-outlook-mobile-signature': 'signature',
  'moz-cite-prefix': 'header',
  'moz-signature': 'signature',
  'moz-forward-container': 'quote',
  protonmail_quote: 'quote',
  protonmail_signature_block: 'signature',
  tutanota_quote: 'quote',
  'front-blockquote': 'quote',
  'front-signature': 'signature',
  yahoo_quoted: 'quote',
  'yahoo-quoted-begin': 'header',
  iosymail: 'quote',
  // K-9, GMX and web.de on a phone, and on the web
  'k9mail-signature': 'signature',
  mail_android_quote: 'quote',
  mail_ios_quote: 'quote',
  airmail_on: 'header',
  bloop_sign: 'signature',
  replyHeader: 'header',
  clean_bq: 'quote',
  zmail_extra: 'quote',
  zmail_signature_below: 'signature',
  freshdesk_quote: 'quote',
  missive_quote: 'quote',
  'ntes-mailmaster-quote': 'quote',
  'history-quote-wrapper': 'quote',
  '-x-evo-signature-wrapper': 'signature',
  __aliyun_signature_wrap: 'signature',
};

/** `name` of a `div`: Spark and Exchange, GMX and web.de. */
export const divNames: Marks = {
  messageReplySection: 'quote',
  messageSignatureSection: 'signature',
  quote: 'quote',
};

/** `data-marker` of Zimbra. */
export const zimbra: Marks = {
  __DIVIDER__: 'header',
  __HEADERS__: 'header',
  __QUOTED_TEXT__: 'quote',
  __SIG_PRE__: 'signature',
  __SIG_POST__: 'signature',
};
