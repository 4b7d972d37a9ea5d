import type { Language } from './language.ts';

export const english: Language = {
  code: 'en',
  opens: 'on|at',
  wrote: 'wrote|writes|has written|sent|replied',
  from: 'from|sender',
  date: 'date|sent|sent at|sent on|received|sent date|date sent',
  to: 'to|recipient|recipients|sent to',
  cc: 'cc|bcc|copy|copy to|copies to',
  subject: 'subject',
  other:
    'reply-to|reply to|attachments|attachment|importance|priority|sensitivity|organization|thread-topic|mailed-by|signed-by',
  original:
    'original message|original email|original e-mail|original mail|original text|reply message|message original|previous message|replied message|original appointment|quoted message|in reply to',
  forwarded:
    'forwarded message|begin forwarded message|forwarded email|forwarded e-mail|forwarded mail|start of forwarded message|begin forwarded mail|forward message|forward original mail|fwd message|forwarded by',
  sentFrom:
    'sent from my|sent from|sent with|sent by|sent by my|sent via|sent using|sent through|sent on|typed on my|written on my|composed on my|from my|get outlook|get bluemail|get typeapp|download outlook|secured with|secure email by',
  closings:
    'best|best regards|kind regards|kindest regards|warm regards|warmest regards|many regards|regards|rgds|brgds|br|kr|with kind regards|with best regards|with regards|with warm regards|best wishes|with best wishes|warm wishes|all the best|cheers|sincerely|sincerely yours|yours sincerely|yours faithfully|yours truly|yours|respectfully|cordially|thanks|thank you|many thanks|thanks a lot|thank you very much|thanks so much|thanks and regards|thanks & regards|thanks and best regards|thanks & best regards|thanks in advance|thank you in advance|take care|greetings|best greetings|kind greetings|have a great day|have a nice day',
};
