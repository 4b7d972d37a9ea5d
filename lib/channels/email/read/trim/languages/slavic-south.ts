import type { Language } from './language.ts';

export const croatian: Language = {
  code: 'hr',
  opens: 'dana|u|dne|na|dan',
  wrote:
    'napisao je|napisala je|napisao|napisala|je napisao|je napisala|piše|je napisao/la|napisao/la|korisnik|napisao(la)|je napisao(la)',
  from: 'od|šalje|pošiljatelj|šalje:|pošiljalac',
  date: 'poslano|datum|poslato|poslano dana|primljeno',
  to: 'prima|za|kome|primatelj|do|to',
  cc: 'kopija|cc|kopija za',
  subject: 'predmet|naslov|tema',
  other: 'odgovori na|privici|privitak|prilozi|važnost|prioritet|odgovor na',
  original:
    'izvorna poruka|originalna poruka|originalna poruka|izvorni e-mail|originalni mail|prvotna poruka',
  forwarded:
    'proslijeđena poruka|započni proslijeđenu poruku|početak proslijeđene poruke|prosleđena poruka|proslijeđeni e-mail|proslijedena poruka|prosljeđena poruka|počinje proslijeđena poruka',
  sentFrom:
    'poslano s|poslano sa|poslano iz|poslano pomoću|poslato sa|poslato sa mog|nabavite outlook za|poslano putem|preuzmite outlook',
  closings:
    'srdačan pozdrav|lijep pozdrav|pozdrav|s poštovanjem|lp|s pozdravom|hvala|hvala lijepa|hvala unaprijed|srdačno|lep pozdrav|sa poštovanjem|pozdravi|puno pozdrava|unaprijed hvala',
};

export const slovenian: Language = {
  code: 'sl',
  opens: 'dne|v|ob|na',
  wrote: 'je napisal|je napisala|je napisal/-a|je oseba|napisal|napisala|piše|je napisal(a)',
  from: 'od|pošiljatelj|pošilja',
  date: 'poslano|datum|prejeto|poslan',
  to: 'za|prejemnik|komu',
  cc: 'kopija|kp|cc|v vednost|skp',
  subject: 'zadeva|predmet',
  other: 'odgovori na|odgovor na|priloge|priponke|pomembnost',
  original: 'izvirno sporočilo|originalno sporočilo|prvotno sporočilo',
  forwarded: 'posredovano sporočilo|začetek posredovanega sporočila|posredovana pošta',
  sentFrom: 'poslano z|poslano iz|poslano prek|poslano s|pridobite outlook za',
  closings:
    'lep pozdrav|lp|s spoštovanjem|lepe pozdrave|pozdrav|hvala|hvala in lep pozdrav|najlepša hvala|prijazen pozdrav',
};

export const serbian: Language = {
  code: 'sr',
  opens: 'дана|у|на',
  wrote: 'је написао|је написала|је написао/ла|написао|написала|пише|је написао(ла)',
  from: 'од|шаље|пошиљалац',
  date: 'послато|датум|примљено',
  to: 'за|прима|прималац|коме',
  cc: 'копија|коп',
  subject: 'наслов|тема|предмет',
  other: 'одговори на|прилози|прилог',
  original: 'оригинална порука|изворна порука|првобитна порука',
  forwarded: 'прослеђена порука|почетак прослеђене поруке',
  sentFrom: 'послато са|послато из|послато преко',
  closings: 'поздрав|срдачан поздрав|хвала|с поштовањем|са поштовањем|лп|леп поздрав',
};
