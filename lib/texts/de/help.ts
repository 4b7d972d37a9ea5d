import type { help as english } from '../en/help.ts';

/** What people can ask for, in German. */
export const help: Readonly<Record<keyof typeof english, string>> = {
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
};
