import type { TextKey } from './en.ts';

/** Everything the product says to people, in German. */
export const de: Readonly<Record<TextKey, string>> = {
  'address-refused':
    'Diese Adresse liegt in einem privaten Netz, dorthin gehe ich nicht. Ist das so gewollt, setze `private: true` in der Team-Datei und richte das Team neu ein.',
  'board-cannot': 'Dieses Board kann kein `{verb}`.',
  'board-account-has-none':
    'Das Konto ist in keinem Board Mitglied. Nimm es auf dem Board-Server in „{board}“ auf und versuche es noch einmal.',
  'board-api-off':
    'Auf dem Board-Server ist die API ausgeschaltet. Wer ihn betreibt, setzt `WITH_API=true`; versuche es danach noch einmal.',
  'board-blocked':
    'Dieses Projekt ist auf dem Board-Server gesperrt. Bitte jemanden, der ihn betreibt, es freizugeben.',
  'board-card-archived':
    'Diese Karte liegt im Archiv, dort lässt sie sich nicht ändern. Hole sie zuerst zurück.',
  'board-column-gone': 'Diese Spalte gibt es auf dem Board nicht mehr. Wähle eine andere.',
  'board-file-refused':
    'Das Board hat „{name}“ nicht angenommen. Vielleicht ist die Datei zu groß oder von einer Art, die es nicht nimmt. Hänge sie auf dem Board selbst an, oder schicke einen Link darauf.',
  'board-forbidden':
    'Das Board lässt mich das nicht tun. Bitte einen Admin des Boards, mein Konto zum normalen Mitglied zu machen.',
  'board-ignored-change':
    'Das Board hat die Änderung angenommen, aber nicht ausgeführt. Sieh dir die Karte auf dem Board an und versuche es noch einmal.',
  'board-keeps-description':
    'Von hier aus lässt sich eine Beschreibung nicht leeren. Schreibe eine neue, oder leere sie auf dem Board.',
  'board-lacks-rights':
    'Das Konto darf in diesem Projekt nicht alles, was es braucht. Gib seiner Rolle diese Rechte: {rights}.',
  'board-needs-title': 'Eine Karte braucht einen Titel. Schreibe ihn hinter die Nummer der Karte.',
  'board-no-archive':
    'Kein geschlossener Status heißt „{archive}“. Geschlossen sind: {columns}. Schreibe einen davon als `archive` oder mache einen Status zu einem geschlossenen.',
  'board-no-checklist':
    'Diese Karte hat noch keine Checkliste. Füge mit `check … neu` oder auf dem Board einen ersten Schritt hinzu.',
  'board-no-project':
    'Das Konto sieht kein Projekt „{board}“. Schreibe den Namen, der in seiner Adresse hinter `/project/` steht, und mache das Konto zum Mitglied.',
  'board-no-such-item': 'Ich finde „{item}“ nicht auf den Checklisten der Karte. Es gibt: {items}.',
  'board-not-a-member':
    'Das Board kennt diese Person nicht als Mitglied. Bitte einen Admin des Boards, sie aufzunehmen.',
  'board-sign-in-refused':
    'Das Board nimmt meine Anmeldung nicht an. Bitte die Betreiber von Cardwire, Benutzer und Passwort der Board-Verbindung zu prüfen.',
  'board-step-ticked':
    '„{item}“ steht schon auf der Checkliste und ist abgehakt. Nimm den Haken mit `uncheck` weg, oder nenne den neuen Schritt anders.',
  'board-title-twice':
    'Mehrere Boards heißen „{board}“. Schreibe stattdessen die Id des Boards: Sie steht in seiner Adresse hinter `/b/`.',
  'board-token-refused':
    'Das Board nimmt mein Anwendungs-Token nicht mehr an. Bitte jemanden, der Cardwire betreibt, für die Verbindung ein neues zu setzen.',
  'board-too-old':
    'Dieses Wekan ist zu alt: Cardwire braucht Version 7.93 oder neuer. Aktualisiere es und versuche es noch einmal.',
  'board-unknown': 'Das Konto ist in keinem Board „{board}“ Mitglied. Es ist in: {boards}.',
  'board-webhook-refused':
    'Taiga nimmt keinen Webhook an diese Adresse. Gib Cardwire eine öffentliche https-Adresse, oder lass auf dem Taiga-Server `WEBHOOKS_ALLOW_PRIVATE_ADDRESS` setzen.',
  'board-webhook-private':
    'Wekan schickt keine Webhooks an private Adressen und hat dafür keinen Schalter. Gib Cardwire eine öffentliche https-Adresse.',
  'card-archived': 'Sie liegt im Archiv.',
  'card-unclear':
    '„{card}“ verstehe ich nicht als Karte. Wähle sie aus der Liste, oder schreib ihre Nummer (`#42`) oder ihren Link.',
  'card-description': '{description}',
  'card-gone': 'Diese Karte gibt es nicht mehr, oder sie gehört dir nicht.',
  'card-labels': 'Labels: {labels}',
  'card-line': '**[{card} {title}]({url})** · {column}',
  'card-line-due': '**[{card} {title}]({url})** · {column} · fällig {due}',
  'card-line-people': '**[{card} {title}]({url})** · {column} · {people}',
  'card-line-people-due': '**[{card} {title}]({url})** · {column} · {people} · fällig {due}',
  'card-opened-by': 'Angelegt von {who}.',
  'checklist-title': 'Checkliste',
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
  'form-comment': 'Kommentar zu {card}',
  'form-create': 'Karte anlegen',
  'form-late-comment':
    'Das Formular kam zu spät. Schreib den Kommentar bitte hinter den Befehl: `/{word} comment {card} dein Text`',
  'form-late-create':
    'Das Formular kam zu spät. Schreib den Titel bitte hinter den Befehl: `/{word} Pumpe reparieren`',
  'from-message': 'Aus einer Nachricht von {author}: {url}',
  'gave-up':
    'Deinen Auftrag konnte ich nicht erledigen, so oft ich es auch versucht habe ({code}), und habe ihn aufgegeben. Schick ihn noch einmal, wenn du ihn noch brauchst, oder bitte die Betreiber von Cardwire, ihn nachzuholen.',
  kept: 'Dein Auftrag ist gespeichert, und ich erledige ihn, sobald das behoben ist. Du musst ihn nicht noch einmal schicken.',
  'link-follows': 'Der Link zur Karte folgt.',
  'list-cut': '… und mehr: Das sind die ersten {count}.',
  'list-empty': 'Auf dieser Liste steht nichts.',
  missed: 'Nachgetragen:',
  'missed-archive': 'archiviert',
  'missed-assign': '**{subject}** zugewiesen',
  'missed-comment': 'ein Kommentar',
  'missed-comments': '{count} Kommentare',
  'missed-create': 'angelegt in **{to}**',
  'missed-delete': 'gelöscht',
  'missed-due': 'Termin **{due}**',
  'missed-due-removed': 'kein Termin mehr',
  'missed-edit': 'geändert',
  'missed-label': 'Label **{subject}** hinzugefügt',
  'missed-move': 'von **{from}** nach **{to}** verschoben',
  'missed-move-to': 'nach **{to}** verschoben',
  'missed-rename': 'umbenannt in **{title}**',
  'missed-restore': 'zurück aus dem Archiv',
  'missed-unassign': '**{subject}** nicht mehr zugewiesen',
  'missed-unlabel': 'Label **{subject}** entfernt',
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
  'no-board':
    'Dieses Team hat noch kein Board. Wer mich eingerichtet hat, kann eines in die Team-Datei schreiben.',
  'no-column': 'Ich finde keine Spalte „{column}“. Es gibt: {columns}.',
  'no-column-near': 'Ich finde keine Spalte „{column}“. Meinst du **{near}**? Es gibt: {columns}.',
  'no-label': 'Ich finde kein Label „{label}“. Es gibt: {labels}.',
  'no-label-near': 'Ich finde kein Label „{label}“. Meinst du **{near}**? Es gibt: {labels}.',
  'no-member': 'Ich finde niemanden namens „{person}“ auf dem Board. Es gibt: {people}.',
  'no-member-near':
    'Ich finde niemanden namens „{person}“ auf dem Board. Meinst du **{near}**? Es gibt: {people}.',
  'not-allowed':
    'Du darfst hier nicht `{verb}`. Wenn du es solltest, bitte das Team, dich als Mitglied einzutragen.',
  'notify-asked':
    'Ich habe {address} per Mail gefragt, ob Neuigkeiten zu {card} dort willkommen sind. Die Adresse folgt der Karte, sobald das Ja kommt.',
  'notify-blocked':
    'An {address} kann ich nicht schreiben: Mail von mir kam von dort zurück oder war unerwünscht. Gib eine andere Adresse an.',
  'notify-confirm':
    'Jemand hat dem Team {team} diese Adresse gegeben, damit sie Neuigkeiten zur Karte {card} bekommt. Wenn das in Ordnung ist:\n[Ja, schick mir die Neuigkeiten]({url})\nWenn nicht, tu nichts, dann kommt auch nichts mehr.',
  'notify-no-mail':
    'Für dieses Team ist keine Mail eingerichtet, deshalb kann ich keine Adresse benachrichtigen. Alles andere ist erledigt.',
  'notify-subject': 'Neuigkeiten von {team}?',
  'notify-too-often':
    'Heute wurden schon zu viele Adressen gefragt, deshalb habe ich diese nicht gefragt. Versuch es morgen noch einmal mit `follow`.',
  'notify-unclear':
    '`{value}` verstehe ich nicht als Mail-Adresse. Schreib sie so: `notify:ich@example.org`.\n```\n/{word} {text}\n```',
  'not-on-board':
    'Ich weiß nicht, wer du auf dem Board bist. Frag die Person, die mich eingerichtet hat: Sie kann dich mit deinem Namen dort eintragen.',
  'paused-direct':
    'Ich kann {who} keine Direktnachrichten mehr schicken, Neues zu den eigenen Karten kommt dort also nicht mehr an. Sind Direktnachrichten von mir wieder erlaubt, schicken die Betreiber von Cardwire `cardwire resume {team}`.',
  'paused-forbidden':
    'In „{room}“ ({connection}) darf ich nicht mehr schreiben, darum erfährt dort niemand mehr von Karten. Lade mich ein, oder gib mir das Recht zurück, dort zu schreiben. Schick dann dort einen Befehl, oder bitte die Betreiber von Cardwire um `cardwire resume {team}`.',
  'paused-not-found':
    'Ich finde „{room}“ ({connection}) nicht mehr, darum erfährt dort niemand mehr von Karten. Gibt es den Ort noch, lade mich ein. Schick dann dort einen Befehl, oder bitte die Betreiber von Cardwire um `cardwire resume {team}`.',
  'paused-unauthorized':
    '„{connection}“ nimmt mein Token nicht mehr an, darum sage ich dort nichts mehr. Was ich zu sagen habe, bleibt gespeichert, bis die Betreiber von Cardwire ein neues Token erzeugen und das Team neu einrichten: `cardwire setup`.',
  'unread-column': 'Spalte: {value}',
  'unread-due': 'Fällig: {value}',
  'unread-label': 'Label: {value}',
  'unread-person': 'Zuweisen an: {value}',
  'unread-priority': 'Priorität: {value}',
  'search-empty':
    'Ich finde keine Karte mit „{wanted}“. Um eine mit deinen Worten anzulegen: `/{word} create …`',
  'card-trace': 'Was ich von {card} weiß, das Neueste zuletzt:',
  'trace-none': 'Von {card} weiß ich noch nichts: Über mich wurde nichts dazu gefragt oder gesagt.',
  'trace-received': '{at} · angekommen',
  'trace-command': '{at} · auf dem Board erledigt',
  'trace-command-failed': '{at} · hat auf dem Board nicht geklappt, neuer Versuch ({code})',
  'trace-shown': '{at} · in {where} gesagt',
  'trace-passed-over': '{at} · in {where} nichts Neues zu sagen',
  'trace-failed': '{at} · in {where} nicht angekommen, neuer Versuch ({code})',
  'trace-moved': '{at} · nur der Person selbst gesagt, weil ich in {where} nicht schreiben darf ({code})',
  'trace-refused': '{at} · in {where} abgelehnt ({code})',
  'trace-paused': '{at} · in {where} abgelehnt, dort ist seitdem Pause ({code})',
  'trace-dropped': '{at} · in {where} nicht gesagt, dort ist Pause ({code})',
  'trace-now-gathered': 'Jetzt: wird in {where} mit dem gesagt, was bis {until} noch kommt',
  'trace-now-claimed': 'Jetzt: wird gerade in {where} gesagt',
  'trace-now-retried': 'Jetzt: wartet in {where} auf einen neuen Versuch ({code})',
  'trace-now-is-paused': 'Jetzt: In {where} ist Pause seit {at} ({code})',
  'trace-now-dead':
    'Jetzt: aufgegeben ({code}), angekommen {at}. Die Betreiber von Cardwire können es mit `cardwire replay` nachholen.',
  'was-not-following': 'Du bist {card} nicht gefolgt.',
  'went-wrong':
    'Das hat nicht geklappt, und ein neuer Versuch hilft nicht. Nenne den Leuten, die Cardwire betreiben, diesen Code: `{code}`.',
  'will-try-again':
    'Das Board antwortet gerade nicht. Dein Auftrag ist gespeichert, und ich erledige ihn, sobald es wieder da ist.',
  'you-wrote': 'Du hast geschrieben:\n```\n{text}\n```',
  'form-date-past': '{date} ist schon vorbei. Schreib ein Datum, das noch kommt.',
  'form-date':
    '„{date}“ verstehe ich nicht als Datum. Schreib etwa `morgen`, `nächsten Freitag` oder `24.12.2026`.',
  'title-empty': 'Eine Karte braucht einen Titel.',
  'code-too-often':
    'Das waren zu viele falsche Codes. Warte eine Stunde und gib dann den Code so ein, wie du ihn bekommen hast.',
  'code-unknown':
    'Diesen Code kenne ich nicht. Vielleicht ist er vertippt oder älter als einen Tag: Lass dir von der Person, die ihn dir gegeben hat, einen neuen geben.',
  'code-used':
    'Dieser Code ist schon benutzt: Jeder gilt einmal. Lass dir von der Person, die ihn dir gegeben hat, einen neuen geben.',
  'connect-mute':
    'In diesem Kanal darf ich nicht schreiben, dabei soll er von jeder Karte hören. Lass mich ihn ansehen, darin Nachrichten senden und Links einbetten, oder nimm einen anderen Kanal. Der Code gilt noch.',
  'connect-in-thread':
    'Ein Thread kann nicht von jeder Karte hören. Schreib `/{word} connect` mit dem Code in einen Kanal selbst. Der Code gilt noch.',
  'connect-nowhere':
    'Das verbindet einen Server. Gib `/{word} connect` mit dem Code in dem seiner Kanäle ein, der von jeder Karte hören soll.',
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
  'person-not-connected':
    'Du bist auf keinem Server, der schon mit einem Team verbunden ist. Lass dir von den Leuten, die Cardwire betreiben, einen Code geben (`cardwire invite`) und gib dann `/{word} connect` mit ihm in einem Kanal deines Servers ein.',
  'server-not-connected':
    'Dieser Server ist noch mit keinem Team verbunden. Lass dir von den Leuten, die Cardwire betreiben, einen Code geben (`cardwire invite`) und gib dann hier `/{word} connect` mit ihm ein.',
  'too-many-commands':
    'Das waren mehr als {limit} Befehle in einer Minute, darum ist dieser nicht ausgeführt. Warte eine Minute und schick ihn dann noch einmal.',
  'comment-empty': 'Ein Kommentar braucht einen Text.',
  'not-found': 'Ich finde {card} nicht. Die Karte ist gelöscht, oder sie gehört dir nicht.',
  'done-column-gone':
    'Die Spalte, die „erledigt“ bedeutet, gibt es auf dem Board nicht mehr. Verschieb die Karte selbst mit `/{word} move {card} …`. Es gibt: {columns}. Wer mich eingerichtet hat, kann eine andere als `done` eintragen.',
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
  'help-verb-mistyped': '`{verb}` gibt es nicht. Meinst du `{meant}`? `/{word} help {meant}` erklärt es.',
  'help-verb-unknown': '`{verb}` gibt es nicht. `/{word} help` zeigt alles, was geht.',
  'help-title': '**Was du tun kannst**',
  'help-options':
    'Hier ist jedes davon ein Befehl mit Optionen, die dir beim Tippen angeboten werden: `/{word} anlegen titel:Pumpe reparieren spalte:Doing`. Die Zeilen zeigen, was wozu gehört.',
  'help-cards': 'Eine Karte schreibst du als Nummer (`#42`) oder als Link.',
  'help-dates':
    'Einen Termin schreibst du so: `freitag`, `nächsten freitag 14 Uhr`, `morgen`, `in 3 tagen`, `24.12.` oder `2027-12-24`. Ohne Uhrzeit gilt das Ende des Tages.',
  'help-one': '`/{word} help move` erklärt einen einzelnen Befehl.',
  'help-not-allowed': '`{verb}` darfst du hier nicht. `/{word} help` zeigt alles, was für dich geht.',
  'help-create':
    '`/{word} Pumpe reparieren @tom #dringend due:freitag` legt eine Karte an; `/{word}` allein öffnet ein Formular',
  'help-create-more':
    '`@name` weist zu, `#wort` setzt ein Label, `due:` den Termin, `in:Doing` oder `in:"In review"` wählt die Spalte, `notify:ich@example.org` schickt Neuigkeiten an eine Mail-Adresse, und alle anderen Wörter sind der Titel. Die Zeilen nach der ersten sind die Beschreibung. Was in Anführungszeichen steht, bleibt unverändert im Titel. Beginnt dein Titel wie ein Befehl, schreib `/{word} create Move the table`.',
  'help-show': '`/{word} show #42` zeigt eine Karte',
  'help-show-more': '`/{word} #42` genügt, und auch der Link einer Karte geht.',
  'help-comment': '`/{word} comment #42 Das Teil ist da` kommentiert eine Karte',
  'help-comment-more':
    'Der Kommentar darf viele Zeilen haben. `/{word} comment #42` allein öffnet dafür ein Formular.',
  'help-move': '`/{word} move #42 Doing` verschiebt eine Karte in eine andere Spalte',
  'help-move-more':
    'Der Anfang des Spaltennamens genügt. `/{word} done #42` verschiebt die Karte in die Spalte für Erledigtes.',
  'help-assign': '`/{word} assign #42 @tom` weist einer Karte Leute zu',
  'help-assign-more':
    'Nenne eine Person oder mehrere: `/{word} assign #42 ich @tom`. Auch ein voller Name geht: `/{word} assign #42 Anna Berg`.',
  'help-unassign': '`/{word} unassign #42 @tom` nimmt Leute von einer Karte',
  'help-unassign-more': 'Nenne eine Person oder mehrere: `/{word} unassign #42 ich @tom`.',
  'help-due': '`/{word} due #42 nächsten freitag` setzt den Termin',
  'help-due-more':
    '`/{word} due #42 morgen 14 Uhr` setzt auch die Uhrzeit, `/{word} due #42 keins` nimmt den Termin weg.',
  'help-label': '`/{word} label #42 #dringend` setzt Labels auf eine Karte',
  'help-label-more':
    'Nenne eines oder mehrere: `/{word} label #42 #dringend #küche`. Ein Label aus zwei Wörtern steht in Anführungszeichen: `#"teile fehlen"`.',
  'help-unlabel': '`/{word} unlabel #42 #dringend` nimmt Labels von einer Karte',
  'help-unlabel-more': 'Nenne eines oder mehrere: `/{word} unlabel #42 #dringend #küche`.',
  'help-rename': '`/{word} rename #42 Große Pumpe reparieren` gibt einer Karte einen neuen Titel',
  'help-rename-more': 'Alles nach der Karte ist der neue Titel.',
  'help-describe': '`/{word} describe #42 Sie leckt am Ventil` schreibt die Beschreibung neu',
  'help-describe-more': 'Die Beschreibung darf viele Zeilen haben und ersetzt die alte.',
  'help-check': '`/{word} check #42 Teile bestellen` hakt einen Schritt der Checkliste ab',
  'help-check-more':
    'Der Anfang des Schrittes genügt. `/{word} uncheck #42 Teile bestellen` nimmt den Haken weg, `/{word} check #42 neu Teile bestellen` setzt einen neuen Schritt auf die Checkliste.',
  'help-archive': '`/{word} archive #42` legt eine Karte ins Archiv',
  'help-archive-more': 'Nichts geht verloren: `/{word} restore #42` holt sie zurück.',
  'help-restore': '`/{word} restore #42` holt eine Karte aus dem Archiv zurück',
  'help-restore-more': 'Sie kommt in die Spalte zurück, in der sie war.',
  'help-follow': '`/{word} follow #42` sagt dir, was mit einer Karte geschieht',
  'help-follow-more':
    'Du erfährst es in einer Direktnachricht. `/{word} follow #42 hier` sagt es stattdessen dieser Unterhaltung, `/{word} follow #42 notify:ich@example.org` einer Mail-Adresse.',
  'help-unfollow': '`/{word} unfollow #42` beendet das',
  'help-unfollow-more': '`/{word} unfollow #42 hier` beendet es für diese Unterhaltung.',
  'help-trace': '`/{word} trace #42` sagt, wohin Neues zu einer Karte ging',
  'help-trace-more':
    'Du siehst, was ankam, gesagt und noch einmal versucht wurde, und wo es jetzt wartet. Nur du siehst es.',
  'help-list': '`/{word} list meine` listet Karten auf',
  'help-list-more':
    '`meine`, `überfällig` und eine Spalte lassen sich verbinden: `/{word} list meine überfällig Doing`. `/{word} list` allein zeigt alle offenen Karten.',
  'help-search': '`/{word} search Pumpe` findet Karten, in denen diese Wörter stehen',
  'help-search-more': 'Gesucht wird nur in offenen Karten.',
  'help-boards': '`/{word} boards` zeigt, welche Boards es gibt',
  'help-boards-more':
    'Nenne eines in einem beliebigen Befehl: `/{word} board:ops Pumpe reparieren`. Eine Karte darauf schreibst du als `OPS-42`.',
  'help-board': '`/{word} board ops` stellt diese Unterhaltung auf ein anderes Board um',
  'help-board-more': 'Nur für einen Befehl nennst du es dort: `/{word} board:ops Pumpe reparieren`.',
  'help-link': '`/{word} link` verbindet dein Konto mit deinem Namen auf dem Board',
  'help-link-more':
    '`/{word} link` gibt dir einen Code, den du in einem anderen Chat eingibst; `/{word} link 1234-5678-9abc` löst einen Code ein, den du bekommen hast.',
  'help-help': '`/{word} help` zeigt diese Übersicht',
  'help-help-more': '`/{word} help move` erklärt einen einzelnen Befehl.',
  'boards-are':
    'Es gibt diese Boards: {boards}. Diese Unterhaltung meint **{board}**; `/{word} board …` ändert das.',
  'did-board': 'Diese Unterhaltung meint ab jetzt das Board **{board}**.',
  'no-such-board': 'Ich finde kein Board „{board}“. Es gibt: {boards}.\n```\n/{word} {text}\n```',
  'no-such-board-near':
    'Ich finde kein Board „{board}“. Meinst du **{near}**? Es gibt: {boards}.\n```\n/{word} {text}\n```',
  'button-assign': 'Mir zuweisen',
  'button-comment': 'Kommentieren',
  'button-done': 'Erledigt',
  'button-follow': 'Folgen',
  'button-move': 'Verschieben',
  'cut-more': '[Der Rest steht auf der Karte]({url})',
  'field-column': 'Spalte',
  'field-due': 'Fällig',
  'field-labels': 'Labels',
  'field-owner': 'Angelegt von',
  'field-people': 'Personen',
  'form-assignee': 'Zuweisen an',
  'form-description': 'Beschreibung',
  'form-due-example': 'freitag, morgen 14 Uhr, 24.12.2027',
  'form-open': 'Karte anlegen',
  'form-send': 'Senden',
  'form-text': 'Kommentar',
  'form-title': 'Titel',
  'discord-commands-foreign':
    'Diese Anwendung hat Befehle, die nicht unsere sind, und kann nur einem dienen. Lege eine Anwendung nur für Cardwire an, oder lösche ihre Befehle.',
  'discord-endpoint-foreign':
    'Diese Anwendung ruft schon etwas anderes auf. Lege eine Anwendung nur für Cardwire an, oder leere „Interactions Endpoint URL“ auf der Seite der Anwendung unter General Information.',
  'discord-endpoint-refused':
    'Discord hat {base} aufgerufen und nimmt nicht an, was es zur Antwort bekam. Cardwire muss dort laufen, unter einer öffentlichen https-Adresse und mit eben diesem CARDWIRE_KEY: Stelle es bereit oder starte es, und versuche es dann noch einmal.',
  'discord-endpoint-team':
    'Diese Anwendung dient schon dem Team {team}, und eine Anwendung dient einem Team. Lege für dieses Team eine andere an.',
  'discord-no-server':
    'Der Bot ist auf keinem Server namens {server}. Er ist auf: {servers}. Um ihn auf einen zu bringen, öffne {url} und erlaube ihm: {permissions}.',
  'discord-room-twice':
    'Mehrere Kanäle heißen {room}. Schreibe stattdessen die Id des Kanals: Schalte in Discords Einstellungen den Entwicklermodus ein und kopiere sie mit einem Rechtsklick auf den Kanal.',
  'discord-server-twice':
    'Der Bot ist auf mehreren Servern namens {server}. Schreibe stattdessen die Id des Servers: Schalte in Discords Einstellungen den Entwicklermodus ein und kopiere sie mit einem Rechtsklick auf den Server.',
  'discord-token-refused':
    'Discord lehnt das Token des Bots ab. Erzeuge auf der Seite der Anwendung unter Bot ein neues und schreib es in die Variable, die die Team-Datei nennt.',
  'mail-address-refused':
    'An diese Adresse kann keine Mail gehen. Schreib sie noch einmal, nur mit Buchstaben, Ziffern und den üblichen Zeichen.',
  'mail-answer': 'Antworte auf diese Mail, um zu kommentieren; Dateien kommen mit.',
  'mail-board': 'Mit einem Zugang zum Board öffnest du dort [die Karte]({url})',
  'mail-came-back':
    'Mail an {address} kommt zurück, deshalb schreibe ich dorthin nicht mehr. Erreiche sie anders, oder sieh nach, ob die Adresse stimmt.',
  'mail-complained':
    '{address} hat eine Mail von mir als unerwünscht gemeldet, deshalb schreibe ich dorthin nicht mehr.',
  'mail-confirm':
    'Damit sicher ist, dass diese Mail von dir kommt, bestätige sie bitte:\n[Ja, die habe ich geschrieben]({url})\nDann bekommt das Team sie sofort, und alles, was du von jetzt an schreibst. Ohne das bleibt sie liegen und wird nach einer Woche gelöscht.',
  'mail-confirm-more':
    'Noch eine Mail wartet auf dein Ja: „{subject}“. Hast du sie nicht geschrieben, tu einfach nichts.\n[Die habe ich auch geschrieben]({url})',
  'mail-confirm-unproven':
    'Eine Mail in deinem Namen ist angekommen, „{subject}“, und nichts beweist, dass sie von dir ist. Hast du sie nicht geschrieben, tu nichts: Sie bleibt liegen und wird nach einer Woche gelöscht. Hast du sie geschrieben:\n[Ja, die ist von mir]({url})',
  'mail-encrypted': 'Diese Mail ist verschlüsselt, deshalb stehen ihre Worte nur im Original.',
  'mail-encrypted-told':
    '{card} ist angelegt, aber deine Mail war verschlüsselt und ich konnte sie nicht lesen. Das Team hat das Original; was auf der Karte selbst stehen soll, schick bitte unverschlüsselt.',
  'mail-files-dangerous':
    'Nicht angehängt, weil solche Dateien Schaden anrichten können: {files}. Sie sind in der Original-Mail.',
  'mail-files-too-much':
    'Nicht angehängt, weil sie zu groß oder zu viele sind: {files}. Sie sind in der Original-Mail.',
  'mail-forwarded': '{who} hat diese Mail weitergeleitet. Sie sagt, sie sei von {from}, was nichts beweist:',
  'mail-forwarded-unknown': '{who} hat diese Mail weitergeleitet. Von wem sie ist, sagt sie nicht:',
  'mail-not-understood':
    '{card} ist angelegt. Das konnte ich nicht umsetzen, deshalb steht es in der Beschreibung: {lines}',
  'mail-original': '[Die Mail, wie sie kam]({url}), 30 Tage aufbewahrt',
  'mail-signed': 'Die Mail ist unterschrieben. Die Unterschrift habe ich nicht geprüft.',
  'mail-shortened': 'Die Mail ist länger: Der Rest steht im Original.',
  'mail-strangers-refused':
    'Das Team nimmt nur Mail von Leuten an, die es kennt, deshalb ging deine nicht weiter. Wenn du dazugehörst, lass deine Adresse eintragen; sonst erreiche das Team auf anderem Weg.',
  'mail-too-large':
    'Deine Mail ist größer als {limit} MB, deshalb konnte ich sie nicht lesen, und niemand hat sie gesehen. Schick sie noch einmal mit kleineren Dateien oder mit Links darauf.',
  'mail-too-often':
    'Heute kamen zu viele Mails von deiner Adresse, deshalb ging diese nicht weiter. Schick sie morgen noch einmal.',
  'mail-unproven': 'Nichts beweist, dass diese Mail von {address} ist.',
  'mail-unreadable':
    'Deine Mail ist so aufgebaut, dass ich sie nicht lesen kann, deshalb hat sie niemand gesehen. Schick sie noch einmal als reinen Text oder mit weniger Anhängen.',
  'mail-unsubscribed': 'Erledigt: Zu dieser Karte bekommst du keine Mails mehr.',
  'mail-followed': 'Du hörst von jetzt an von dieser Karte.',
  'mail-from': 'Geschrieben von Cardwire für das Team {team}.',
  'mail-next':
    'Ich schreibe dir hier, wenn sie verschoben, kommentiert oder erledigt wird. Antworte auf diese Mail, um etwas zu ergänzen: Deine Worte werden ein Kommentar, Dateien kommen mit.',
  'mail-no-rooms': 'Mail hat keine Räume: nenne einen in einem Chat, etwa in Mattermost oder Discord.',
  'mail-opened': 'Danke. Diese Mail ist jetzt eine Karte, und das Team sieht sie auf seinem Board:',
  'mail-rejected':
    'Amazon SES nimmt eine Mail von mir so nicht an. Wer Cardwire betreibt, findet den Grund in der SES-Konsole.',
  'mail-sandbox':
    'Amazon SES hält dieses Konto noch in der Sandbox, in der Mail nur an bestätigte Adressen geht. Wer Cardwire betreibt, kann in der SES-Konsole den vollen Zugang beantragen.',
  'mail-why':
    'Das ging an {address}, weil du dem Team geschrieben hast oder dieser Karte folgst. [Keine solchen Mails mehr]({url})',
  'mattermost-command-taken':
    'Es gibt schon einen Befehl /{word}, der etwas anderes aufruft. Wähle mit "command:" ein anderes Wort, oder lösche jenen unter Integrationen > Slash-Befehle.',
  'mattermost-no-workspace':
    'Ich finde kein Mattermost-Team namens {workspace}, oder der Bot ist nicht darin. Schreib den Namen wie in seiner Adresse und füge den Bot dem Team hinzu.',
  'mattermost-token-refused':
    'Mattermost lehnt das Token des Bots ab. Erzeuge ein neues unter Integrationen > Bot-Konten und schreib es in die Variable, die die Team-Datei nennt.',
  somebody: 'Jemand',
  something: 'etwas',
  'state-archived': '**Diese Karte ist archiviert.**',
  'state-deleted': '**Diese Karte wurde gelöscht.**',
  'told-archive': '{who} hat sie archiviert',
  'told-assign': '{who} hat **{subject}** zugewiesen',
  'told-attach': '{who} hat **{subject}** angehängt',
  'told-attach-edited': '{who} hat den Anhang **{subject}** geändert',
  'told-attach-removed': '{who} hat den Anhang **{subject}** entfernt',
  'told-block': '{who} hat sie als blockiert markiert',
  'told-check-added': '{who} hat **{subject}** auf die Checkliste gesetzt',
  'told-check-edited': '{who} hat **{subject}** in der Checkliste geändert',
  'told-check-removed': '{who} hat **{subject}** von der Checkliste entfernt',
  'told-check-ticked': '{who} hat **{subject}** abgehakt',
  'told-check-unticked': '{who} hat den Haken bei **{subject}** entfernt',
  'told-comment': '{who} hat kommentiert:',
  'told-comment-edited': '{who} hat einen Kommentar geändert:',
  'told-comment-removed': '{who} hat einen Kommentar gelöscht',
  'told-comment-restored': '{who} hat einen Kommentar zurückgeholt:',
  'told-create': '{who} hat diese Karte angelegt',
  'told-delete': '{who} hat sie gelöscht',
  'told-describe': '{who} hat die Beschreibung geändert',
  'told-due': '{who} hat den Termin auf **{due}** gesetzt',
  'told-due-removed': '{who} hat den Termin entfernt',
  'told-edit': '{who} hat die Karte geändert',
  'told-edit-field': '{who} hat **{subject}** geändert',
  'told-epic': '{who} hat das Epic geändert, zu dem sie gehört',
  'told-label': '{who} hat das Label **{subject}** hinzugefügt',
  'told-move': '{who} hat sie von **{from}** nach **{to}** verschoben',
  'told-move-to': '{who} hat sie nach **{to}** verschoben',
  'told-points': '{who} hat die Punkte geändert',
  'told-rename': '{who} hat sie in **{title}** umbenannt',
  'told-restore': '{who} hat sie aus dem Archiv geholt',
  'told-sprint': '{who} hat den Sprint geändert',
  'told-unassign': '{who} hat die Zuweisung an **{subject}** aufgehoben',
  'told-unblock': '{who} hat die Blockierung aufgehoben',
  'told-unlabel': '{who} hat das Label **{subject}** entfernt',
};
