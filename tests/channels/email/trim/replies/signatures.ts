import type { ReplyCase } from '../reply-case.ts';

function signed(
  client: string,
  language: string,
  said: string,
  signature: string,
  author?: string,
): ReplyCase {
  const options = author === undefined ? {} : { options: { author } };
  return { client, language, text: `${said}\n\n${signature}\n`, kept: said, ...options };
}

/** Signatures, disclaimers and list footers; and closings that stay, since a name is no signature. */
export const signatures: readonly ReplyCase[] = [
  signed('any', 'en', 'Please ship it.', '-- \nAnn Example\nExample Ltd'),
  signed('any', 'en', 'Please ship it.', '--\nAnn Example\nHead of Sales | Example Ltd\n+44 20 7946 0958'),
  signed('any', 'en', 'Please ship it.', '—\nAnn Example\n@ann'),
  signed(
    'Outlook',
    'en',
    'Please ship it.',
    'Kind regards,\n\nAnn Example\nHead of Sales\nExample Ltd\n1 High Street, London\nT: +44 20 7946 0958\nwww.example.org',
  ),
  signed(
    'Outlook',
    'de',
    'Bitte ausliefern.',
    'Mit freundlichen Grüßen\n\ni. A. Anna Beispiel\nVertrieb\n\nBeispiel GmbH\nMusterstr. 1, 12345 Berlin\nTel.: +49 30 1234567\nAmtsgericht Berlin HRB 12345, Geschäftsführer: Bernd Beispiel',
  ),
  signed(
    'Outlook',
    'de',
    'Bitte ausliefern.',
    'Viele Grüße\nAnna Beispiel\n\nanna@example.org\nhttps://example.org',
  ),
  signed(
    'Outlook',
    'fr',
    'Envoyez-le, merci de votre aide.',
    'Cordialement,\n\nAnne Exemple\nResponsable des ventes\nTél. : 01 23 45 67 89',
  ),
  signed(
    'Outlook',
    'es',
    'Enviadlo, por favor.',
    'Un saludo,\n\nAna Ejemplo\nEjemplo S.L.\nTel. 912 345 678',
  ),
  signed(
    'Outlook',
    'nl',
    'Graag versturen.',
    'Met vriendelijke groet,\n\nAnna Voorbeeld\nVoorbeeld B.V.\n020-1234567',
  ),
  signed(
    'Outlook',
    'pl',
    'Proszę wysłać.',
    'Pozdrawiam\nAnna Przykład\nPrzykład Sp. z o.o.\ntel. 601 234 567',
  ),
  signed(
    'Outlook',
    'it',
    'Speditelo pure.',
    'Cordiali saluti\n\nAnna Esempio\nEsempio S.r.l.\nTel. 02 1234567',
  ),
  signed(
    'Outlook',
    'sv',
    'Skicka den gärna.',
    'Med vänlig hälsning\n\nAnna Exempel\nExempel AB\n08-123 45 67\nwww.example.org',
  ),
  signed('Outlook', 'ru', 'Отправляйте.', 'С уважением,\n\nАнна Пример\nООО «Пример»\n+7 495 123-45-67'),
  signed('any', 'en', 'Please ship it.', 'Ann Example\nHead of Sales\n+44 20 7946 0958', 'Ann Example'),
  signed('any', 'en', 'Please ship it.', '-- \nAnn\n\nSent from my iPhone'),
  signed(
    'Mailman',
    'en',
    'Please ship it.',
    '_______________________________________________\nprinters mailing list\nprinters@example.org\nhttps://lists.example.org/printers',
  ),
  signed(
    'Google Groups',
    'en',
    'Please ship it.',
    '-- \nYou received this message because you are subscribed to the Google Groups "printers" group.\nTo unsubscribe from this group and stop receiving emails from it, send an email to printers+unsubscribe@example.org.',
  ),
  signed(
    'company',
    'en',
    'Please ship it.',
    'This e-mail and any attachments are confidential and intended solely for the addressee. If you have received it in error, please delete it and tell the sender.',
  ),
  signed(
    'company',
    'de',
    'Bitte ausliefern.',
    'Diese E-Mail enthält vertrauliche Informationen. Wenn Sie nicht der richtige Empfänger sind,\ninformieren Sie bitte den Absender und löschen Sie diese Nachricht.',
  ),
  signed(
    'company',
    'fr',
    'Envoyez-le.',
    'Ce message et ses pièces jointes sont confidentiels et réservés à leur destinataire. En cas d’erreur, merci de le détruire.',
  ),
  signed(
    'company',
    'es',
    'Enviadlo.',
    'Este mensaje y sus adjuntos son confidenciales y van dirigidos exclusivamente a su destinatario. Si lo recibe por error, bórrelo.',
  ),
  signed(
    'company',
    'en',
    'Please ship it.',
    'Best regards,\nAnn Example\nExample Ltd\nwww.example.org\n\nPlease consider the environment before printing this e-mail.',
  ),
  signed(
    'Mimecast',
    'en',
    'Please ship it.',
    'Disclaimer\n\nThe information contained in this communication is confidential. It is intended solely for the recipient; disclosure is prohibited.\n\nThis email has been scanned for viruses and malware by Example Ltd, a leader in a great many things that are all listed here.',
  ),
  {
    client: 'any',
    language: 'en',
    text: 'Please ship it.\n\nBest regards,\nAnn\n',
    kept: 'Please ship it.\n\nBest regards,\nAnn',
  },
  {
    client: 'any',
    language: 'de',
    text: 'Bitte ausliefern.\n\nLG Anna\n',
    kept: 'Bitte ausliefern.\n\nLG Anna',
  },
  {
    client: 'any',
    language: 'en',
    text: 'Thanks\n\nAnn Example\nHead of Sales\n+44 20 7946 0958\n',
    kept: 'Thanks\n\nAnn Example\nHead of Sales\n+44 20 7946 0958',
  },
];
