import type { Language } from './language.ts';

export const french: Language = {
  code: 'fr',
  opens: 'le|à|en date du',
  wrote: 'a écrit|écrit|ecrivait|écrivait|a écrit ce qui suit|vous a écrit|a envoyé',
  from: 'de|expéditeur|exp',
  date: 'envoyé|date|message du|envoyé le|reçu|date d’envoi|envoye|reçu le|envoyée',
  to: 'à|pour|destinataire|destinataires',
  cc: 'cc|copie|copie à|cci|copie cachée',
  subject: 'objet|sujet',
  other: 'répondre à|pièces jointes|pièce jointe|importance|priorité|pj',
  original:
    "message d'origine|message d’origine|message original|message initial|message transmis|mail original|courriel original|courrier original|message precedent",
  forwarded:
    'message transféré|début du message transféré|début du message réexpédié|message réexpédié|courriel transféré|message transmis|mail transféré|e-mail transféré|début du message transmis|début du courriel transféré',
  sentFrom:
    'envoyé de mon|envoyé depuis mon|envoyé depuis|envoyé à partir de|envoyé avec|envoyé via|envoyé par|envoyé d’|envoyé du|envoyé de ma|envoyé de|envoyée de mon|provenance : courrier pour|provenance: courrier pour|obtenez outlook pour|obtenir outlook pour|télécharger outlook pour|téléchargez outlook pour|de mon iphone|écrit depuis mon|message envoyé depuis|message envoyé avec',
  closings:
    'cordialement|bien cordialement|très cordialement|cordiales salutations|salutations|meilleures salutations|bien à vous|bien à toi|sincèrement|respectueusement|amicalement|amitiés|cdt|cdlt|bàv|bien sincèrement|merci|merci beaucoup|merci d’avance|merci par avance|merci d’avance|bonne journée|bonne soirée|bises|salutations distinguées|sincères salutations|à bientôt|à votre disposition|merci et bonne journée|belle journée',
};

export const italian: Language = {
  code: 'it',
  opens: 'il giorno|il|in data|alle|il giorno',
  wrote: 'ha scritto|scrive|scriveva|ha scritto quanto segue|scrisse',
  from: 'da|mittente|inviato da',
  date: 'inviato|data|inviata|inviato il|data invio|ricevuto|spedito',
  to: 'a|per|destinatario|destinatari|al',
  cc: 'cc|ccn|copia|conoscenza|per conoscenza',
  subject: 'oggetto',
  other: 'rispondi a|allegati|allegato|priorità|importanza',
  original: 'messaggio originale|messaggio di origine|email originale|mail originale|messaggio originario',
  forwarded:
    'messaggio inoltrato|inizio messaggio inoltrato|inizio del messaggio inoltrato|messaggio inoltrato da|forwarded message|inoltrato|mail inoltrata|email inoltrata|inizio messaggio inviato',
  sentFrom:
    'inviato da|inviato dal|inviato con|inviato tramite|inviata da|inviato via|scarica outlook per|ottieni outlook per|spedito da|dal mio iphone|da iphone',
  closings:
    'cordiali saluti|distinti saluti|cordialmente|saluti|un saluto|un cordiale saluto|saluti cordiali|grazie|grazie mille|grazie e saluti|a presto|i miei migliori saluti|buona giornata|ciao|molte grazie|grazie in anticipo|in fede|tanti saluti|buon lavoro',
};

export const romanian: Language = {
  code: 'ro',
  opens: 'pe|în|la data de|in|la',
  wrote: 'a scris|scrie|a scris următoarele',
  from: 'de la|expeditor|expeditorul|dela',
  date: 'trimis|data|trimis la|dată|trimisă|primit',
  to: 'către|la|pentru|destinatar|destinatarul',
  cc: 'cc|copie|bcc',
  subject: 'subiect|subiectul',
  other: 'răspuns către|răspunde la|atașamente|atașări|importanță',
  original: 'mesaj original|mesajul original|mesaj inițial|mesajul inițial',
  forwarded:
    'mesaj redirecționat|începutul mesajului redirecționat|mesaj retransmis|mesaj forwardat|mesaj transmis|începe mesajul redirecționat|mesajul redirecționat|mesaj înaintat|început mesaj redirecționat',
  sentFrom:
    'trimis de pe|trimis din|trimis cu|trimis prin|trimis de la|obțineți outlook pentru|descarcă outlook',
  closings:
    'cu stimă|cu respect|cu drag|numai bine|toate cele bune|salutări|o zi bună|mulțumesc|mulțumim|mersi|vă mulțumesc|mulțumesc anticipat|cele mai bune urări|cu considerație',
};

export const catalan: Language = {
  code: 'ca',
  opens: 'el|el dia',
  wrote: 'va escriure|ha escrit|escrigué|missatge de',
  from: 'de',
  date: 'enviat|data|enviat el',
  to: 'per a|a|per|destinatari',
  cc: 'cc|a/c|còpia',
  subject: 'assumpte|tema',
  other: 'respon a|fitxers adjunts|adjunts',
  original: 'missatge original|missatge inicial',
  forwarded: 'missatge reenviat|inici del missatge reenviat|missatge remès',
  sentFrom: 'enviat des de|enviat des del|enviat amb|enviat del|obtén outlook per',
  closings:
    'salutacions|salutacions cordials|cordialment|atentament|gràcies|moltes gràcies|una salutació|fins aviat|ben cordialment|salut',
};
