import type { Language } from './language.ts';

export const german: Language = {
  code: 'de',
  opens: 'am|um|vom|hat am',
  wrote: 'schrieb|schrieben|schreibt|hat geschrieben|geschrieben',
  from: 'von|absender',
  date: 'gesendet|gesendet am|datum|verschickt|verschickt am|empfangen|gesandt|zeit|geschickt',
  to: 'an|empfanger|empfaenger',
  cc: 'cc|kopie|kopie (cc)|bcc|kopie an|blindkopie',
  subject: 'betreff|betr',
  other: 'antwort an|antworten an|anlagen|anlage|anhang|anhange|wichtigkeit|prioritat|priorität|anhänge',
  original:
    'ursprüngliche nachricht|ursprungliche nachricht|urspruengliche nachricht|originalnachricht|original-nachricht|original nachricht|originalmail|original-mail|ursprüngliche mail|ursprüngliche e-mail|ursprünglicher termin|antwort nachricht|antwortnachricht|originalmeldung|originaltext|ursprungsnachricht',
  forwarded:
    'weitergeleitete nachricht|weitergeleitete mail|weitergeleitete e-mail|weitergeleitet|anfang der weitergeleiteten nachricht|anfang der weitergeleiteten e-mail|anfang weitergeleitete nachricht|beginn der weitergeleiteten nachricht|weitergeleitet von',
  sentFrom:
    'gesendet von|gesendet mit|gesendet aus|gesendet über|gesendet via|gesendet mithilfe|gesendet vom|verschickt von|verschickt mit|mobil gesendet von|von meinem~gesendet|von meiner~gesendet|vom~gesendet|von unterwegs~gesendet|von meinem~geschrieben|diese nachricht wurde von meinem~gesendet|diese nachricht wurde mit~gesendet|diese e-mail wurde von meinem~gesendet|diese mail wurde von meinem~gesendet|diese e-mail wurde mit~gesendet|holen sie sich outlook|laden sie outlook|hol dir outlook|outlook für|sichere e-mail von',
  closings:
    'mit freundlichen grüßen|mit freundlichen grüssen|mit freundlichen gruessen|mit freundlichem gruß|mit freundlichem gruss|freundliche grüße|freundliche grüsse|freundlichen gruß|freundlicher gruß|mit besten grüßen|mit besten grüssen|beste grüße|beste grüsse|besten gruß|viele grüße|viele grüsse|vielen gruß|liebe grüße|liebe grüsse|lieben gruß|lieber gruß|schöne grüße|schöne grüsse|schönen gruß|herzliche grüße|herzliche grüsse|herzlichen gruß|mit herzlichen grüßen|mit vielen grüßen|mit lieben grüßen|sonnige grüße|grüße|grüsse|gruß|gruss|mfg|vg|lg|bg|hg|hochachtungsvoll|danke|vielen dank|danke und gruß|danke und grüße|vielen dank und viele grüße|danke & gruß|besten dank|herzlichen dank|danke im voraus|vielen dank im voraus|schönen tag noch|bis dann|bis bald',
};
