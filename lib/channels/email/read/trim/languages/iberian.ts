import type { Language } from './language.ts';

export const spanish: Language = {
  code: 'es',
  opens: 'el|en|con fecha|a la(s)|a las|el día',
  wrote: 'escribió|escribio|ha escrito|escribe|escribía|envió',
  from: 'de|remitente|desde',
  date: 'enviado|fecha|enviado el|enviada|enviado en|recibido|fecha de envío|enviado a las',
  to: 'para|a|destinatario|destinatarios',
  cc: 'cc|cco|con copia|copia|c.c.',
  subject: 'asunto|tema',
  other: 'responder a|datos adjuntos|archivos adjuntos|adjuntos|importancia|prioridad|responde a',
  original:
    'mensaje original|mensaje de origen|correo original|mensaje inicial|mensaje anterior|mensaje enviado',
  forwarded:
    'mensaje reenviado|inicio del mensaje reenviado|mensaje reenviado comienza|comienzo del mensaje reenviado|correo reenviado|mensaje remitido|inicio de mensaje reenviado|reenviado por',
  sentFrom:
    'enviado desde|enviado con|enviado mediante|enviado por|enviado vía|enviado via|enviado de|enviado a través|obtener outlook para|obtén outlook para|obtenga outlook para|descargar outlook|desde mi iphone|desde mi móvil|mensaje enviado desde',
  closings:
    'saludos|un saludo|saludos cordiales|cordiales saludos|un cordial saludo|atentamente|atte|atte.|muy atentamente|cordialmente|un abrazo|abrazos|gracias|muchas gracias|gracias y saludos|mil gracias|gracias de antemano|muchas gracias y saludos|reciba un cordial saludo|le saluda atentamente|quedo a la espera|feliz día|buen día|que tenga un buen día|hasta pronto|sin otro particular|afectuosamente',
};

export const portuguese: Language = {
  code: 'pt',
  opens: 'em|no dia|a|às|no|na',
  wrote: 'escreveu|escreveu o seguinte|escreve|enviou|escreveram',
  from: 'de|remetente|enviado por',
  date: 'enviado|enviada|data|enviado em|enviada em|enviado a|enviado às|recebido|data de envio|enviado:',
  to: 'para|destinatário|a',
  cc: 'cc|cco|com cópia|cópia|c/c|bcc',
  subject: 'assunto|tema',
  other: 'responder a|responder para|responder-para|anexos|anexo|prioridade|importância',
  original: 'mensagem original|mensagem de origem|mensagem inicial|e-mail original|mensagem anterior',
  forwarded:
    'mensagem encaminhada|mensagem reencaminhada|início da mensagem reencaminhada|início da mensagem encaminhada|início de mensagem reenviada|mensagem reenviada|e-mail encaminhado|encaminhada|encaminhado por|início da mensagem',
  sentFrom:
    'enviado do meu|enviado do|enviado a partir|enviado de|enviado com|enviado via|enviado pelo|enviado através|enviada do|obter outlook para|obtenha o outlook para|obter o outlook para|baixe o outlook|baixar outlook|do meu iphone',
  closings:
    'atenciosamente|att|att.|cumprimentos|com os melhores cumprimentos|melhores cumprimentos|os melhores cumprimentos|saudações|abraço|abraços|um abraço|cordialmente|grato|grata|obrigado|obrigada|muito obrigado|muito obrigada|desde já agradeço|respeitosamente|com cumprimentos|sds|até breve|bom dia|boa tarde|at.te|cpts|cumps|um bom dia',
};
