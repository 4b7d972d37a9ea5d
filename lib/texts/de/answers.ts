import type { answers as english } from '../en/answers.ts';

/** What a command is answered with, in German. */
export const answers: Readonly<Record<keyof typeof english, string>> = {
  'dead-letters':
    'Etwas musste ich aufgeben ({code}) und habe es beiseitegelegt. Die Betreiber von Cardwire sehen es mit `cardwire dead --team {team}` und holen es mit `cardwire replay --team {team}` nach. Kommt heute noch mehr davon, sage ich es nicht noch einmal.',
  'did-add-step': '„{item}“ steht jetzt auf der Checkliste von {card}.',
  'did-archive': '{card} liegt jetzt im Archiv.',
  'did-assign': '{card} ist jetzt {people} zugewiesen.',
  'did-attach': 'Jetzt an {card}: {files}.',
  'did-check': '„{item}“ auf {card} ist abgehakt.',
  'did-comment': 'Dein Kommentar steht auf {card}.',
  'did-create-without':
    '{card} ist angelegt, aber nicht {people} zugewiesen: nicht mehr Mitglied des Boards. Wenn das falsch ist, frag einen Admin des Boards.',
  'did-describe': '{card} hat eine neue Beschreibung.',
  'did-due': '{card} ist jetzt am {due} fällig.',
  'did-due-removed': '{card} hat keinen Termin mehr.',
  'did-follow': 'Du folgst jetzt {card}: Was mit der Karte passiert, sage ich dir in einer Direktnachricht.',
  'did-follow-here': 'Diese Unterhaltung folgt jetzt {card}.',
  'did-label': '{card} trägt jetzt das Label {labels}.',
  'did-move': '{card} ist jetzt in **{column}**.',
  'did-notify': '{address} hört jetzt per Mail von {card}.',
  'did-rename': '{card} heißt jetzt „{title}“.',
  'did-restore': '{card} ist aus dem Archiv zurück.',
  'did-unassign': '{card} ist {people} nicht mehr zugewiesen.',
  'did-uncheck': '„{item}“ auf {card} ist wieder offen.',
  'did-unfollow': '{card} ist jetzt still.',
  'did-unlabel': '{card} trägt das Label {labels} nicht mehr.',
  'draft-gone':
    'Die Nachricht, zu der dieses Formular gehört, habe ich nicht mehr. Darum fehlen an {card} ihr Link und ihre Dateien. Ergänze sie auf dem Board, wenn sie gebraucht werden.',
  'files-again': 'Was du angehängt hast, habe ich nicht behalten: Häng es wieder mit an.',
  'files-board-cannot':
    'Dieses Board nimmt von mir keine Dateien an. Darum fehlen an {card}: {files}. Hänge sie auf dem Board selbst an.',
  'files-gone':
    'Diese Dateien konnte ich nicht holen, darum fehlen sie an {card}: {files}. Schick sie noch einmal mit einem Kommentar, oder hänge sie auf dem Board an.',
  'files-refused':
    'Das Board hat diese Dateien nicht angenommen, darum fehlen sie an {card}: {files}. Hänge sie auf dem Board selbst an, oder schick Links darauf.',
  'files-too-large':
    'Diese Dateien sind größer als {limit} MB, darum fehlen sie an {card}: {files}. Hänge sie auf dem Board selbst an, oder schick Links darauf.',
  'files-too-many':
    'Ich nehme {most} Dateien auf einmal, darum fehlen an {card}: {files}. Schick sie mit einem Kommentar.',
  'from-message': 'Aus einer Nachricht von {author}: {url}',
  'gave-up':
    'Deinen Auftrag konnte ich nicht erledigen, so oft ich es auch versucht habe ({code}), und habe ihn aufgegeben. Schick ihn noch einmal, wenn du ihn noch brauchst, oder bitte die Betreiber von Cardwire, ihn nachzuholen.',
  kept: 'Dein Auftrag ist gespeichert, und ich erledige ihn, sobald das behoben ist. Du musst ihn nicht noch einmal schicken.',
  'link-follows': 'Der Link zur Karte folgt.',
  'list-cut': '… und mehr: Das sind die ersten {count}.',
  'list-empty': 'Auf dieser Liste steht nichts.',
  'moved-to-direct':
    'Dort, wo du {card} angelegt hast, darf ich nicht schreiben. Darum sage ich dir hier, was mit der Karte passiert. Willst du es dort lesen, lade mich in den Kanal ein und schick dort `/{word} follow {card} hier`.',
  muted:
    'In diesem Kanal darf ich nicht schreiben. Darum sage ich dir in einer Direktnachricht, was mit {card} passiert. Ein Admin kann das ändern: mich einladen und mich den Kanal sehen, darin schreiben und Links einbetten lassen. Danach schick dort `/{word} follow {card} hier`.',
  'muted-nowhere':
    'In diesem Kanal darf ich nicht schreiben, und eine Direktnachricht kann ich mit dir auch nicht öffnen: Was mit {card} passiert, siehst du nur auf dem Board. Ein Admin kann das ändern: mich einladen und mich den Kanal sehen, darin schreiben und Links einbetten lassen.',
  'needs-card': 'Welche Karte? Schreib ihre Nummer (`#42`) oder ihren Link.',
  'needs-column': 'Welche Spalte? Schreib den Namen einer Spalte des Boards.',
  'needs-description': 'Wie soll die Beschreibung lauten? Schreib die neue, oder `-`, um sie zu leeren.',
  'needs-item': 'Welcher Schritt? Schreib, wie er anfängt, oder `neu` und einen neuen.',
  'needs-label': 'Welches Label? Schreib den Namen eines Labels des Boards.',
  'needs-person': 'Wer? Schreib einen Namen oder mehrere, oder `ich`.',
  'not-in-channel':
    'Ich bin nicht in diesem Kanal und könnte hier nichts sagen. Lade mich ein und schick es dann noch einmal.',
  'next-waits':
    'Was du hier bis dahin noch schickst, ist auch gespeichert und kommt danach dran: Vorher sage ich nichts dazu.',
  'no-board':
    'Dieses Team hat noch kein Board. Die Betreiber von Cardwire können eines in die Team-Datei schreiben.',
  'no-column': 'Ich finde keine Spalte „{column}“. Es gibt: {columns}.',
  'no-column-near': 'Ich finde keine Spalte „{column}“. Meinst du **{near}**? Es gibt: {columns}.',
  'no-label': 'Ich finde kein Label „{label}“. Es gibt: {labels}.',
  'no-label-near': 'Ich finde kein Label „{label}“. Meinst du **{near}**? Es gibt: {labels}.',
  'no-member': 'Ich finde niemanden namens „{person}“ auf dem Board. Es gibt: {people}.',
  'no-member-near':
    'Ich finde niemanden namens „{person}“ auf dem Board. Meinst du **{near}**? Es gibt: {people}.',
  'not-allowed':
    'Du darfst hier nicht `{verb}`. Wenn du es solltest, bitte das Team, dich als Mitglied einzutragen.',
  'not-on-board':
    'Ich weiß nicht, wer du auf dem Board bist. Bitte die Betreiber von Cardwire, dich mit deinem Namen dort einzutragen.',
  'paused-direct':
    'Ich kann {who} keine Direktnachrichten mehr schicken, Neues zu den eigenen Karten kommt dort also nicht mehr an. Sind Direktnachrichten von mir wieder erlaubt, schicken die Betreiber von Cardwire `cardwire resume {team}`.',
  'paused-forbidden':
    'In „{room}“ ({connection}) darf ich nicht mehr schreiben, darum erfährt dort niemand mehr von Karten. Lade mich ein, oder gib mir das Recht zurück, dort zu schreiben. Schick dann dort einen Befehl, oder bitte die Betreiber von Cardwire um `cardwire resume {team}`.',
  'paused-not-found':
    'Ich finde „{room}“ ({connection}) nicht mehr, darum erfährt dort niemand mehr von Karten. Gibt es den Ort noch, lade mich ein. Schick dann dort einen Befehl, oder bitte die Betreiber von Cardwire um `cardwire resume {team}`.',
  'paused-unauthorized':
    '„{connection}“ nimmt mein Token nicht mehr an, darum sage ich dort nichts mehr. Was ich zu sagen habe, bleibt gespeichert, bis die Betreiber von Cardwire ein neues Token erzeugen und das Team neu einrichten: `cardwire setup`.',
  'search-empty':
    'Ich finde keine Karte mit „{wanted}“. Um eine mit deinen Worten anzulegen: `/{word} create …`',
  'was-not-following': 'Du bist {card} nicht gefolgt.',
  'went-wrong':
    'Das hat nicht geklappt, und ein neuer Versuch hilft nicht. Nenne den Leuten, die Cardwire betreiben, diesen Code: `{code}`.',
  'will-try-again':
    'Das Board antwortet gerade nicht. Dein Auftrag ist gespeichert, und ich erledige ihn, sobald es wieder da ist.',
  'you-wrote': 'Du hast geschrieben:\n```\n{text}\n```',
  'title-empty': 'Eine Karte braucht einen Titel.',
  'code-too-often':
    'Das waren zu viele falsche Codes. Warte eine Stunde und gib dann den Code so ein, wie du ihn bekommen hast.',
  'code-unknown':
    'Diesen Code kenne ich nicht. Vielleicht ist er vertippt oder älter als einen Tag: Lass dir von der Person, die ihn dir gegeben hat, einen neuen geben.',
  'code-used':
    'Dieser Code ist schon benutzt: Jeder gilt einmal. Lass dir von der Person, die ihn dir gegeben hat, einen neuen geben.',
  'connected-already': 'Dieser Server ist schon verbunden. `/{word} help` zeigt alles, was geht.',
  'did-connect':
    'Dieser Server ist jetzt verbunden, und dieser Kanal hört von jeder Karte. `/{word} help` zeigt alles, was geht.',
  'did-link': 'Dieses Konto ist jetzt mit {name} verbunden.',
  'link-code':
    'Gib `/{word} link {code}` mit deinem anderen Konto ein. Der Code gilt einen Tag und für ein Konto, das dann als {name} zählt: Gib ihn sonst niemandem.',
  'link-nobody':
    'Ich weiß nicht, wer du im Team bist. Lass dir von den Leuten, die Cardwire betreiben, einen Code geben (`cardwire invite`) und gib dann `/{word} link` mit ihm ein.',
  'link-not-here':
    'Dieses Konto musst du nicht verbinden: Hier kenne ich dich an deinem Benutzernamen. Der Code ist für ein Konto anderswo, etwa bei Discord.',
  'link-nowhere':
    'Es gibt nichts zu verbinden: In jedem Chat dieses Teams kenne ich die Leute an ihrem Benutzernamen.',
  'link-unproven':
    'Nichts beweist, dass diese Nachricht von dir ist, darum verbinde ich nichts mit ihr. Bitte die Leute, die Cardwire betreiben, deine Adresse in die Team-Datei zu schreiben.',
  'too-many-commands':
    'Das waren mehr als {limit} Befehle in einer Minute, darum ist dieser nicht ausgeführt. Warte eine Minute und schick ihn dann noch einmal.',
  'comment-empty': 'Ein Kommentar braucht einen Text.',
  'not-found': 'Ich finde {card} nicht. Die Karte ist gelöscht, oder sie gehört dir nicht.',
  'done-column-gone':
    'Die Spalte, die „erledigt“ bedeutet, gibt es auf dem Board nicht mehr. Verschieb die Karte selbst mit `/{word} move {card} …`. Es gibt: {columns}. Die Betreiber von Cardwire können eine andere als `done` eintragen.',
  'due-unclear':
    '`{due}` verstehe ich nicht als Termin. Schreib ihn so: `due:freitag`, `due:morgen 14 Uhr`, `due:in 3 tagen`, `due:24.12.` oder `due:2027-12-24`.\n```\n/{word} {text}\n```',
  'due-past': '{at} ist schon vorbei. Gib einen Termin an, der noch kommt.\n```\n/{word} {text}\n```',
  'title-missing':
    'Der Karte fehlt noch ein Titel. Schreib ein paar Wörter davor, etwa `/{word} Pumpe reparieren @tom #dringend`.\n```\n/{word} {text}\n```',
  'title-too-long':
    'Ein Titel hat Platz für {longest} Zeichen, deiner hat {length}. Kürze ihn, oder schreib das Ausführliche mit `/{word} describe` in die Beschreibung.\n```\n/{word} {text}\n```',
  'verb-needs-more':
    'Nach der Karte braucht `{verb}` noch etwas: `/{word} {usage}`. Beispiele zeigt `/{word} help {verb}`.\n```\n/{word} {text}\n```',
  'verb-takes-no-more':
    '`{verb}` nimmt eine Karte und nichts danach: `/{word} {usage}`. Um mit deinen Worten eine Karte anzulegen, schick:\n```\n/{word} create {text}\n```',
  'verb-or-title':
    'Das beginnt wie ein Befehl, und der geht so: `/{word} {usage}`. Um mit deinen Worten eine Karte anzulegen, schick:\n```\n/{word} create {text}\n```',
  'verb-mistyped':
    '`{verb}` kenne ich nicht. Meinst du `{meant}`?\n```\n/{word} {instead}\n```\nUm mit deinen Worten eine Karte anzulegen, schick:\n```\n/{word} create {text}\n```',
  'search-for-what': 'Wonach soll ich suchen? Schreib `/{word} search Pumpe`.',
  'boards-are':
    'Es gibt diese Boards: {boards}. Diese Unterhaltung meint **{board}**; `/{word} board …` ändert das.',
  'did-board': 'Diese Unterhaltung meint ab jetzt das Board **{board}**.',
  'no-such-board': 'Ich finde kein Board „{board}“. Es gibt: {boards}.\n```\n/{word} {text}\n```',
  'no-such-board-near':
    'Ich finde kein Board „{board}“. Meinst du **{near}**? Es gibt: {boards}.\n```\n/{word} {text}\n```',
  'cut-more': '[Der Rest steht auf der Karte]({url})',
  somebody: 'Jemand',
  something: 'etwas',
};
