import type { servers as english } from '../en/servers.ts';

/** What boards, chats and their servers refuse, and how to connect them, in German. */
export const servers: Readonly<Record<keyof typeof english, string>> = {
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
  'connect-mute':
    'In diesem Kanal darf ich nicht schreiben, dabei soll er von jeder Karte hören. Lass mich ihn ansehen, darin Nachrichten senden und Links einbetten, oder nimm einen anderen Kanal. Der Code gilt noch.',
  'connect-in-thread':
    'Ein Thread kann nicht von jeder Karte hören. Schreib `/{word} connect` mit dem Code in einen Kanal selbst. Der Code gilt noch.',
  'connect-nowhere':
    'Das verbindet einen Server. Gib `/{word} connect` mit dem Code in dem seiner Kanäle ein, der von jeder Karte hören soll.',
  'person-not-connected':
    'Du bist auf keinem Server, der schon mit einem Team verbunden ist. Lass dir von den Leuten, die Cardwire betreiben, einen Code geben (`cardwire invite`) und gib dann `/{word} connect` mit ihm in einem Kanal deines Servers ein.',
  'server-not-connected':
    'Dieser Server ist noch mit keinem Team verbunden. Lass dir von den Leuten, die Cardwire betreiben, einen Code geben (`cardwire invite`) und gib dann hier `/{word} connect` mit ihm ein.',
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
  'mattermost-admin-needed':
    'Das Konto, dessen Token in {variable} steht, darf keine Slash-Befehle anlegen. Schreib das persönliche Zugriffstoken einer Administratorin oder eines Administrators hinein, oder lass die Variable weg: Dann erfährst du, was von Hand anzulegen ist.',
  'mattermost-admin-refused':
    'Mattermost lehnt das Token in {variable} ab. Schreib das persönliche Zugriffstoken einer Administratorin oder eines Administrators hinein, oder lass die Variable weg: Dann erfährst du, was von Hand anzulegen ist.',
  'mattermost-command-taken':
    'Es gibt schon einen Befehl /{word}, der etwas anderes aufruft. Wähle mit "command:" ein anderes Wort, oder lösche jenen unter Integrationen > Slash-Befehle.',
  'mattermost-no-workspace':
    'Ich finde kein Mattermost-Team namens {workspace}, oder der Bot ist nicht darin. Schreib den Namen wie in seiner Adresse und füge den Bot dem Team hinzu.',
  'mattermost-room-archived':
    'Der Raum {room} ist archiviert, und dort lässt sich nichts schreiben. Stell ihn in Mattermost wieder her, oder nimm ihn aus der Team-Datei.',
  'mattermost-token-refused':
    'Mattermost lehnt das Token des Bots ab. Erzeuge ein neues unter Integrationen > Bot-Konten und schreib es in die Variable, die die Team-Datei nennt.',
};
