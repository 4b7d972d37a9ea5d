import type { Talk } from './reply-case.ts';

/** What people say to a mail about a printer, in many languages. */
export const talks: ReadonlyMap<string, Talk> = new Map(
  Object.entries({
    en: {
      said: 'Yes, Tuesday works for me.\n\nCould you bring the new toner as well?',
      asked: 'Hello Ann,\n\nmay we look at the printer on Tuesday?\n\nBob',
    },
    de: {
      said: 'Ja, Dienstag passt mir gut.\n\nKönnt ihr auch gleich den neuen Toner mitbringen?',
      asked: 'Hallo Anna,\n\nkönnen wir am Dienstag nach dem Drucker sehen?\n\nBernd',
    },
    fr: {
      said: 'Oui, mardi me convient.\n\nPouvez-vous aussi apporter le toner ?',
      asked: 'Bonjour Anne,\n\npeut-on regarder l’imprimante mardi ?\n\nBruno',
    },
    es: {
      said: 'Sí, el martes me va bien.\n\n¿Podéis traer también el tóner?',
      asked: 'Hola Ana:\n\n¿podemos mirar la impresora el martes?\n\nBlas',
    },
    it: {
      said: 'Sì, martedì va bene.\n\nPotete portare anche il toner?',
      asked: 'Ciao Anna,\n\npossiamo vedere la stampante martedì?\n\nBruno',
    },
    pt: {
      said: 'Sim, terça-feira está ótimo.\n\nPodem trazer também o toner?',
      asked: 'Olá Ana,\n\npodemos ver a impressora na terça?\n\nBento',
    },
    nl: {
      said: 'Ja, dinsdag komt goed uit.\n\nNemen jullie ook de toner mee?',
      asked: 'Dag Anna,\n\nkunnen we dinsdag naar de printer kijken?\n\nBas',
    },
    pl: {
      said: 'Tak, wtorek mi pasuje.\n\nCzy możecie też przynieść toner?',
      asked: 'Cześć Anno,\n\nczy możemy obejrzeć drukarkę we wtorek?\n\nBartek',
    },
    sv: {
      said: 'Ja, tisdag går bra.\n\nKan ni ta med tonern också?',
      asked: 'Hej Anna,\n\nkan vi titta på skrivaren på tisdag?\n\nBo',
    },
    da: {
      said: 'Ja, tirsdag er fint.\n\nKan I også tage toneren med?',
      asked: 'Hej Anna,\n\nkan vi se på printeren på tirsdag?\n\nBo',
    },
    no: {
      said: 'Ja, tirsdag er fint.\n\nKan dere ta med toneren også?',
      asked: 'Hei Anna,\n\nkan vi se på skriveren på tirsdag?\n\nBjørn',
    },
    fi: {
      said: 'Kyllä, tiistai sopii.\n\nVoitteko tuoda myös väriaineen?',
      asked: 'Hei Anna,\n\nvoimmeko katsoa tulostinta tiistaina?\n\nBo',
    },
    ru: {
      said: 'Да, во вторник удобно.\n\nЗахватите, пожалуйста, и тонер.',
      asked: 'Здравствуйте, Анна!\n\nМожно посмотреть принтер во вторник?\n\nБорис',
    },
    uk: {
      said: 'Так, у вівторок зручно.\n\nВізьміть, будь ласка, і тонер.',
      asked: 'Вітаю, Анно!\n\nЧи можна глянути принтер у вівторок?\n\nБорис',
    },
    cs: {
      said: 'Ano, úterý se hodí.\n\nMůžete přinést i toner?',
      asked: 'Dobrý den,\n\nmůžeme se v úterý podívat na tiskárnu?\n\nBohumil',
    },
    sk: {
      said: 'Áno, utorok vyhovuje.\n\nMôžete priniesť aj toner?',
      asked: 'Dobrý deň,\n\nmôžeme sa v utorok pozrieť na tlačiareň?\n\nBoris',
    },
    hu: {
      said: 'Igen, a kedd jó.\n\nElhoznák a festéket is?',
      asked: 'Kedves Anna!\n\nMegnézhetjük kedden a nyomtatót?\n\nBéla',
    },
    tr: {
      said: 'Evet, salı uygun.\n\nToneri de getirebilir misiniz?',
      asked: 'Merhaba Anna,\n\nyazıcıya salı günü bakabilir miyiz?\n\nBora',
    },
    ro: {
      said: 'Da, marți este bine.\n\nPuteți aduce și tonerul?',
      asked: 'Bună Ana,\n\nputem vedea imprimanta marți?\n\nBogdan',
    },
    el: {
      said: 'Ναι, η Τρίτη με βολεύει.\n\nΜπορείτε να φέρετε και το τόνερ;',
      asked: 'Γεια σου Άννα,\n\nμπορούμε να δούμε τον εκτυπωτή την Τρίτη;\n\nΒασίλης',
    },
    he: {
      said: 'כן, יום שלישי מתאים.\n\nתוכלו להביא גם טונר?',
      asked: 'שלום אנה,\n\nאפשר לבדוק את המדפסת ביום שלישי?\n\nבני',
    },
    ar: {
      said: 'نعم، يوم الثلاثاء مناسب.\n\nهل يمكنكم إحضار الحبر أيضا؟',
      asked: 'مرحبا آنا،\n\nهل يمكننا فحص الطابعة يوم الثلاثاء؟\n\nباسم',
    },
    zh: {
      said: '可以，星期二没问题。\n\n能顺便带墨粉来吗？',
      asked: '安娜，你好：\n\n星期二可以看一下打印机吗？\n\n小博',
    },
    ja: {
      said: 'はい、火曜日で大丈夫です。\n\nトナーも持ってきてもらえますか？',
      asked: 'アンナさん\n\n火曜日にプリンターを見てもよいですか？\n\n坊',
    },
    ko: {
      said: '네, 화요일 괜찮아요.\n\n토너도 가져다주실 수 있나요?',
      asked: '안녕하세요 안나 님,\n\n화요일에 프린터를 봐도 될까요?\n\n보람',
    },
    hr: {
      said: 'Da, utorak odgovara.\n\nMožete li donijeti i toner?',
      asked: 'Bok Ana,\n\nmožemo li u utorak pogledati pisač?\n\nBoris',
    },
    bg: {
      said: 'Да, вторник е удобен.\n\nМожете ли да донесете и тонер?',
      asked: 'Здравей, Анна,\n\nможем ли да видим принтера във вторник?\n\nБорис',
    },
    vi: {
      said: 'Vâng, thứ Ba được.\n\nAnh mang thêm mực nhé?',
      asked: 'Chào Anna,\n\nthứ Ba xem máy in được không?\n\nBình',
    },
    id: {
      said: 'Ya, Selasa bisa.\n\nBisa sekalian bawa toner?',
      asked: 'Halo Anna,\n\nboleh kami cek printer hari Selasa?\n\nBudi',
    },
    et: {
      said: 'Jah, teisipäev sobib.\n\nKas saate ka tooneri tuua?',
      asked: 'Tere Anna,\n\nkas võime teisipäeval printerit vaadata?\n\nBoris',
    },
    lt: {
      said: 'Taip, antradienis tinka.\n\nAr galite atvežti ir dažų?',
      asked: 'Sveika, Ana,\n\nar galime antradienį apžiūrėti spausdintuvą?\n\nBenas',
    },
    sl: {
      said: 'Da, torek mi ustreza.\n\nLahko prinesete tudi toner?',
      asked: 'Pozdravljena Ana,\n\nlahko v torek pogledamo tiskalnik?\n\nBor',
    },
  }),
);
