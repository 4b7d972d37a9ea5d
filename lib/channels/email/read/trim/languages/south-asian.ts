import type { Language } from './language.ts';

export const vietnamese: Language = {
  code: 'vi',
  opens: 'vào|vào lúc|vào ngày|ngày|lúc',
  wrote: 'đã viết|viết|đã gửi|đã viết như sau',
  from: 'từ|người gửi|người gởi',
  date: 'ngày|đã gửi|ngày gửi|thời gian|gửi|date|gửi vào',
  to: 'đến|tới|người nhận|gửi đến|kính gửi',
  cc: 'cc|sao chép|bản sao',
  subject: 'chủ đề|tiêu đề|v/v',
  other: 'trả lời|tệp đính kèm|đính kèm|trả lời đến',
  original: 'thư gốc|tin nhắn gốc|thư ban đầu|tin nhắn ban đầu|bản gốc|nội dung gốc',
  forwarded:
    'thư đã chuyển tiếp|thư được chuyển tiếp|tin nhắn được chuyển tiếp|tin nhắn đã chuyển tiếp|thư chuyển tiếp|bắt đầu thư được chuyển tiếp|thư đã được chuyển tiếp',
  sentFrom: 'được gửi từ|đã gửi từ|gửi từ|tải outlook|gửi bằng|nhận outlook',
  closings:
    'trân trọng|thân ái|cảm ơn|xin cảm ơn|cám ơn|thân mến|trân trọng cảm ơn|kính thư|chân thành cảm ơn|trân trọng kính chào|cảm ơn bạn',
};

export const indonesian: Language = {
  code: 'id',
  opens: 'pada|pada tanggal|pada hari|tanggal',
  wrote: 'menulis|menuliskan|telah menulis|tulis',
  from: 'dari|pengirim|daripada',
  date: 'tanggal|dikirim|terkirim|tarikh|dihantar|waktu',
  to: 'kepada|ke|untuk|penerima',
  cc: 'cc|tembusan|salinan|sk',
  subject: 'subjek|perihal|judul|hal',
  other: 'balas ke|lampiran|prioritas|balas kepada',
  original: 'pesan asli|pesan awal|mesej asal|mesej asli|email asli|surel asli',
  forwarded:
    'pesan terusan|pesan yang diteruskan|pesan diteruskan|mulai pesan yang diteruskan|mesej dimajukan|mesej dikemukakan|email terusan|awal pesan terusan',
  sentFrom:
    'dikirim dari|terkirim dari|dikirim dengan|dikirim melalui|dihantar dari|dihantar daripada|dapatkan outlook',
  closings:
    'salam|salam hormat|hormat saya|terima kasih|terimakasih|salam hangat|hormat kami|sekian|sekian terima kasih|salam sejahtera|yang benar',
};

export const thai: Language = {
  code: 'th',
  opens: 'เมื่อ|ในวันที่|ในวัน|วันที่|ใน',
  wrote: 'เขียนว่า|เขียน|ได้เขียนว่า|เขียนข้อความว่า',
  from: 'จาก|ผู้ส่ง',
  date: 'วันที่|ส่ง|ส่งเมื่อ|วันที่ส่ง|ส่งแล้ว',
  to: 'ถึง|ผู้รับ',
  cc: 'สำเนา|สำเนาถึง',
  subject: 'เรื่อง|หัวเรื่อง|หัวข้อ',
  other: 'ตอบกลับ|สิ่งที่แนบมา',
  original: 'ข้อความต้นฉบับ|ข้อความเดิม|จดหมายต้นฉบับ',
  forwarded: 'ข้อความที่ส่งต่อ|ข้อความส่งต่อ|เริ่มข้อความที่ส่งต่อ',
  sentFrom: 'ส่งจาก|ส่งผ่าน|ถูกส่งจาก|รับ outlook',
  closings: 'ขอแสดงความนับถือ|ขอบคุณ|ขอบคุณครับ|ขอบคุณค่ะ|ด้วยความเคารพ|ขอบคุณมาก',
};

export const hindi: Language = {
  code: 'hi',
  opens: 'को|दिनांक',
  wrote: 'ने लिखा|लिखा|ने लिखा है',
  from: 'प्रेषक|से|द्वारा',
  date: 'दिनांक|तारीख|भेजा गया|तिथि|भेजा',
  to: 'प्रति|को|प्राप्तकर्ता|सेवा में',
  cc: 'प्रतिलिपि',
  subject: 'विषय',
  other: 'अनुलग्नक|उत्तर दें',
  original: 'मूल संदेश|मूल सन्देश',
  forwarded: 'अग्रेषित संदेश|फ़ॉरवर्ड किया गया संदेश|आगे भेजा गया संदेश',
  sentFrom: 'मेरे~से भेजा गया|~से भेजा गया',
  closings: 'धन्यवाद|सादर|भवदीय|शुभकामनाएं|शुभकामनाओं सहित|आपका',
};
