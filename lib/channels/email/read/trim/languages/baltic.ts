import type { Language } from './language.ts';

export const estonian: Language = {
  code: 'et',
  opens: '',
  wrote: 'kirjutas|kirjutas järgmist|kirjutab',
  from: 'saatja|kellelt',
  date: 'saadetud|kuupäev|saatmisaeg|saadeti',
  to: 'saaja|adressaat|kellele|adressaadid',
  cc: 'koopia|cc|pimekoopia',
  subject: 'teema|pealkiri',
  other: 'vasta|manused|manus|tähtsus',
  original: 'algne sõnum|algne kiri|algsõnum|originaalkiri',
  forwarded: 'edastatud sõnum|edastatud kiri|edastatud sõnumi algus',
  sentFrom: 'saadetud minu|saadetud',
  closings: 'lugupidamisega|parimate soovidega|tervitades|tervitustega|tänan|aitäh|heade soovidega|parimat',
};

export const latvian: Language = {
  code: 'lv',
  opens: '',
  wrote: 'rakstīja|raksta|uzrakstīja|lietotājs',
  from: 'no|sūtītājs',
  date: 'nosūtīts|sūtīts|datums|nosūtīšanas datums|saņemts',
  to: 'kam|adresāts|saņēmējs',
  cc: 'kopija|kopijā|cc',
  subject: 'tēma|temats',
  other: 'atbildēt|pielikumi|svarīgums',
  original: 'sākotnējais ziņojums|oriģinālais ziņojums|sākotnējā vēstule|oriģinālā ziņa|sākotnējā ziņa',
  forwarded: 'pārsūtīts ziņojums|pārsūtītais ziņojums|pārsūtītā ziņa|pārsūtīta ziņa|pārsūtīta vēstule',
  sentFrom: 'nosūtīts no|sūtīts no|iegūstiet outlook',
  closings: 'ar cieņu|cieņā|paldies|ar sveicieniem|visu labu|jauku dienu|liels paldies|sveicieni',
};

export const lithuanian: Language = {
  code: 'lt',
  opens: '',
  wrote: 'rašė|parašė|rašo|vartotojas',
  from: 'nuo|siuntėjas',
  date: 'išsiųsta|data|siųsta|gauta',
  to: 'kam|iki|gavėjas|skirta',
  cc: 'kopija|cc|nuorašas',
  subject: 'tema',
  other: 'atsakyti|priedai|svarba',
  original:
    'pradinis laiškas|originalus laiškas|pradinis pranešimas|originalus pranešimas|pirminis laiškas|pirminė žinutė',
  forwarded:
    'persiųstas laiškas|persiųstas pranešimas|persiunčiamas laiškas|persiųsta žinutė|persiųstas el. laiškas',
  sentFrom: 'išsiųsta iš|siųsta iš|atsisiųsti outlook|gauti outlook',
  closings:
    'pagarbiai|su pagarba|geriausi linkėjimai|linkėjimai|ačiū|dėkoju|geros dienos|nuoširdžiai|iš anksto dėkoju',
};
