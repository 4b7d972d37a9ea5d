import type { mail as english } from '../en/mail.ts';

/** What is said in mails and about them, in German. */
export const mail: Readonly<Record<keyof typeof english, string>> = {
  'due-line-past':
    '{at} ist schon vorbei. Antworte noch einmal mit einem Termin, der noch kommt, in einer Zeile wie `fällig: freitag`.',
  'due-line-unclear':
    '`{due}` verstehe ich nicht als Termin. Antworte noch einmal mit einer Zeile wie `fällig: freitag`, `fällig: morgen 14 Uhr`, `fällig: in 3 tagen`, `fällig: 24.12.` oder `fällig: 2027-12-24`.',
  'line-unclear':
    'Die Zeile `{line}` verstehe ich nicht. Antworte noch einmal mit einer Zeile wie `verschieben: In Arbeit`, `label: dringend` oder `zuweisen: ich`.',
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
  'unread-column': 'Spalte: {value}',
  'unread-due': 'Fällig: {value}',
  'unread-label': 'Label: {value}',
  'unread-person': 'Zuweisen an: {value}',
  'unread-priority': 'Priorität: {value}',
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
  'mail-empty':
    'Deine Mail kam ohne Betreff, Text und Datei, deshalb gab es nichts, woraus eine Karte werden könnte. Schick sie noch einmal: Der Betreff wird der Titel der Karte, der Text ihre Beschreibung, und Dateien kommen mit.',
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
  'mail-undone': 'Das konnte ich nicht umsetzen, deshalb steht es in der Beschreibung: {lines}',
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
};
