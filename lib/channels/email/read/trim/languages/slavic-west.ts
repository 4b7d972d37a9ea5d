import type { Language } from './language.ts';

export const polish: Language = {
  code: 'pl',
  opens: 'w dniu|dnia|w|dn.|dn',
  wrote: 'napisał|napisana przez|napisała|napisał(a)|napisał/a|napisali|pisze|napisał(-a)|użytkownik',
  from: 'od|nadawca',
  date: 'wysłano|data|wysłane|wysłany|data wysłania|otrzymano|wysłana',
  to: 'do|adresat|odbiorca',
  cc: 'dw|cc|do wiadomości|udw|kopia',
  subject: 'temat',
  other: 'odpowiedz do|odpowiedź do|załączniki|załącznik|ważność|priorytet',
  original:
    'wiadomość oryginalna|oryginalna wiadomość|wiadomość pierwotna|treść oryginalnej wiadomości|pierwotna wiadomość|oryginalny list',
  forwarded:
    'wiadomość przekazana|przekazana wiadomość|początek przekazywanej wiadomości|wiadomość przesłana dalej|treść przekazanej wiadomości|przesłana wiadomość|początek przesłanej wiadomości|przekazywana wiadomość|początek przekazanej wiadomości|przesłana dalej wiadomość',
  sentFrom:
    'wysłane z|wysłano z|wysłane za pomocą|wysłano za pomocą|wysłane przez|wysłano przy|pobierz outlook|pobierz program outlook|wysłana z',
  closings:
    'pozdrawiam|pozdrawiam serdecznie|serdecznie pozdrawiam|z poważaniem|z wyrazami szacunku|pozdrowienia|serdeczne pozdrowienia|z pozdrowieniami|dziękuję|dzięki|pozdr|pozdr.|z góry dziękuję|dziękuję i pozdrawiam|łączę pozdrowienia|miłego dnia|najlepsze pozdrowienia|z szacunkiem|dziękuję bardzo',
};

export const czech: Language = {
  code: 'cs',
  opens: 'dne|v|ve|dňa|po',
  wrote: 'napsal|napsala|napsal(a)|napsal/a|píše|odesílatel|napsali|uživatel',
  from: 'od|odesílatel|z',
  date: 'odesláno|datum|odesláno dne|posláno|přijato|poslano|odeslaná|odeslané',
  to: 'komu|pro|příjemce|adresát',
  cc: 'kopie|cc|skrytá|skrytá kopie',
  subject: 'předmět|věc',
  other: 'odpovědět komu|odpověď komu|odpovědět|přílohy|příloha|důležitost|priorita',
  original: 'původní zpráva|původní e-mail|původní email|původní mail|originální zpráva|puvodni zprava',
  forwarded:
    'přeposlaná zpráva|přeposílaná zpráva|začátek přeposílané zprávy|předávaná zpráva|přesměrovaná zpráva|začátek přeposlané zprávy|předaná zpráva|přeposlaný e-mail|začátek přesměrované zprávy',
  sentFrom:
    'odesláno z|odesláno ze|odesláno pomocí|odesláno přes|posláno z|získejte outlook pro|stáhněte si outlook|odesláno prostřednictvím',
  closings:
    's pozdravem|s pozdravom|s přáním hezkého dne|hezký den|pěkný den|zdravím|děkuji|děkuju|díky|s úctou|přeji hezký den|přeji pěkný den|srdečně|děkuji předem|předem děkuji|děkuji a přeji hezký den|děkuji, s pozdravem|mějte se hezky',
};

export const slovak: Language = {
  code: 'sk',
  opens: 'dňa|v|vo|dna',
  wrote: 'napísal|napísala|napísal(a)|napísal/a|píše|používateľ|odosielateľ',
  from: 'od|odosielateľ',
  date: 'odoslané|dátum|odoslaná|odoslane|poslané|dňa|prijaté|odoslaný',
  to: 'komu|pre|príjemca',
  cc: 'kópia|cc|skrytá kópia',
  subject: 'predmet|vec',
  other: 'odpovedať komu|odpoveď|odpovedať|prílohy|príloha|dôležitosť|priorita',
  original: 'pôvodná správa|pôvodný e-mail|pôvodný mail|originálna správa|povodna sprava',
  forwarded:
    'preposlaná správa|preposielaná správa|začiatok preposlanej správy|posunutá správa|preposlaný e-mail|začiatok preposielanej správy|odovzdaná správa|presmerovaná správa|začiatok posunutej správy',
  sentFrom:
    'odoslané z|odoslané zo|odoslané pomocou|odoslané cez|poslané z|získajte outlook pre|stiahnite si outlook',
  closings:
    's pozdravom|s úctou|pekný deň|ďakujem|vďaka|dakujem|zdravím|prajem pekný deň|vopred ďakujem|s priateľským pozdravom|srdečne',
};
