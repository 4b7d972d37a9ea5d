import type { Language } from './language.ts';

export const dutch: Language = {
  code: 'nl',
  opens: 'op|schreef op',
  wrote: 'schreef|schreef het volgende|geschreven|het volgende geschreven|heeft geschreven',
  from: 'van|afzender',
  date: 'verzonden|datum|verzonden op|verstuurd|ontvangen|verzenddatum',
  to: 'aan|naar',
  cc: 'cc|bcc|kopie',
  subject: 'onderwerp|betreft',
  other: 'antwoord aan|antwoorden aan|bijlagen|bijlage|urgentie|prioriteit|beantwoorden',
  original:
    'oorspronkelijk bericht|origineel bericht|oorspronkelijke bericht|originele bericht|oorspronkelijke e-mail|originele e-mail',
  forwarded:
    'doorgestuurd bericht|begin doorgestuurd bericht|doorgestuurde bericht|doorgezonden bericht|doorgestuurde e-mail|begin van doorgestuurd bericht',
  sentFrom:
    'verstuurd vanaf mijn|verzonden vanaf mijn|verstuurd vanaf|verzonden vanaf|verzonden vanuit|verzonden met|verstuurd vanuit|verstuurd met|verstuurd via|verzonden via|outlook voor|download outlook voor|vanaf mijn',
  closings:
    'met vriendelijke groet|met vriendelijke groeten|vriendelijke groet|vriendelijke groeten|met hartelijke groet|hartelijke groet|hartelijke groeten|groet|groeten|groetjes|mvg|met groet|bedankt|dank je wel|alvast bedankt|hoogachtend|fijne dag|beste groeten|dank u wel',
};
