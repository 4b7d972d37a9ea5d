/**
 * Whether a person says that they answer inside the quoted mail: "see my comments below in red". Outlook marks no such answers, so what
 * is quoted has to stay. English, German, French, Spanish, Italian, Portuguese and Dutch.
 */
export function saysAnswersInside(said: string): boolean {
  return said.length <= longestHint && hints.some((hint) => hint.test(said));
}

/** Whoever writes more than a few lines on top does not mean the text below. */
const longestHint = 1500;

const hints: readonly RegExp[] = [
  /\bin-?line\b|\bsee (?:the )?(?:red|blue|green)\b|\b(?:see|read|find|check) (?:\w{1,12} ){0,3}below\b|\bin (?:red|blue|green)\b|^\W*below\W*$/i,
  /\b(?:answer(?:s|ed)?|comment(?:s|ed)?|replie[sd]|responses?|responded|notes?|feedback) (?:\w{1,12} ){0,2}(?:in the text|between the lines|below|in (?:red|blue|green|bold|capitals|caps|colou?r))\b/i,
  /\bsee (?:my|our) (?:answers?|comments?|replies|notes|remarks)\b|\b(?:answers?|comments?|replies) (?:are )?marked\b/i,
  /\b(?:siehe|s\.) ?(?:meine \w{1,14} )?(?:unten|im text|dazwischen)\b|\bs\. ?u\.|\bsiehe (?:rot|blau|grün)|\bsiehe meine (?:antwort|kommentar|anmerkung)|\bzwischen d(?:ie|en) zeilen\b/i,
  /\b(?:antwort(?:en|e)?|kommentare?|anmerkungen|schreibe|geantwortet|beantwortet|kommentiert) (?:[\wäöüß]{1,10} ){0,2}(?:unten|im text|dazwischen|darunter|direkt|farbig)\b/i,
  /\bunten (?:[\wäöüß]{1,10} ){0,3}(?:antwort|geantwortet|beantwortet|komment|anmerkung|ergänzt|eingefügt)|\bin (?:rot|blau|grün|fett|gro(?:ß|ss)buchstaben|farbe)\b|\b(?:rot|blau|grün|farbig) (?:markiert|geschrieben)\b/i,
  /\b(?:voir|réponses?|commentaires?) (?:\w{1,10} )?(?:ci-dessous|plus bas|dans le texte)\b|\ben (?:rouge|bleu|vert|gras)(?!\p{L})/iu,
  /\b(?:ver|véase|respuestas?|comentarios?) (?:\w{1,10} )?(?:abajo|debajo|más abajo|en el texto)\b|\ben (?:rojo|azul|verde|negrita)\b/iu,
  /\b(?:vedi|risposte|commenti) (?:\w{1,10} )?(?:sotto|qui sotto|nel testo)\b|\bin (?:rosso|blu|verde|grassetto)\b/i,
  /\b(?:veja|respostas|comentários) (?:\w{1,10} )?(?:abaixo|no texto)\b|\bem (?:vermelho|azul|verde|negrito)\b/iu,
  /\b(?:zie|antwoorden|opmerkingen) (?:\w{1,10} )?(?:hieronder|onder|in de tekst)\b|\bin het (?:rood|blauw|groen)\b/i,
];
