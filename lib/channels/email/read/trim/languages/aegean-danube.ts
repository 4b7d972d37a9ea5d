import type { Language } from './language.ts';

export const greek: Language = {
  code: 'el',
  opens: 'στις|την|τη|στισ|την ημερομηνία',
  wrote: 'έγραψε|ο χρήστης|η χρήστης|έγραψε τα εξής|εγραψε|γράφει',
  from: 'από|αποστολέας|απο',
  date: 'ημερομηνία|στάλθηκε|εστάλη|αποστολή|ημ/νία|εστάλη στις|ημερ/νία',
  to: 'προς|παραλήπτης|για',
  cc: 'κοιν|κοιν.|κοινοποίηση|cc|κρυφή κοιν.',
  subject: 'θέμα',
  other: 'απάντηση σε|συνημμένα|σπουδαιότητα',
  original: 'αρχικό μήνυμα|πρωτότυπο μήνυμα|αρχικό μηνυμα|αυθεντικό μήνυμα',
  forwarded:
    'προωθημένο μήνυμα|προωθούμενο μήνυμα|έναρξη προωθημένου μηνύματος|αρχή προωθημένου μηνύματος|μήνυμα που προωθήθηκε|προωθηθέν μήνυμα|διαβιβασθέν μήνυμα',
  sentFrom:
    'στάλθηκε από|εστάλη από|απεστάλη από|στάλθηκε με|λήψη του outlook|αποστολή από|αποκτήστε το outlook',
  closings:
    'με εκτίμηση|φιλικά|με φιλικούς χαιρετισμούς|χαιρετισμούς|ευχαριστώ|ευχαριστώ πολύ|σας ευχαριστώ|με τιμή|εκτιμώ|ευχαριστώ εκ των προτέρων|καλή συνέχεια|με εκτιμηση',
};

export const turkish: Language = {
  code: 'tr',
  opens: '',
  wrote:
    'şunu yazdı|şunları yazdı|yazdı|tarihinde şunu yazdı|tarihinde yazdı|şöyle yazdı|tarafından yazıldı|yazmış|adlı kişi|kullanıcısı',
  from: 'kimden|gönderen|kimden:',
  date: 'gönderildi|tarih|gönderilme tarihi|gönderim tarihi|gönderme tarihi|gönderilen|gönderim|tarihi',
  to: 'kime|alıcı|alıcılar',
  cc: 'bilgi|cc|gizli|kopya',
  subject: 'konu|ilgi',
  other: 'yanıtla|yanıt adresi|ekler|önem|yanıtlama adresi|öncelik',
  original:
    'orijinal mesaj|özgün ileti|orijinal ileti|asıl mesaj|ilk mesaj|orjinal mesaj|özgün mesaj|orijinal e-posta',
  forwarded:
    'iletilen mesaj|ileti başlangıcı|iletilen ileti başlangıcı|yönlendirilen mesaj|iletilmiş mesaj|iletilen ileti|yönlendirilmiş ileti|iletilmiş ileti|başlangıç iletilen mesaj|iletilen e-posta|yönlendirilmiş mesaj|iletilmiş mesajın başlangıcı',
  sentFrom: '~gönderildi|~gönderilmiştir|outlook’u edinin',
  closings:
    'saygılarımla|saygılar|iyi çalışmalar|teşekkürler|teşekkür ederim|selamlar|sevgiler|iyi günler|kolay gelsin|sevgilerimle|en iyi dileklerimle|şimdiden teşekkürler|çok teşekkürler|teşekkür ederiz|saygılarımızla|esenlikler dilerim',
};

export const hungarian: Language = {
  code: 'hu',
  opens: '',
  wrote: 'ezt írta|írta|a következőt írta|ezt irta|írja|a következőket írta|ezt írta (időpont|időpont',
  from: 'feladó|küldő|feladó:',
  date: 'elküldve|dátum|küldve|időpont|küldés dátuma|érkezett|küldés ideje',
  to: 'címzett|címzettek|kapja|neki',
  cc: 'másolatot kap|másolat|cc|titkos másolat',
  subject: 'tárgy',
  other: 'válaszcím|válasz|mellékletek|melléklet|fontosság|csatolmány',
  original: 'eredeti üzenet|eredeti levél|eredeti e-mail',
  forwarded:
    'továbbított üzenet|továbbított levél kezdete|továbbított levél|továbbított üzenet kezdete|a továbbított üzenet kezdete|továbbított e-mail|továbbküldött üzenet|az átirányított üzenet kezdete|átirányított üzenet',
  sentFrom: 'küldve|elküldve|~küldve|outlook beszerzése',
  closings:
    'üdvözlettel|üdv|üdv.|tisztelettel|köszönettel|köszönöm|köszönöm szépen|szívélyes üdvözlettel|előre is köszönöm|baráti üdvözlettel|minden jót|szép napot|kösz|köszi|további szép napot|üdvözlettel:',
};
