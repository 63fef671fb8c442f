<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Kopia Desktop</source>
        <translation>Über Kopia Desktop</translation>
    </message>
    <message>
        <source>Version {version}, with Qt {qt}</source>
        <translation>Version {version}, mit Qt {qt}</translation>
    </message>
    <message>
        <source>Licences…</source>
        <translation>Lizenzen…</translation>
    </message>
    <message>
        <source>Turns recordings into transcripts on this computer, to read, correct, translate and export. No network is needed, and nothing leaves the computer.</source>
        <translation>Macht auf diesem Computer aus Aufnahmen Transkripte, zum Lesen, Korrigieren, Übersetzen und Exportieren. Ein Netzwerk ist nicht nötig, und nichts verlässt den Computer.</translation>
    </message>
    <message>
        <source>Where recognition runs shows when the first recording is worked on.</source>
        <translation>Worauf die Erkennung läuft, zeigt sich bei der ersten Aufnahme.</translation>
    </message>
    <message>
        <source>Recognition runs on the graphics card.</source>
        <translation>Die Erkennung läuft auf der Grafikkarte.</translation>
    </message>
    <message>
        <source>Recognition runs on the processor.</source>
        <translation>Die Erkennung läuft auf dem Prozessor.</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Job</source>
        <translation>A&amp;uftrag</translation>
    </message>
    <message>
        <source>&amp;Transcript</source>
        <translation>&amp;Transkript</translation>
    </message>
    <message>
        <source>&amp;Player</source>
        <translation>&amp;Wiedergabe</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Open files…</source>
        <translation>&amp;Dateien öffnen…</translation>
    </message>
    <message>
        <source>Open &amp;folder…</source>
        <translation>&amp;Ordner öffnen…</translation>
    </message>
    <message>
        <source>&amp;Paste files or links</source>
        <translation>Dateien oder Links &amp;einfügen</translation>
    </message>
    <message>
        <source>&amp;Try the sample</source>
        <translation>Beis&amp;piel ausprobieren</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>E&amp;xportieren…</translation>
    </message>
    <message>
        <source>&amp;Show file in folder</source>
        <translation>Datei im Ordner an&amp;zeigen</translation>
    </message>
    <message>
        <source>Cop&amp;y as text</source>
        <translation>Als &amp;Text kopieren</translation>
    </message>
    <message>
        <source>&amp;Vocabulary…</source>
        <translation>&amp;Vokabular…</translation>
    </message>
    <message>
        <source>Sett&amp;ings…</source>
        <translation>Ein&amp;stellungen…</translation>
    </message>
    <message>
        <source>&amp;Close window</source>
        <translation>&amp;Fenster schließen</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>&amp;Copy lines</source>
        <translation>Zeilen &amp;kopieren</translation>
    </message>
    <message>
        <source>&amp;Find…</source>
        <translation>&amp;Suchen…</translation>
    </message>
    <message>
        <source>R&amp;eplace…</source>
        <translation>&amp;Ersetzen…</translation>
    </message>
    <message>
        <source>Find &amp;next</source>
        <translation>&amp;Nächste Fundstelle</translation>
    </message>
    <message>
        <source>Find &amp;previous</source>
        <translation>&amp;Vorherige Fundstelle</translation>
    </message>
    <message>
        <source>&amp;Search all transcripts</source>
        <translation>&amp;Alle Transkripte durchsuchen</translation>
    </message>
    <message>
        <source>&amp;All commands…</source>
        <translation>Alle &amp;Befehle…</translation>
    </message>
    <message>
        <source>Go to the &amp;jobs</source>
        <translation>Zu den &amp;Aufträgen</translation>
    </message>
    <message>
        <source>Go to the &amp;transcript</source>
        <translation>Zum &amp;Transkript</translation>
    </message>
    <message>
        <source>Go to the &amp;player</source>
        <translation>Zur &amp;Wiedergabe</translation>
    </message>
    <message>
        <source>&amp;Larger text</source>
        <translation>&amp;Größerer Text</translation>
    </message>
    <message>
        <source>&amp;Smaller text</source>
        <translation>&amp;Kleinerer Text</translation>
    </message>
    <message>
        <source>&amp;Normal text size</source>
        <translation>&amp;Normale Textgröße</translation>
    </message>
    <message>
        <source>Filler words s&amp;hown</source>
        <translation>Füllwörter an&amp;zeigen</translation>
    </message>
    <message>
        <source>Filler words str&amp;uck</source>
        <translation>Füllwörter &amp;durchstreichen</translation>
    </message>
    <message>
        <source>Filler words h&amp;idden</source>
        <translation>Füllwörter a&amp;usblenden</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>&amp;Vollbild</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pausieren</translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation>&amp;Fortsetzen</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Stoppen</translation>
    </message>
    <message>
        <source>&amp;Run again</source>
        <translation>&amp;Erneut ausführen</translation>
    </message>
    <message>
        <source>&amp;Locate file…</source>
        <translation>&amp;Datei suchen…</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>&amp;Edit line</source>
        <translation>Zeile &amp;bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Split at the cursor</source>
        <translation>Am &amp;Cursor teilen</translation>
    </message>
    <message>
        <source>&amp;Join with the line above</source>
        <translation>Mit der Zeile &amp;darüber verbinden</translation>
    </message>
    <message>
        <source>Join with the line &amp;below</source>
        <translation>Mit der Zeile dar&amp;unter verbinden</translation>
    </message>
    <message>
        <source>&amp;Delete line</source>
        <translation>Zeile &amp;löschen</translation>
    </message>
    <message>
        <source>Back to what was &amp;recognised</source>
        <translation>&amp;Zurück zum Erkannten</translation>
    </message>
    <message>
        <source>&amp;Next doubtful passage</source>
        <translation>&amp;Nächste unsichere Stelle</translation>
    </message>
    <message>
        <source>&amp;Previous doubtful passage</source>
        <translation>&amp;Vorherige unsichere Stelle</translation>
    </message>
    <message>
        <source>&amp;Translate…</source>
        <translation>Üb&amp;ersetzen…</translation>
    </message>
    <message>
        <source>Translate &amp;changed lines again</source>
        <translation>&amp;Geänderte Zeilen neu übersetzen</translation>
    </message>
    <message>
        <source>&amp;Vocabulary of this transcript…</source>
        <translation>V&amp;okabular dieses Transkripts…</translation>
    </message>
    <message>
        <source>&amp;Play or pause</source>
        <translation>&amp;Wiedergabe oder Pause</translation>
    </message>
    <message>
        <source>5 seconds &amp;back</source>
        <translation>5 Sekunden &amp;zurück</translation>
    </message>
    <message>
        <source>5 seconds &amp;on</source>
        <translation>5 &amp;Sekunden vor</translation>
    </message>
    <message>
        <source>Pre&amp;vious line</source>
        <translation>&amp;Vorherige Zeile</translation>
    </message>
    <message>
        <source>&amp;Next line</source>
        <translation>&amp;Nächste Zeile</translation>
    </message>
    <message>
        <source>&amp;Slower</source>
        <translation>&amp;Langsamer</translation>
    </message>
    <message>
        <source>&amp;Faster</source>
        <translation>Schn&amp;eller</translation>
    </message>
    <message>
        <source>&amp;Loop the line</source>
        <translation>Zeile wie&amp;derholen</translation>
    </message>
    <message>
        <source>Follo&amp;w the text</source>
        <translation>Dem &amp;Text folgen</translation>
    </message>
    <message>
        <source>P&amp;icture</source>
        <translation>&amp;Bild</translation>
    </message>
    <message>
        <source>&amp;Mute</source>
        <translation>St&amp;umm</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>&amp;Log…</source>
        <translation>&amp;Protokoll…</translation>
    </message>
    <message>
        <source>&amp;Copy report</source>
        <translation>&amp;Bericht kopieren</translation>
    </message>
    <message>
        <source>L&amp;icences…</source>
        <translation>&amp;Lizenzen…</translation>
    </message>
    <message>
        <source>&amp;About Kopia Desktop</source>
        <translation>Über &amp;Kopia Desktop</translation>
    </message>
</context>
<context>
    <name>AddFlow</name>
    <message>
        <source>Add recordings</source>
        <translation>Aufnahmen hinzufügen</translation>
    </message>
    <message>
        <source>Recordings ({endings})</source>
        <translation>Aufnahmen ({endings})</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Add a folder</source>
        <translation>Ordner hinzufügen</translation>
    </message>
</context>
<context>
    <name>AddedNotice</name>
    <message>
        <source>Transcribe again</source>
        <translation>Erneut transkribieren</translation>
    </message>
    <message>
        <source>Details…</source>
        <translation>Details…</translation>
    </message>
    <message>
        <source>Stop adding</source>
        <translation>Hinzufügen stoppen</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Ausblenden</translation>
    </message>
    <message numerus="yes">
        <source>Looking through folders: %n recording(s) so far</source>
        <translation>
            <numerusform>Ordner werden durchsucht: bisher %n Aufnahme</numerusform>
            <numerusform>Ordner werden durchsucht: bisher %n Aufnahmen</numerusform>
        </translation>
    </message>
    <message>
        <source>Adding {done} of {total}: {name}</source>
        <translation>{done} von {total} wird hinzugefügt: {name}</translation>
    </message>
    <message numerus="yes">
        <source>%n added</source>
        <translation>
            <numerusform>%n hinzugefügt</numerusform>
            <numerusform>%n hinzugefügt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n going on where it stopped</source>
        <translation>
            <numerusform>%n wird fortgesetzt</numerusform>
            <numerusform>%n werden fortgesetzt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n already in the list</source>
        <translation>
            <numerusform>%n schon in der Liste</numerusform>
            <numerusform>%n schon in der Liste</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not taken</source>
        <translation>
            <numerusform>%n nicht übernommen</numerusform>
            <numerusform>%n nicht übernommen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other file(s) left out</source>
        <translation>
            <numerusform>%n andere Datei ausgelassen</numerusform>
            <numerusform>%n andere Dateien ausgelassen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not looked at</source>
        <translation>
            <numerusform>%n nicht angesehen</numerusform>
            <numerusform>%n nicht angesehen</numerusform>
        </translation>
    </message>
    <message>
        <source>Adding was stopped: {what}</source>
        <translation>Hinzufügen gestoppt: {what}</translation>
    </message>
    <message>
        <source>none added</source>
        <translation>nichts hinzugefügt</translation>
    </message>
    <message>
        <source>There is no file and no link in it.</source>
        <translation>Darin ist weder eine Datei noch ein Link.</translation>
    </message>
</context>
<context>
    <name>ApiKeySection</name>
    <message>
        <source>Key of the API</source>
        <translation>API-Schlüssel</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <source>Show the key</source>
        <translation>Schlüssel anzeigen</translation>
    </message>
    <message>
        <source>Copy the key</source>
        <translation>Schlüssel kopieren</translation>
    </message>
    <message>
        <source>New key…</source>
        <translation>Neuer Schlüssel…</translation>
    </message>
    <message>
        <source>A line for curl</source>
        <translation>Eine Zeile für curl</translation>
    </message>
    <message>
        <source>Copy the line for curl, with the key</source>
        <translation>Die Zeile für curl mit dem Schlüssel kopieren</translation>
    </message>
    <message>
        <source>Programs that use the old key are refused from then on.</source>
        <translation>Programme, die den alten Schlüssel verwenden, werden dann abgewiesen.</translation>
    </message>
    <message>
        <source>Make a new key</source>
        <translation>Neuen Schlüssel erstellen</translation>
    </message>
    <message>
        <source>Keep this one</source>
        <translation>Diesen behalten</translation>
    </message>
    <message>
        <source>Whoever has it can read and delete your jobs through the API.</source>
        <translation>Wer ihn hat, kann Ihre Aufträge über die API lesen und löschen.</translation>
    </message>
    <message>
        <source>Try it in a terminal:</source>
        <translation>Zum Ausprobieren im Terminal:</translation>
    </message>
    <message>
        <source>When the API is served</source>
        <translation>Sobald die API läuft</translation>
    </message>
    <message>
        <source>KOPIA_API_KEY gave this key; start the program with another one.</source>
        <translation>Dieser Schlüssel kommt aus KOPIA_API_KEY; für einen anderen das Programm mit diesem starten.</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Verbergen</translation>
    </message>
</context>
<context>
    <name>ApiPage</name>
    <message>
        <source>Address of the API</source>
        <translation>Adresse der API</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>Adresse kopieren</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Take a free port</source>
        <translation>Freien Port nehmen</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Programs of this computer reach it at:</source>
        <translation>Programme dieses Computers erreichen sie unter:</translation>
    </message>
    <message>
        <source>The API is not served now.</source>
        <translation>Die API läuft gerade nicht.</translation>
    </message>
    <message>
        <source>The API is off. Nothing listens.</source>
        <translation>Die API ist ausgeschaltet. Nichts nimmt Verbindungen an.</translation>
    </message>
</context>
<context>
    <name>AppearancePage</name>
    <message>
        <source>Good morning, and thank you for coming. Let us talk about next year.</source>
        <translation>Guten Morgen und danke, dass Sie gekommen sind. Sprechen wir über das nächste Jahr.</translation>
    </message>
</context>
<context>
    <name>Application</name>
    <message>
        <source>Open the data folder</source>
        <translation>Datenordner öffnen</translation>
    </message>
    <message>
        <source>Something went wrong; your work is saved. Help, Copy report tells us.</source>
        <translation>Etwas ist schiefgegangen; die Arbeit ist gespeichert. Mit „Hilfe“, „Bericht kopieren“ erfahren wir davon.</translation>
    </message>
</context>
<context>
    <name>ClosingQuestion</name>
    <message numerus="yes">
        <source>%n recording(s) still being transcribed.</source>
        <translation>
            <numerusform>%n Aufnahme wird noch transkribiert.</numerusform>
            <numerusform>%n Aufnahmen werden noch transkribiert.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is lost: what is left goes on when you start the program again.</source>
        <translation>Nichts geht verloren: Der Rest geht weiter, wenn das Programm wieder gestartet wird.</translation>
    </message>
    <message>
        <source>Quit, go on next time</source>
        <translation>Beenden, später fortsetzen</translation>
    </message>
    <message>
        <source>Close the window, keep working</source>
        <translation>Fenster schließen, weiterarbeiten</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>All commands</source>
        <translation>Alle Befehle</translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation>Was möchten Sie tun?</translation>
    </message>
    <message>
        <source>Find a command</source>
        <translation>Befehl suchen</translation>
    </message>
    <message>
        <source>No command of that name.</source>
        <translation>Kein Befehl dieses Namens.</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
</context>
<context>
    <name>CopyButton</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
</context>
<context>
    <name>Corrections</name>
    <message>
        <source>A line needs words. Delete it instead.</source>
        <translation>Eine Zeile braucht Wörter. Stattdessen löschen.</translation>
    </message>
    <message>
        <source>A line must end after its start.</source>
        <translation>Eine Zeile muss nach ihrem Anfang enden.</translation>
    </message>
    <message>
        <source>A line can only be split between two words. Put the cursor there.</source>
        <translation>Eine Zeile lässt sich nur zwischen zwei Wörtern teilen. Den Cursor dorthin setzen.</translation>
    </message>
    <message>
        <source>This line was changed in another way since, so it cannot be undone. Change it by hand.</source>
        <translation>Diese Zeile wurde inzwischen anders geändert, darum geht es nicht rückgängig. Bitte von Hand ändern.</translation>
    </message>
    <message>
        <source>This line was changed in another way since, so it cannot be redone. Change it by hand.</source>
        <translation>Diese Zeile wurde inzwischen anders geändert, darum lässt es sich nicht wiederholen. Bitte von Hand ändern.</translation>
    </message>
</context>
<context>
    <name>CueSection</name>
    <message>
        <source>Rules for subtitles</source>
        <translation>Regeln für Untertitel</translation>
    </message>
    <message>
        <source>As in the settings</source>
        <translation>Wie in den Einstellungen</translation>
    </message>
</context>
<context>
    <name>Devices</name>
    <message>
        <source>chosen in the settings</source>
        <translation>in den Einstellungen gewählt</translation>
    </message>
    <message>
        <source>no NVIDIA driver found</source>
        <translation>kein NVIDIA-Treiber gefunden</translation>
    </message>
    <message>
        <source>CUDA works</source>
        <translation>CUDA funktioniert</translation>
    </message>
</context>
<context>
    <name>Doors</name>
    <message numerus="yes">
        <source>%n file(s) written.</source>
        <translation>
            <numerusform>%n Datei geschrieben.</numerusform>
            <numerusform>%n Dateien geschrieben.</numerusform>
        </translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>The report is in the clipboard.</source>
        <translation>Der Bericht ist in der Zwischenablage.</translation>
    </message>
    <message>
        <source>Being translated now: {languages}</source>
        <translation>Wird jetzt übersetzt: {languages}</translation>
    </message>
    <message>
        <source>{model} is ready; new recordings use it.</source>
        <translation>{model} ist bereit; neue Aufnahmen verwenden es.</translation>
    </message>
    <message>
        <source>Where is the recording?</source>
        <translation>Wo ist die Aufnahme?</translation>
    </message>
    <message>
        <source>{name} is not the file this transcript was made from. Play it with this transcript all the same?</source>
        <translation>{name} ist nicht die Datei, aus der dieses Transkript entstand. Trotzdem mit diesem Transkript abspielen?</translation>
    </message>
</context>
<context>
    <name>Downloads</name>
    <message>
        <source>Speech model {name}</source>
        <translation>Sprachmodell {name}</translation>
    </message>
    <message>
        <source>Translation model {name}</source>
        <translation>Übersetzungsmodell {name}</translation>
    </message>
    <message>
        <source>{source} to {target}</source>
        <translation>{source} nach {target}</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>pausiert</translation>
    </message>
    <message>
        <source>waits for its turn</source>
        <translation>wartet, bis es an der Reihe ist</translation>
    </message>
    <message>
        <source>asking the server</source>
        <translation>der Server wird gefragt</translation>
    </message>
    <message>
        <source>{size}/s</source>
        <translation>{size}/s</translation>
    </message>
    <message>
        <source>checking and installing</source>
        <translation>wird geprüft und installiert</translation>
    </message>
    <message>
        <source>{percent} of {size}</source>
        <translation>{percent} von {size}</translation>
    </message>
</context>
<context>
    <name>DownloadsBar</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n weiterer</numerusform>
            <numerusform>%n weitere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more download(s), show them</source>
        <translation>
            <numerusform>%n weiteren Download zeigen</numerusform>
            <numerusform>%n weitere Downloads zeigen</numerusform>
        </translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Give up</source>
        <translation>Aufgeben</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
</context>
<context>
    <name>DropOverlay</name>
    <message>
        <source>Drop target for recordings</source>
        <translation>Ablagefläche für Aufnahmen</translation>
    </message>
    <message>
        <source>This cannot be transcribed</source>
        <translation>Das lässt sich nicht transkribieren</translation>
    </message>
    <message numerus="yes">
        <source>%n recording(s) will be transcribed</source>
        <translation>
            <numerusform>%n Aufnahme wird transkribiert</numerusform>
            <numerusform>%n Aufnahmen werden transkribiert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n link(s) will be fetched and transcribed</source>
        <translation>
            <numerusform>%n Link wird geladen und transkribiert</numerusform>
            <numerusform>%n Links werden geladen und transkribiert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n folder(s) or other file(s): the recordings in them will be transcribed</source>
        <translation>
            <numerusform>%n Ordner oder andere Datei: Die Aufnahmen darin werden transkribiert</numerusform>
            <numerusform>%n Ordner oder andere Dateien: Die Aufnahmen darin werden transkribiert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) do not look like audio or video</source>
        <translation>
            <numerusform>%n Datei sieht nicht nach Audio oder Video aus</numerusform>
            <numerusform>%n Dateien sehen nicht nach Audio oder Video aus</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n link(s) cannot be fetched: only public https links can</source>
        <translation>
            <numerusform>%n Link lässt sich nicht laden: Das geht nur mit öffentlichen https-Links</numerusform>
            <numerusform>%n Links lassen sich nicht laden: Das geht nur mit öffentlichen https-Links</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DropTarget</name>
    <message>
        <source>Drop recordings here</source>
        <translation>Aufnahmen hier ablegen</translation>
    </message>
    <message>
        <source>Audio or video files, folders, or https links</source>
        <translation>Audio- oder Videodateien, Ordner oder https-Links</translation>
    </message>
    <message>
        <source>Open files…</source>
        <translation>Dateien öffnen…</translation>
    </message>
    <message>
        <source>Try the sample</source>
        <translation>Beispiel ausprobieren</translation>
    </message>
</context>
<context>
    <name>Editing</name>
    <message>
        <source>Text of the line</source>
        <translation>Text der Zeile</translation>
    </message>
    <message>
        <source>Translated line</source>
        <translation>Übersetzte Zeile</translation>
    </message>
</context>
<context>
    <name>EmptyState</name>
    <message>
        <source>Everything stays on this computer.</source>
        <translation>Alles bleibt auf diesem Computer.</translation>
    </message>
</context>
<context>
    <name>EmptyText</name>
    <message>
        <source>Choose a recording to read.</source>
        <translation>Eine Aufnahme zum Lesen wählen.</translation>
    </message>
    <message>
        <source>Nobody speaks in this recording.</source>
        <translation>In dieser Aufnahme spricht niemand.</translation>
    </message>
    <message>
        <source>If somebody does, try a larger speech model or another language.</source>
        <translation>Falls doch, ein größeres Sprachmodell oder eine andere Sprache versuchen.</translation>
    </message>
    <message>
        <source>There is no text yet.</source>
        <translation>Es gibt noch keinen Text.</translation>
    </message>
    <message>
        <source>Paused.</source>
        <translation>Pausiert.</translation>
    </message>
    <message>
        <source>Listening…</source>
        <translation>Hört zu…</translation>
    </message>
    <message>
        <source>The recording is being fetched.</source>
        <translation>Die Aufnahme wird geladen.</translation>
    </message>
    <message>
        <source>Waiting for the recording.</source>
        <translation>Wartet auf die Aufnahme.</translation>
    </message>
    <message>
        <source>Waiting for its turn.</source>
        <translation>In der Warteschlange.</translation>
    </message>
    <message>
        <source>Lines appear here as they are heard.</source>
        <translation>Hier erscheinen die Zeilen, sobald sie gehört werden.</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>The recording is no longer where it was.</source>
        <translation>Die Aufnahme ist nicht mehr da, wo sie war.</translation>
    </message>
    <message>
        <source>Locate the file, or put it back.</source>
        <translation>Die Datei suchen oder zurücklegen.</translation>
    </message>
    <message>
        <source>This is a folder, not a recording.</source>
        <translation>Das ist ein Ordner, keine Aufnahme.</translation>
    </message>
    <message>
        <source>Add the files inside it.</source>
        <translation>Die Dateien darin hinzufügen.</translation>
    </message>
    <message>
        <source>The recording cannot be opened.</source>
        <translation>Die Aufnahme lässt sich nicht öffnen.</translation>
    </message>
    <message>
        <source>Check that you may read it and that its drive is connected.</source>
        <translation>Prüfen, ob sie gelesen werden darf und ihr Laufwerk verbunden ist.</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>Die Datei ist leer.</translation>
    </message>
    <message>
        <source>Copy or record it again.</source>
        <translation>Noch einmal kopieren oder aufnehmen.</translation>
    </message>
    <message>
        <source>The file is not the one this job began with.</source>
        <translation>Die Datei ist nicht die, mit der dieser Auftrag begann.</translation>
    </message>
    <message>
        <source>Put the first file back, or add this one as a new job.</source>
        <translation>Die erste Datei zurücklegen oder diese als neuen Auftrag hinzufügen.</translation>
    </message>
    <message>
        <source>This is not an audio or video file.</source>
        <translation>Das ist keine Audio- oder Videodatei.</translation>
    </message>
    <message>
        <source>Add a recording; its name does not matter, its content does.</source>
        <translation>Eine Aufnahme hinzufügen; auf den Inhalt kommt es an, nicht auf den Namen.</translation>
    </message>
    <message>
        <source>There is no sound in this file.</source>
        <translation>In dieser Datei ist kein Ton.</translation>
    </message>
    <message>
        <source>Choose a recording with an audio track.</source>
        <translation>Eine Aufnahme mit Tonspur wählen.</translation>
    </message>
    <message>
        <source>Nothing in this file can be decoded.</source>
        <translation>Nichts in dieser Datei lässt sich decodieren.</translation>
    </message>
    <message>
        <source>Copy it again from where it was recorded.</source>
        <translation>Vom Aufnahmegerät noch einmal kopieren.</translation>
    </message>
    <message>
        <source>The recording is longer than the settings allow.</source>
        <translation>Die Aufnahme ist länger, als die Einstellungen erlauben.</translation>
    </message>
    <message>
        <source>Raise the limit under Settings, Transcription.</source>
        <translation>Die Grenze unter „Einstellungen“, „Transkription“ anheben.</translation>
    </message>
    <message>
        <source>The recording cannot be used.</source>
        <translation>Die Aufnahme ist nicht verwendbar.</translation>
    </message>
    <message>
        <source>Try another file.</source>
        <translation>Eine andere Datei versuchen.</translation>
    </message>
    <message>
        <source>The speech model of this job is not installed.</source>
        <translation>Das Sprachmodell dieses Auftrags ist nicht installiert.</translation>
    </message>
    <message>
        <source>Files of the model are missing or damaged.</source>
        <translation>Dateien des Modells fehlen oder sind beschädigt.</translation>
    </message>
    <message>
        <source>A model of that name is already there.</source>
        <translation>Ein Modell dieses Namens gibt es schon.</translation>
    </message>
    <message>
        <source>Remove it first, or add this one under another name.</source>
        <translation>Es zuerst entfernen oder dieses unter anderem Namen hinzufügen.</translation>
    </message>
    <message>
        <source>That cannot be done with this model.</source>
        <translation>Das geht mit diesem Modell nicht.</translation>
    </message>
    <message>
        <source>Check the name and the folder.</source>
        <translation>Name und Ordner prüfen.</translation>
    </message>
    <message>
        <source>Your data was written by a newer version of the program.</source>
        <translation>Die Daten stammen von einer neueren Version des Programms.</translation>
    </message>
    <message>
        <source>Update the program; nothing was touched.</source>
        <translation>Das Programm aktualisieren; nichts wurde verändert.</translation>
    </message>
    <message>
        <source>The database cannot be read.</source>
        <translation>Die Datenbank ist nicht lesbar.</translation>
    </message>
    <message>
        <source>Restore the newest file of the backups folder.</source>
        <translation>Die neueste Datei aus dem Ordner „backups“ wiederherstellen.</translation>
    </message>
    <message>
        <source>The database cannot be used just now.</source>
        <translation>Die Datenbank ist gerade nicht verwendbar.</translation>
    </message>
    <message>
        <source>Close other programs that use the data folder.</source>
        <translation>Andere Programme schließen, die den Datenordner verwenden.</translation>
    </message>
    <message>
        <source>The folder cannot be written to.</source>
        <translation>In den Ordner kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>Einen anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>There is no export format of that name.</source>
        <translation>Ein Exportformat dieses Namens gibt es nicht.</translation>
    </message>
    <message>
        <source>Choose one of the list.</source>
        <translation>Aus der Liste wählen.</translation>
    </message>
    <message>
        <source>The export did not succeed.</source>
        <translation>Der Export ist nicht gelungen.</translation>
    </message>
    <message>
        <source>Choose another folder or format.</source>
        <translation>Einen anderen Ordner oder ein anderes Format wählen.</translation>
    </message>
    <message>
        <source>This job no longer exists.</source>
        <translation>Diesen Auftrag gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>It was deleted.</source>
        <translation>Er wurde gelöscht.</translation>
    </message>
    <message>
        <source>This line no longer exists.</source>
        <translation>Diese Zeile gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>It was deleted or joined with another.</source>
        <translation>Sie wurde gelöscht oder mit einer anderen verbunden.</translation>
    </message>
    <message>
        <source>This translation no longer exists.</source>
        <translation>Diese Übersetzung gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>Ask for it again.</source>
        <translation>Noch einmal anfordern.</translation>
    </message>
    <message>
        <source>The job has no webhook.</source>
        <translation>Der Auftrag hat keinen Webhook.</translation>
    </message>
    <message>
        <source>Give one when the job is made.</source>
        <translation>Beim Anlegen des Auftrags einen angeben.</translation>
    </message>
    <message>
        <source>That is not possible just now.</source>
        <translation>Das ist gerade nicht möglich.</translation>
    </message>
    <message>
        <source>Look at the job&apos;s state and try again.</source>
        <translation>Den Stand des Auftrags ansehen und erneut versuchen.</translation>
    </message>
    <message>
        <source>There are too many unfinished jobs.</source>
        <translation>Es gibt zu viele unfertige Aufträge.</translation>
    </message>
    <message>
        <source>Wait until some are completed, or delete some.</source>
        <translation>Warten, bis einige fertig sind, oder einige löschen.</translation>
    </message>
    <message>
        <source>No installed translation model knows these two languages.</source>
        <translation>Kein installiertes Übersetzungsmodell kennt diese beiden Sprachen.</translation>
    </message>
    <message>
        <source>Get it under Settings, Models, or choose another one in the options.</source>
        <translation>Unter „Einstellungen“, „Modelle“ laden oder in den Optionen ein anderes wählen.</translation>
    </message>
    <message>
        <source>Repair it under Settings, Models, or add it again.</source>
        <translation>Unter „Einstellungen“, „Modelle“ reparieren oder neu hinzufügen.</translation>
    </message>
    <message>
        <source>Get one for this pair of languages under Settings, Models.</source>
        <translation>Eines für dieses Sprachenpaar unter „Einstellungen“, „Modelle“ laden.</translation>
    </message>
    <message>
        <source>There is no such translation package.</source>
        <translation>Dieses Übersetzungspaket gibt es nicht.</translation>
    </message>
    <message>
        <source>Look again at the list of languages.</source>
        <translation>Die Liste der Sprachen noch einmal ansehen.</translation>
    </message>
    <message>
        <source>This translation package is installed already.</source>
        <translation>Dieses Übersetzungspaket ist schon installiert.</translation>
    </message>
    <message>
        <source>Remove it first if it is to be installed anew.</source>
        <translation>Zuerst entfernen, wenn es neu installiert werden soll.</translation>
    </message>
    <message>
        <source>This translation package is not removed from here.</source>
        <translation>Dieses Übersetzungspaket wird von hier aus nicht entfernt.</translation>
    </message>
    <message>
        <source>It came with the program, or belongs to Argos Translate.</source>
        <translation>Es kam mit dem Programm oder gehört Argos Translate.</translation>
    </message>
    <message>
        <source>The translation package is damaged or is not safe to use.</source>
        <translation>Das Übersetzungspaket ist beschädigt oder nicht sicher.</translation>
    </message>
    <message>
        <source>Get it again from where it came.</source>
        <translation>Noch einmal von dort holen, wo es herkam.</translation>
    </message>
    <message>
        <source>The translation did not succeed.</source>
        <translation>Die Übersetzung ist nicht gelungen.</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>Erneut versuchen.</translation>
    </message>
    <message>
        <source>The upload broke off.</source>
        <translation>Der Upload ist abgebrochen.</translation>
    </message>
    <message>
        <source>Send it again.</source>
        <translation>Noch einmal senden.</translation>
    </message>
    <message>
        <source>The upload is larger than the settings allow.</source>
        <translation>Der Upload ist größer, als die Einstellungen erlauben.</translation>
    </message>
    <message>
        <source>Raise the limit under Settings, API.</source>
        <translation>Die Grenze unter „Einstellungen“, „API“ anheben.</translation>
    </message>
    <message>
        <source>The upload went on at the wrong place.</source>
        <translation>Der Upload ging an der falschen Stelle weiter.</translation>
    </message>
    <message>
        <source>Ask for the offset and send from there.</source>
        <translation>Den Offset erfragen und von dort senden.</translation>
    </message>
    <message>
        <source>The upload did not succeed.</source>
        <translation>Der Upload ist nicht gelungen.</translation>
    </message>
    <message>
        <source>Media is never fetched from this address.</source>
        <translation>Von dieser Adresse wird nie etwas geladen.</translation>
    </message>
    <message>
        <source>Use an https link to a public server.</source>
        <translation>Einen https-Link zu einem öffentlichen Server verwenden.</translation>
    </message>
    <message>
        <source>The server did not give the recording.</source>
        <translation>Der Server hat die Aufnahme nicht geliefert.</translation>
    </message>
    <message>
        <source>Check the link in a browser, then run the job again.</source>
        <translation>Den Link im Browser prüfen, dann den Auftrag erneut ausführen.</translation>
    </message>
    <message>
        <source>The network did not answer.</source>
        <translation>Das Netzwerk hat nicht geantwortet.</translation>
    </message>
    <message>
        <source>Check the connection, then run the job again.</source>
        <translation>Die Verbindung prüfen, dann den Auftrag erneut ausführen.</translation>
    </message>
    <message>
        <source>The model could not be brought here.</source>
        <translation>Das Modell konnte nicht geholt werden.</translation>
    </message>
    <message>
        <source>Try again; what has arrived already is kept.</source>
        <translation>Erneut versuchen; was schon da ist, bleibt.</translation>
    </message>
    <message>
        <source>This download no longer exists.</source>
        <translation>Diesen Download gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>It has ended or was given up.</source>
        <translation>Er ist beendet oder wurde aufgegeben.</translation>
    </message>
    <message>
        <source>The server does not give this model.</source>
        <translation>Der Server gibt dieses Modell nicht heraus.</translation>
    </message>
    <message>
        <source>Try again later, name a mirror in KOPIA_MODEL_ENDPOINT, or add the model&apos;s folder.</source>
        <translation>Später erneut versuchen, in KOPIA_MODEL_ENDPOINT einen Spiegelserver nennen oder den Ordner des Modells hinzufügen.</translation>
    </message>
    <message>
        <source>The server does not have this model.</source>
        <translation>Der Server hat dieses Modell nicht.</translation>
    </message>
    <message>
        <source>Choose another model, or add the model&apos;s folder.</source>
        <translation>Ein anderes Modell wählen oder den Ordner des Modells hinzufügen.</translation>
    </message>
    <message>
        <source>There is no connection to the server.</source>
        <translation>Es gibt keine Verbindung zum Server.</translation>
    </message>
    <message>
        <source>Check the connection and try again; it goes on where it was. Without one, add a model from a folder.</source>
        <translation>Die Verbindung prüfen und erneut versuchen; es geht dort weiter, wo es war. Ohne Verbindung ein Modell aus einem Ordner hinzufügen.</translation>
    </message>
    <message>
        <source>What arrived is not what was promised.</source>
        <translation>Was ankam, ist nicht das Versprochene.</translation>
    </message>
    <message>
        <source>Nothing of it is used. Try again, or use another connection.</source>
        <translation>Nichts davon wird verwendet. Erneut versuchen oder eine andere Verbindung benutzen.</translation>
    </message>
    <message>
        <source>The package is no longer the one that came first.</source>
        <translation>Das Paket ist nicht mehr dasselbe wie beim ersten Mal.</translation>
    </message>
    <message>
        <source>Nothing of it is used. Install it from a file whose origin you trust.</source>
        <translation>Nichts davon wird verwendet. Aus einer Datei installieren, deren Herkunft Sie vertrauen.</translation>
    </message>
    <message>
        <source>Another program uses the API&apos;s port.</source>
        <translation>Ein anderes Programm verwendet den Port der API.</translation>
    </message>
    <message>
        <source>Choose another port under Settings, API.</source>
        <translation>Unter „Einstellungen“, „API“ einen anderen Port wählen.</translation>
    </message>
    <message>
        <source>The API listens on this computer only.</source>
        <translation>Die API ist nur auf diesem Computer erreichbar.</translation>
    </message>
    <message>
        <source>Use 127.0.0.1.</source>
        <translation>127.0.0.1 verwenden.</translation>
    </message>
    <message>
        <source>The API key or its file cannot be used.</source>
        <translation>Der API-Schlüssel oder seine Datei ist nicht verwendbar.</translation>
    </message>
    <message>
        <source>Make a new key under Settings, API.</source>
        <translation>Unter „Einstellungen“, „API“ einen neuen Schlüssel erstellen.</translation>
    </message>
    <message>
        <source>The API cannot be served.</source>
        <translation>Die API lässt sich nicht starten.</translation>
    </message>
    <message>
        <source>Look at Settings, API.</source>
        <translation>Unter „Einstellungen“, „API“ nachsehen.</translation>
    </message>
    <message>
        <source>Recognition ended twice at the same place.</source>
        <translation>Die Erkennung ist zweimal an derselben Stelle abgebrochen.</translation>
    </message>
    <message>
        <source>Everything before it is kept. Run the job again, or report it.</source>
        <translation>Alles davor bleibt erhalten. Den Auftrag erneut ausführen oder das Problem melden.</translation>
    </message>
    <message>
        <source>There is not enough memory for this model.</source>
        <translation>Für dieses Modell reicht der Speicher nicht.</translation>
    </message>
    <message>
        <source>Close other programs, or choose a smaller model.</source>
        <translation>Andere Programme schließen oder ein kleineres Modell wählen.</translation>
    </message>
    <message>
        <source>Recognition did not succeed.</source>
        <translation>Die Erkennung ist nicht gelungen.</translation>
    </message>
    <message>
        <source>Run the job again.</source>
        <translation>Den Auftrag erneut ausführen.</translation>
    </message>
    <message>
        <source>That is no name or term that can be kept.</source>
        <translation>Das ist kein Name oder Begriff, der sich speichern lässt.</translation>
    </message>
    <message>
        <source>Use a short text with letters, and each name once.</source>
        <translation>Verwenden Sie einen kurzen Text mit Buchstaben und jeden Namen nur einmal.</translation>
    </message>
    <message>
        <source>There is no list of that name any more.</source>
        <translation>Eine Liste dieses Namens gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>Choose another list.</source>
        <translation>Wählen Sie eine andere Liste.</translation>
    </message>
    <message>
        <source>There is a list of that name already.</source>
        <translation>Eine Liste dieses Namens gibt es schon.</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>The vocabulary cannot be used.</source>
        <translation>Das Vokabular lässt sich nicht verwenden.</translation>
    </message>
    <message>
        <source>Check its lines.</source>
        <translation>Prüfen Sie seine Zeilen.</translation>
    </message>
    <message>
        <source>This language is not known.</source>
        <translation>Diese Sprache ist nicht bekannt.</translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation>Der Datenträger ist voll.</translation>
    </message>
    <message>
        <source>Free some space; the work goes on by itself.</source>
        <translation>Platz schaffen; die Arbeit geht dann von selbst weiter.</translation>
    </message>
    <message>
        <source>The data folder cannot be used.</source>
        <translation>Der Datenordner ist nicht verwendbar.</translation>
    </message>
    <message>
        <source>Check its permissions, or choose another one.</source>
        <translation>Seine Zugriffsrechte prüfen oder einen anderen wählen.</translation>
    </message>
    <message>
        <source>Another Kopia Desktop already works on this data folder.</source>
        <translation>Ein anderes Kopia Desktop arbeitet schon mit diesem Datenordner.</translation>
    </message>
    <message>
        <source>Jobs added here are done by that one.</source>
        <translation>Hier hinzugefügte Aufträge erledigt jenes.</translation>
    </message>
    <message>
        <source>There is no screen to open a window on.</source>
        <translation>Es gibt keinen Bildschirm für ein Fenster.</translation>
    </message>
    <message>
        <source>Use the commands transcribe or serve, which need none.</source>
        <translation>Die Befehle transcribe oder serve verwenden; sie brauchen keinen.</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Gestoppt.</translation>
    </message>
    <message>
        <source>Run it again to go on where it stopped.</source>
        <translation>Erneut ausführen, um dort weiterzumachen.</translation>
    </message>
    <message>
        <source>The job did not succeed.</source>
        <translation>Der Auftrag ist nicht gelungen.</translation>
    </message>
    <message>
        <source>Run it again.</source>
        <translation>Erneut ausführen.</translation>
    </message>
    <message>
        <source>Something went wrong.</source>
        <translation>Etwas ist schiefgegangen.</translation>
    </message>
    <message>
        <source>Try again; if it stays, copy the report and tell us.</source>
        <translation>Erneut versuchen; bleibt es dabei, den Bericht kopieren und uns melden.</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Choose another folder…</source>
        <translation>Anderen Ordner wählen…</translation>
    </message>
    <message>
        <source>Copy the text to the clipboard</source>
        <translation>Den Text in die Zwischenablage kopieren</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>Als Text kopieren</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Back to the choices</source>
        <translation>Zurück zur Auswahl</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Speichern…</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message numerus="yes">
        <source>Export %n recording(s)</source>
        <translation>
            <numerusform>%n Aufnahme exportieren</numerusform>
            <numerusform>%n Aufnahmen exportieren</numerusform>
        </translation>
    </message>
    <message>
        <source>Export {name}</source>
        <translation>{name} exportieren</translation>
    </message>
    <message>
        <source>Save to a folder…</source>
        <translation>In Ordner speichern…</translation>
    </message>
    <message>
        <source>There is nothing to export.</source>
        <translation>Es gibt nichts zu exportieren.</translation>
    </message>
    <message>
        <source>Check a format.</source>
        <translation>Ein Format ankreuzen.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s), the preview is of the first recording.</source>
        <translation>
            <numerusform>%n Datei, die Vorschau zeigt die erste Aufnahme.</numerusform>
            <numerusform>%n Dateien, die Vorschau zeigt die erste Aufnahme.</numerusform>
        </translation>
    </message>
    <message>
        <source>{names}: the transcript is not complete, this is what there is.</source>
        <translation>{names}: Das Transkript ist nicht vollständig, dies ist der Stand bisher.</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>Speichern unter</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>Ordner wählen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stoppen</translation>
    </message>
</context>
<context>
    <name>ExportOptionsBox</name>
    <message>
        <source>Write files when a transcript is complete</source>
        <translation>Dateien schreiben, sobald ein Transkript fertig ist</translation>
    </message>
    <message>
        <source>Formats</source>
        <translation>Formate</translation>
    </message>
    <message>
        <source>Beside the recording</source>
        <translation>Neben der Aufnahme</translation>
    </message>
    <message>
        <source>In one folder</source>
        <translation>In einem Ordner</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen…</translation>
    </message>
    <message>
        <source>Choose the folder for the files</source>
        <translation>Ordner für die Dateien wählen</translation>
    </message>
    <message>
        <source>Folder for the files</source>
        <translation>Ordner für die Dateien</translation>
    </message>
</context>
<context>
    <name>ExportOptionsPanel</name>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Formats</source>
        <translation>Formate</translation>
    </message>
    <message>
        <source>Filler words</source>
        <translation>Füllwörter</translation>
    </message>
    <message>
        <source>Times at paragraphs</source>
        <translation>Zeiten an Absätzen</translation>
    </message>
    <message>
        <source>As the recording has them</source>
        <translation>Wie bei der Aufnahme</translation>
    </message>
    <message>
        <source>With um, uh and the like</source>
        <translation>Mit „äh“, „ähm“ und Ähnlichem</translation>
    </message>
    <message>
        <source>Without them</source>
        <translation>Ohne</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>Original ({language})</source>
        <translation>Original ({language})</translation>
    </message>
    <message>
        <source>formal</source>
        <translation>förmlich</translation>
    </message>
    <message>
        <source>informal</source>
        <translation>vertraut</translation>
    </message>
    <message>
        <source>{language} ({count} of {total} recordings)</source>
        <translation>{language} ({count} von {total} Aufnahmen)</translation>
    </message>
    <message>
        <source>{language} (out of date)</source>
        <translation>{language} (veraltet)</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) changed since they were translated.</source>
        <translation>
            <numerusform>%n Zeile hat sich seit der Übersetzung geändert.</numerusform>
            <numerusform>%n Zeilen haben sich seit der Übersetzung geändert.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FailedExports</name>
    <message>
        <source>The files of “{name}” were not written.</source>
        <translation>Die Dateien von „{name}“ wurden nicht geschrieben.</translation>
    </message>
    <message>
        <source>Choose another folder…</source>
        <translation>Anderen Ordner wählen…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Where should the files go?</source>
        <translation>Wohin mit den Dateien?</translation>
    </message>
</context>
<context>
    <name>FailureStrip</name>
    <message>
        <source>Locate file…</source>
        <translation>Datei suchen…</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>Erneut ausführen</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Which recordings are listed</source>
        <translation>Welche Aufnahmen die Liste zeigt</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>In Arbeit</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehler</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Previous match (Shift+F3)</source>
        <translation>Vorheriger Treffer (Umschalt+F3)</translation>
    </message>
    <message>
        <source>Next match (F3)</source>
        <translation>Nächster Treffer (F3)</translation>
    </message>
    <message>
        <source>Match case</source>
        <translation>Groß-/Kleinschreibung beachten</translation>
    </message>
    <message>
        <source>Whole words</source>
        <translation>Ganze Wörter</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
    <message>
        <source>Replace with</source>
        <translation>Ersetzen durch</translation>
    </message>
    <message>
        <source>Replace all</source>
        <translation>Alle ersetzen</translation>
    </message>
    <message>
        <source>In the original, as one step that can be undone</source>
        <translation>Im Original, als ein Schritt, der sich rückgängig machen lässt</translation>
    </message>
    <message>
        <source>{number} of {total}</source>
        <translation>{number} von {total}</translation>
    </message>
    <message>
        <source>No matches</source>
        <translation>Keine Treffer</translation>
    </message>
</context>
<context>
    <name>FirstRunCard</name>
    <message>
        <source>Choose a speech model</source>
        <translation>Ein Sprachmodell wählen</translation>
    </message>
    <message>
        <source>Add a model folder…</source>
        <translation>Modellordner hinzufügen…</translation>
    </message>
    <message>
        <source>Go on with the starter model</source>
        <translation>Mit dem Startmodell fortfahren</translation>
    </message>
    <message>
        <source>The starter model that came with the program knows synthetic voices and a few hundred words only; it shows how everything works. For real recordings a real model is needed. It is downloaded once; recordings never leave this computer.</source>
        <translation>Das mitgelieferte Startmodell kennt nur synthetische Stimmen und ein paar Hundert Wörter; es zeigt, wie alles funktioniert. Für echte Aufnahmen braucht es ein echtes Modell. Es wird einmal geladen; Aufnahmen verlassen diesen Computer nie.</translation>
    </message>
    <message>
        <source>The speech model {model} is on its way</source>
        <translation>Das Sprachmodell {model} ist unterwegs</translation>
    </message>
    <message>
        <source>Recordings that you add before it is here are done with the starter model; the others use the new one by themselves.</source>
        <translation>Aufnahmen, die Sie vorher hinzufügen, bearbeitet das Startmodell; die anderen verwenden das neue von selbst.</translation>
    </message>
    <message>
        <source>Folder of a Whisper model (CTranslate2)</source>
        <translation>Ordner eines Whisper-Modells (CTranslate2)</translation>
    </message>
    <message>
        <source>Copying the model…</source>
        <translation>Das Modell wird kopiert…</translation>
    </message>
    <message>
        <source>{model} is ready; new recordings use it.</source>
        <translation>{model} ist bereit; neue Aufnahmen verwenden es.</translation>
    </message>
    <message>
        <source>Speed: how many times faster than a recording plays, on this processor.</source>
        <translation>Tempo: wie viel Mal schneller, als eine Aufnahme dauert, auf diesem Prozessor.</translation>
    </message>
    <message>
        <source>Speed: how many times faster than a recording plays, on an ordinary processor of so many cores; this one has not been measured yet.</source>
        <translation>Tempo: wie viel Mal schneller, als eine Aufnahme dauert, auf einem gewöhnlichen Prozessor mit so vielen Kernen; dieser wurde noch nicht gemessen.</translation>
    </message>
    <message>
        <source>Download ({size})</source>
        <translation>Laden ({size})</translation>
    </message>
    <message>
        <source>Download the speech model {model}, {size}</source>
        <translation>Das Sprachmodell {model} laden, {size}</translation>
    </message>
    <message>
        <source>A speech model was added</source>
        <translation>Ein Sprachmodell wurde hinzugefügt</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message numerus="yes">
        <source>%n core(s)</source>
        <translation>
            <numerusform>%n Kern</numerusform>
            <numerusform>%n Kerne</numerusform>
        </translation>
    </message>
    <message>
        <source>This computer: {cores}. Recommended: {model}.</source>
        <translation>Dieser Computer: {cores}. Empfohlen: {model}.</translation>
    </message>
    <message>
        <source>This computer: {cores}, {memory} of memory. Recommended: {model}.</source>
        <translation>Dieser Computer: {cores}, {memory} Arbeitsspeicher. Empfohlen: {model}.</translation>
    </message>
</context>
<context>
    <name>FolderLine</name>
    <message>
        <source>Beside the recording</source>
        <translation>Neben der Aufnahme</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen…</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>Ordner wählen</translation>
    </message>
</context>
<context>
    <name>FollowPill</name>
    <message>
        <source>Following</source>
        <translation>Folgt dem Text</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Folgen</translation>
    </message>
    <message>
        <source>Follow the text</source>
        <translation>Dem Text folgen</translation>
    </message>
    <message>
        <source>The view keeps up by itself. Scroll, or press here, to read elsewhere.</source>
        <translation>Die Ansicht läuft von selbst mit. Scrollen oder hier klicken, um anderswo zu lesen.</translation>
    </message>
    <message>
        <source>Go back to where it goes on.</source>
        <translation>Zurück zu der Stelle, an der es weitergeht.</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>First steps</source>
        <translation>Erste Schritte</translation>
    </message>
    <message>
        <source>Drop a recording anywhere on the window: audio or video, one file or many, or a whole folder. Recognition starts at once, and the text appears line by line while it runs.</source>
        <translation>Legen Sie eine Aufnahme irgendwo im Fenster ab: Audio oder Video, eine Datei, viele oder einen ganzen Ordner. Die Erkennung beginnt sofort, und währenddessen erscheint der Text Zeile für Zeile.</translation>
    </message>
    <message>
        <source>You need not wait. Read, correct and play what is there already; work goes on, also after the program was closed and opened again.</source>
        <translation>Sie müssen nicht warten. Lesen, korrigieren und hören Sie, was schon da ist; die Arbeit geht weiter, auch nachdem das Programm geschlossen und wieder geöffnet wurde.</translation>
    </message>
    <message>
        <source>When you are content, choose File, Export and take the file you need, for example subtitles or a Word document.</source>
        <translation>Wenn Sie zufrieden sind, wählen Sie „Datei“, „Exportieren“ und die Datei, die Sie brauchen, zum Beispiel Untertitel oder ein Word-Dokument.</translation>
    </message>
    <message>
        <source>What new recordings are done with (language, model, filler words) is one click away: the options beside the Add button.</source>
        <translation>Womit neue Aufnahmen bearbeitet werden (Sprache, Modell, Füllwörter), ist einen Klick entfernt: die Optionen neben der Schaltfläche „Hinzufügen“.</translation>
    </message>
    <message>
        <source>Correct a transcript</source>
        <translation>Ein Transkript korrigieren</translation>
    </message>
    <message>
        <source>Double click a line, or press Enter on it, and type. Enter keeps the line, Esc leaves it as it was. Everything is saved as you go, and everything can be undone.</source>
        <translation>Doppelklicken Sie auf eine Zeile oder drücken Sie auf ihr die Eingabetaste und schreiben Sie. Die Eingabetaste übernimmt die Zeile, Esc lässt sie, wie sie war. Alles wird laufend gespeichert, und alles lässt sich rückgängig machen.</translation>
    </message>
    <message>
        <source>Split a line at the cursor, join it with a neighbour, or delete it from the Transcript menu. The words keep their times.</source>
        <translation>Im Menü „Transkript“ lässt sich eine Zeile am Cursor teilen, mit einer Nachbarzeile verbinden oder löschen. Die Wörter behalten ihre Zeiten.</translation>
    </message>
    <message>
        <source>Words the program doubts are shaded and underlined with dots. Go from one doubtful passage to the next, listen, and correct what is wrong.</source>
        <translation>Wörter, bei denen das Programm unsicher ist, sind schattiert und gepunktet unterstrichen. Gehen Sie von einer unsicheren Stelle zur nächsten, hören Sie hin und korrigieren Sie, was falsch ist.</translation>
    </message>
    <message>
        <source>Filler words (um, uh) can be shown, struck through or hidden. Nothing is lost: switch them on again whenever you like.</source>
        <translation>Füllwörter („äh“, „ähm“) lassen sich anzeigen, durchstreichen oder ausblenden. Nichts geht verloren: Sie können sie jederzeit wieder einschalten.</translation>
    </message>
    <message>
        <source>Times change in the waveform: drag the edge of a line to where it belongs.</source>
        <translation>Zeiten ändern Sie in der Wellenform: Ziehen Sie den Rand einer Zeile dorthin, wo er hingehört.</translation>
    </message>
    <message>
        <source>A translation stands beside the original, line by line, and either can be corrected. A line whose original changed is marked; have those lines translated again.</source>
        <translation>Eine Übersetzung steht Zeile für Zeile neben dem Original, und beide lassen sich korrigieren. Eine Zeile, deren Original sich geändert hat, ist markiert; lassen Sie solche Zeilen neu übersetzen.</translation>
    </message>
    <message>
        <source>Names and terms</source>
        <translation>Namen und Begriffe</translation>
    </message>
    <message>
        <source>Write down names and terms that your recordings hold: File, Vocabulary. Speech models listen for them; the starter model cannot. After = stands what is heard instead, and it is written as you wish everywhere: on the screen, in searches, translations and files.</source>
        <translation>Notieren Sie Namen und Begriffe, die in Ihren Aufnahmen vorkommen: Datei, Vokabular. Sprachmodelle hören darauf; das Startmodell kann es nicht. Nach = steht, was stattdessen gehört wird; geschrieben wird es überall, wie Sie es wünschen: am Bildschirm, in der Suche, in Übersetzungen und Dateien.</translation>
    </message>
    <message>
        <source>A finished transcript can be given another vocabulary from the Transcript menu. Its words change at once; nothing that was recognised is lost.</source>
        <translation>Einem fertigen Transkript lässt sich im Menü Transkript ein anderes Vokabular geben. Seine Wörter ändern sich sofort; nichts Erkanntes geht verloren.</translation>
    </message>
    <message>
        <source>Listen</source>
        <translation>Anhören</translation>
    </message>
    <message>
        <source>Click a word to play from it. The word that is heard is marked, and the text follows; scroll by hand and it waits until you call it back.</source>
        <translation>Klicken Sie auf ein Wort, um von dort abzuspielen. Das gerade gehörte Wort ist markiert, und der Text läuft mit; scrollen Sie von Hand, wartet er, bis Sie ihn zurückrufen.</translation>
    </message>
    <message>
        <source>Play slower to catch every word, or loop the line you are working on. The picture of a video can be folded away.</source>
        <translation>Spielen Sie langsamer ab, um jedes Wort zu verstehen, oder wiederholen Sie die Zeile, an der Sie arbeiten. Das Bild eines Videos lässt sich einklappen.</translation>
    </message>
    <message>
        <source>If the recording was moved, reading and correcting still work. Choose Job, Locate file and show where it is now.</source>
        <translation>Wurde die Aufnahme verschoben, gehen Lesen und Korrigieren weiterhin. Wählen Sie „Auftrag“, „Datei suchen“ und zeigen Sie, wo sie jetzt ist.</translation>
    </message>
    <message>
        <source>Find things</source>
        <translation>Dinge finden</translation>
    </message>
    <message>
        <source>The field at the top searches every transcript. Results are sentences, grouped by recording; open one and it plays from there.</source>
        <translation>Das Feld oben durchsucht alle Transkripte. Die Ergebnisse sind Sätze, nach Aufnahmen geordnet; öffnen Sie einen, wird von dort abgespielt.</translation>
    </message>
    <message>
        <source>Edit, Find searches the open transcript. Edit, Replace changes all places at once, in one step that can be undone.</source>
        <translation>„Bearbeiten“, „Suchen“ durchsucht das offene Transkript. „Bearbeiten“, „Ersetzen“ ändert alle Stellen auf einmal, in einem Schritt, der sich rückgängig machen lässt.</translation>
    </message>
    <message>
        <source>View, All commands finds any action by a few letters of its name.</source>
        <translation>„Ansicht“, „Alle Befehle“ findet jede Aktion über ein paar Buchstaben ihres Namens.</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>The preview shows the file as it will be written. Choose the original or a translation, one format or several, with or without filler words.</source>
        <translation>Die Vorschau zeigt die Datei, wie sie geschrieben wird. Wählen Sie das Original oder eine Übersetzung, ein Format oder mehrere, mit oder ohne Füllwörter.</translation>
    </message>
    <message>
        <source>Subtitles are laid out so that they can be read: whole phrases, not too fast, never over one another. The rules can be changed for one export, or for all under Settings, Subtitles.</source>
        <translation>Untertitel werden so gesetzt, dass man sie lesen kann: ganze Wendungen, nicht zu schnell, nie übereinander. Die Regeln lassen sich für einen Export ändern oder für alle unter „Einstellungen“, „Untertitel“.</translation>
    </message>
    <message>
        <source>Select several recordings and export them together into a folder. A file that is already there is kept; the new one gets a number.</source>
        <translation>Markieren Sie mehrere Aufnahmen und exportieren Sie sie zusammen in einen Ordner. Eine Datei, die es dort schon gibt, bleibt erhalten; die neue bekommt eine Nummer.</translation>
    </message>
    <message>
        <source>Settings, Export can write the files by itself as soon as a transcript is complete. A recording can also be dragged out of the list as a file.</source>
        <translation>„Einstellungen“, „Export“ kann die Dateien von selbst schreiben, sobald ein Transkript fertig ist. Eine Aufnahme lässt sich auch als Datei aus der Liste ziehen.</translation>
    </message>
    <message>
        <source>Speech models</source>
        <translation>Sprachmodelle</translation>
    </message>
    <message>
        <source>The model is what understands speech. The starter that comes with the program is only for trying out: it knows a small vocabulary, and real recordings become nonsense.</source>
        <translation>Das Modell versteht die Sprache. Das mitgelieferte Startmodell ist nur zum Ausprobieren: Es kennt einen kleinen Wortschatz, und aus echten Aufnahmen wird Unsinn.</translation>
    </message>
    <message>
        <source>Settings, Models lists what can be downloaded, with the size, the memory it needs and how fast it is about on this computer. Small ones are fast, large ones make fewer mistakes; the one that suits this computer best is marked.</source>
        <translation>„Einstellungen“, „Modelle“ zeigt, was sich laden lässt, mit Größe, Speicherbedarf und ungefährem Tempo auf diesem Computer. Kleine sind schnell, große machen weniger Fehler; das Modell, das am besten zu diesem Computer passt, ist gekennzeichnet.</translation>
    </message>
    <message>
        <source>A download can be paused and goes on where it was, also after a restart. Every file is checked before it is used. A model that is damaged later is repaired with one click.</source>
        <translation>Ein Download lässt sich anhalten und geht dort weiter, wo er war, auch nach einem Neustart. Jede Datei wird geprüft, bevor sie verwendet wird. Ein Modell, das später beschädigt ist, wird mit einem Klick repariert.</translation>
    </message>
    <message>
        <source>Without a connection, copy the folder of a Whisper model in CTranslate2 format from another computer (model.bin and a few small files) and add it there. Where only a mirror can be reached, the variable KOPIA_MODEL_ENDPOINT names it.</source>
        <translation>Ohne Verbindung kopieren Sie den Ordner eines Whisper-Modells im CTranslate2-Format von einem anderen Computer (model.bin und ein paar kleine Dateien) und fügen ihn dort hinzu. Wo nur ein Spiegelserver erreichbar ist, nennt ihn die Variable KOPIA_MODEL_ENDPOINT.</translation>
    </message>
    <message>
        <source>The network is used only to fetch what you ask for (a recording from a link that you add, a model that you download, the list of language packages), and to notify a program that asked for it through the API.</source>
        <translation>Das Netzwerk dient nur dazu, zu laden, worum Sie bitten (eine Aufnahme von einem Link, den Sie hinzufügen, ein Modell, das Sie laden, die Liste der Sprachpakete), und ein Programm zu benachrichtigen, das über die API darum bat.</translation>
    </message>
    <message>
        <source>A graphics card with CUDA is used when it really works; otherwise the processor does the work. The line at the bottom of the window says which, and why.</source>
        <translation>Eine Grafikkarte mit CUDA wird verwendet, wenn sie wirklich funktioniert; sonst macht der Prozessor die Arbeit. Die Zeile unten im Fenster sagt, was gilt und warum.</translation>
    </message>
    <message>
        <source>Translate</source>
        <translation>Übersetzen</translation>
    </message>
    <message>
        <source>The + beside a transcript&apos;s languages translates it. Type a name or a code, tick one language or several, and start. Lines keep their times, so that subtitles of a translation stay in step.</source>
        <translation>Das + neben den Sprachen eines Transkripts übersetzt es. Tippen Sie einen Namen oder ein Kürzel, haken Sie eine Sprache oder mehrere an und beginnen Sie. Die Zeilen behalten ihre Zeiten, damit Untertitel einer Übersetzung im Takt bleiben.</translation>
    </message>
    <message>
        <source>A language whose model is missing shows what would be downloaded. One click fetches it, and the translation begins by itself when it is here. Argos Translate has small packages for pairs of languages, MADLAD-400 is one large model for nearly all.</source>
        <translation>Eine Sprache, deren Modell fehlt, zeigt, was geladen würde. Ein Klick holt es, und die Übersetzung beginnt von selbst, sobald es da ist. Argos Translate hat kleine Pakete für Sprachenpaare, MADLAD-400 ist ein großes Modell für fast alle.</translation>
    </message>
    <message>
        <source>The starter packages for English, Spanish and German know a few hundred words. They show how translating works; a real package of the pair takes their place.</source>
        <translation>Die Startpakete für Englisch, Spanisch und Deutsch kennen ein paar Hundert Wörter. Sie zeigen, wie das Übersetzen funktioniert; ein echtes Paket des Paares tritt an ihre Stelle.</translation>
    </message>
    <message>
        <source>Where a language has two ways to address people, choose the formal or the informal one. After you corrected the original, the lines behind it are marked, and only those are translated again.</source>
        <translation>Wo eine Sprache zwei Anreden kennt, wählen Sie die förmliche oder die vertraute. Nachdem Sie das Original korrigiert haben, sind die veralteten Zeilen markiert, und nur diese werden neu übersetzt.</translation>
    </message>
    <message>
        <source>Use it from other programs</source>
        <translation>Aus anderen Programmen verwenden</translation>
    </message>
    <message>
        <source>Other programs of this computer can send recordings and fetch transcripts through a REST API. It listens on this computer only, and asks for a key.</source>
        <translation>Andere Programme dieses Computers können über eine REST-API Aufnahmen senden und Transkripte abholen. Sie ist nur auf diesem Computer erreichbar und verlangt einen Schlüssel.</translation>
    </message>
    <message>
        <source>Settings, API shows the address and the key, with a line to try in a terminal. The whole reference is the page /docs at that address.</source>
        <translation>„Einstellungen“, „API“ zeigt Adresse und Schlüssel, dazu eine Zeile zum Ausprobieren im Terminal. Die ganze Referenz ist die Seite /docs unter dieser Adresse.</translation>
    </message>
    <message>
        <source>If someone has the key who should not, make a new one. The old one is worth nothing from that moment.</source>
        <translation>Hat jemand den Schlüssel, der ihn nicht haben sollte, erstellen Sie einen neuen. Der alte ist von da an wertlos.</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>Datenschutz</translation>
    </message>
    <message>
        <source>Recordings, transcripts and translations never leave this computer. No account, no statistics, no check for updates.</source>
        <translation>Aufnahmen, Transkripte und Übersetzungen verlassen diesen Computer nie. Kein Konto, keine Statistik, keine Suche nach Updates.</translation>
    </message>
    <message>
        <source>What you delete is gone: its text is overwritten in the database, and files that the program received are removed. Your own recordings are never touched.</source>
        <translation>Was Sie löschen, ist weg: Der Text wird in der Datenbank überschrieben, und Dateien, die das Programm empfangen hat, werden entfernt. Ihre eigenen Aufnahmen bleiben unberührt.</translation>
    </message>
    <message>
        <source>When something is wrong</source>
        <translation>Wenn etwas nicht stimmt</translation>
    </message>
    <message>
        <source>An error stands where it happened, in a sentence with a button that helps. A job that failed can be run again; it goes on where it stopped.</source>
        <translation>Ein Fehler steht dort, wo er auftrat, in einem Satz mit einer Schaltfläche, die hilft. Ein fehlgeschlagener Auftrag lässt sich erneut ausführen; er macht dort weiter, wo er aufhörte.</translation>
    </message>
    <message>
        <source>The text is nonsense: look at the model. The starter understands very little; and check the language if it was set by hand.</source>
        <translation>Der Text ist Unsinn: Sehen Sie nach dem Modell. Das Startmodell versteht sehr wenig; und prüfen Sie die Sprache, falls sie von Hand gewählt wurde.</translation>
    </message>
    <message>
        <source>It is slow: choose a smaller model, lower the thoroughness under Settings, Transcription, or close other programs that need much memory.</source>
        <translation>Es ist langsam: Wählen Sie ein kleineres Modell, verringern Sie die Gründlichkeit unter „Einstellungen“, „Transkription“ oder schließen Sie andere Programme, die viel Speicher brauchen.</translation>
    </message>
    <message>
        <source>There is no sound: the system may lack what is needed to play this kind of file. Recognition does not depend on it.</source>
        <translation>Es ist kein Ton zu hören: Dem System fehlt vielleicht, was zum Abspielen solcher Dateien nötig ist. Die Erkennung hängt davon nicht ab.</translation>
    </message>
    <message>
        <source>The disk is full: work waits and goes on by itself when there is room. Settings, Storage shows what can go.</source>
        <translation>Der Datenträger ist voll: Die Arbeit wartet und geht von selbst weiter, wenn Platz ist. „Einstellungen“, „Speicherplatz“ zeigt, was weg kann.</translation>
    </message>
    <message>
        <source>Still stuck: Help, Copy report puts on the clipboard how the program is, without any text, name or key in it. Send it along when you ask for help.</source>
        <translation>Noch immer ratlos: „Hilfe“, „Bericht kopieren“ legt in die Zwischenablage, wie es dem Programm geht, ohne Text, Namen oder Schlüssel. Schicken Sie ihn mit, wenn Sie um Hilfe bitten.</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
</context>
<context>
    <name>HelpWindow</name>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Search the help</source>
        <translation>Hilfe durchsuchen</translation>
    </message>
    <message>
        <source>The help does not speak of that.</source>
        <translation>Davon ist in der Hilfe nicht die Rede.</translation>
    </message>
    <message>
        <source>Help text</source>
        <translation>Hilfetext</translation>
    </message>
</context>
<context>
    <name>HitsView</name>
    <message>
        <source>Sentences found</source>
        <translation>Gefundene Sätze</translation>
    </message>
</context>
<context>
    <name>JobFacts</name>
    <message>
        <source>paused</source>
        <translation>pausiert</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>fetching</source>
        <translation>wird geladen</translation>
    </message>
</context>
<context>
    <name>JobMenu</name>
    <message>
        <source>&amp;Open</source>
        <translation>Ö&amp;ffnen</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pausieren</translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation>F&amp;ortsetzen</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Stoppen</translation>
    </message>
    <message>
        <source>&amp;Run again</source>
        <translation>&amp;Erneut ausführen</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>E&amp;xportieren…</translation>
    </message>
    <message>
        <source>Copy as &amp;text</source>
        <translation>Als &amp;Text kopieren</translation>
    </message>
    <message>
        <source>Show &amp;file in folder</source>
        <translation>Datei im Ordner an&amp;zeigen</translation>
    </message>
    <message>
        <source>&amp;Locate file…</source>
        <translation>&amp;Datei suchen…</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Löschen</translation>
    </message>
</context>
<context>
    <name>JobVocabularyDialog</name>
    <message>
        <source>Vocabulary of this transcript</source>
        <translation>Vokabular dieses Transkripts</translation>
    </message>
    <message>
        <source>Take the terms from</source>
        <translation>Begriffe übernehmen aus</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
    <message>
        <source>&amp;Take the terms from</source>
        <translation>&amp;Begriffe übernehmen aus</translation>
    </message>
    <message>
        <source>Spelling changes at once and can be changed back; nothing that was recognised is lost. Terms are listened for when a recording is transcribed.</source>
        <translation>Die Schreibweise ändert sich sofort und lässt sich zurücknehmen; nichts Erkanntes geht verloren. Auf Begriffe gehört wird, wenn eine Aufnahme transkribiert wird.</translation>
    </message>
    <message>
        <source>This transcript</source>
        <translation>Diesem Transkript</translation>
    </message>
</context>
<context>
    <name>Jobs</name>
    <message>
        <source>Deleting in a moment</source>
        <translation>Wird gleich gelöscht</translation>
    </message>
    <message>
        <source>Deleting</source>
        <translation>Wird gelöscht</translation>
    </message>
    <message>
        <source>no speech</source>
        <translation>keine Sprache</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pausiert</translation>
    </message>
    <message>
        <source>Fetching from {host}</source>
        <translation>Wird von {host} geladen</translation>
    </message>
    <message>
        <source>Waiting for its upload</source>
        <translation>Wartet auf den Upload</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>gestoppt</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>pausiert</translation>
    </message>
    <message>
        <source>waiting for its recording</source>
        <translation>wartet auf die Aufnahme</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>being transcribed</source>
        <translation>wird transkribiert</translation>
    </message>
    <message>
        <source>completed</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n Stunde</numerusform>
            <numerusform>%n Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n Minute</numerusform>
            <numerusform>%n Minuten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n Sekunde</numerusform>
            <numerusform>%n Sekunden</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Gestoppt</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Beginnt</translation>
    </message>
</context>
<context>
    <name>JobsPanel</name>
    <message>
        <source>No recordings yet.</source>
        <translation>Noch keine Aufnahmen.</translation>
    </message>
    <message>
        <source>Nothing is running.</source>
        <translation>Nichts in Arbeit.</translation>
    </message>
    <message>
        <source>Nothing is done yet.</source>
        <translation>Noch nichts fertig.</translation>
    </message>
    <message>
        <source>Nothing has failed.</source>
        <translation>Nichts ist fehlgeschlagen.</translation>
    </message>
    <message>
        <source>The folder of this recording is not there.</source>
        <translation>Der Ordner dieser Aufnahme ist nicht da.</translation>
    </message>
</context>
<context>
    <name>JobsView</name>
    <message>
        <source>Recordings</source>
        <translation>Aufnahmen</translation>
    </message>
</context>
<context>
    <name>Languages</name>
    <message>
        <source>English</source>
        <translation>Englisch</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>Afrikaans</source>
        <translation>Afrikaans</translation>
    </message>
    <message>
        <source>Albanian</source>
        <translation>Albanisch</translation>
    </message>
    <message>
        <source>Amharic</source>
        <translation>Amharisch</translation>
    </message>
    <message>
        <source>Arabic</source>
        <translation>Arabisch</translation>
    </message>
    <message>
        <source>Armenian</source>
        <translation>Armenisch</translation>
    </message>
    <message>
        <source>Assamese</source>
        <translation>Assamesisch</translation>
    </message>
    <message>
        <source>Australian English</source>
        <translation>Englisch (Australien)</translation>
    </message>
    <message>
        <source>Auto-detect</source>
        <translation>Automatisch erkennen</translation>
    </message>
    <message>
        <source>Azerbaijani</source>
        <translation>Aserbaidschanisch</translation>
    </message>
    <message>
        <source>Azerbaijani (Latin)</source>
        <translation>Aserbaidschanisch (lateinisch)</translation>
    </message>
    <message>
        <source>Bangla</source>
        <translation>Bengalisch</translation>
    </message>
    <message>
        <source>Bashkir</source>
        <translation>Baschkirisch</translation>
    </message>
    <message>
        <source>Basque</source>
        <translation>Baskisch</translation>
    </message>
    <message>
        <source>Belarusian</source>
        <translation>Belarussisch</translation>
    </message>
    <message>
        <source>Bengali</source>
        <translation>Bengalisch</translation>
    </message>
    <message>
        <source>Bhojpuri</source>
        <translation>Bhodschpuri</translation>
    </message>
    <message>
        <source>Bodo</source>
        <translation>Bodo</translation>
    </message>
    <message>
        <source>Bosnian</source>
        <translation>Bosnisch</translation>
    </message>
    <message>
        <source>Bosnian (Latin)</source>
        <translation>Bosnisch (lateinisch)</translation>
    </message>
    <message>
        <source>Breton</source>
        <translation>Bretonisch</translation>
    </message>
    <message>
        <source>British English</source>
        <translation>Englisch (Großbritannien)</translation>
    </message>
    <message>
        <source>Bulgarian</source>
        <translation>Bulgarisch</translation>
    </message>
    <message>
        <source>Burmese</source>
        <translation>Birmanisch</translation>
    </message>
    <message>
        <source>Cantonese (Traditional)</source>
        <translation>Kantonesisch (traditionell)</translation>
    </message>
    <message>
        <source>Catalan</source>
        <translation>Katalanisch</translation>
    </message>
    <message>
        <source>Chhattisgarhi</source>
        <translation>Chhattisgarhi</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>Chinesisch</translation>
    </message>
    <message>
        <source>Chinese (Literary)</source>
        <translation>Klassisches Chinesisch</translation>
    </message>
    <message>
        <source>Chinese Simplified</source>
        <translation>Chinesisch (vereinfacht)</translation>
    </message>
    <message>
        <source>Chinese Traditional</source>
        <translation>Chinesisch (traditionell)</translation>
    </message>
    <message>
        <source>Croatian</source>
        <translation>Kroatisch</translation>
    </message>
    <message>
        <source>Czech</source>
        <translation>Tschechisch</translation>
    </message>
    <message>
        <source>Danish</source>
        <translation>Dänisch</translation>
    </message>
    <message>
        <source>Dari</source>
        <translation>Dari</translation>
    </message>
    <message>
        <source>Divehi</source>
        <translation>Dhivehi</translation>
    </message>
    <message>
        <source>Dogri</source>
        <translation>Dogri</translation>
    </message>
    <message>
        <source>Dutch</source>
        <translation>Niederländisch</translation>
    </message>
    <message>
        <source>Estonian</source>
        <translation>Estnisch</translation>
    </message>
    <message>
        <source>Faroese</source>
        <translation>Färöisch</translation>
    </message>
    <message>
        <source>Fijian</source>
        <translation>Fidschi</translation>
    </message>
    <message>
        <source>Filipino</source>
        <translation>Filipino</translation>
    </message>
    <message>
        <source>Finnish</source>
        <translation>Finnisch</translation>
    </message>
    <message>
        <source>French</source>
        <translation>Französisch</translation>
    </message>
    <message>
        <source>French (Canada)</source>
        <translation>Französisch (Kanada)</translation>
    </message>
    <message>
        <source>Galician</source>
        <translation>Galicisch</translation>
    </message>
    <message>
        <source>Georgian</source>
        <translation>Georgisch</translation>
    </message>
    <message>
        <source>German</source>
        <translation>Deutsch</translation>
    </message>
    <message>
        <source>Global English</source>
        <translation>Englisch (weltweit)</translation>
    </message>
    <message>
        <source>Greek</source>
        <translation>Griechisch</translation>
    </message>
    <message>
        <source>Gujarati</source>
        <translation>Gujarati</translation>
    </message>
    <message>
        <source>Haitian</source>
        <translation>Haiti-Kreolisch</translation>
    </message>
    <message>
        <source>Haitian Creole</source>
        <translation>Haiti-Kreolisch</translation>
    </message>
    <message>
        <source>Hausa</source>
        <translation>Haussa</translation>
    </message>
    <message>
        <source>Hawaiian</source>
        <translation>Hawaiisch</translation>
    </message>
    <message>
        <source>Hebrew</source>
        <translation>Hebräisch</translation>
    </message>
    <message>
        <source>Hindi</source>
        <translation>Hindi</translation>
    </message>
    <message>
        <source>Hmong Daw (Latin)</source>
        <translation>Hmong Daw (lateinisch)</translation>
    </message>
    <message>
        <source>Hungarian</source>
        <translation>Ungarisch</translation>
    </message>
    <message>
        <source>Icelandic</source>
        <translation>Isländisch</translation>
    </message>
    <message>
        <source>Igbo</source>
        <translation>Igbo</translation>
    </message>
    <message>
        <source>Indonesian</source>
        <translation>Indonesisch</translation>
    </message>
    <message>
        <source>Inuinnaqtun</source>
        <translation>Inuinnaqtun</translation>
    </message>
    <message>
        <source>Inuktitut</source>
        <translation>Inuktitut</translation>
    </message>
    <message>
        <source>Inuktitut (Latin)</source>
        <translation>Inuktitut (lateinisch)</translation>
    </message>
    <message>
        <source>Irish</source>
        <translation>Irisch</translation>
    </message>
    <message>
        <source>Italian</source>
        <translation>Italienisch</translation>
    </message>
    <message>
        <source>Japanese</source>
        <translation>Japanisch</translation>
    </message>
    <message>
        <source>Javanese</source>
        <translation>Javanisch</translation>
    </message>
    <message>
        <source>Kannada</source>
        <translation>Kannada</translation>
    </message>
    <message>
        <source>Kashmiri</source>
        <translation>Kaschmiri</translation>
    </message>
    <message>
        <source>Kazakh</source>
        <translation>Kasachisch</translation>
    </message>
    <message>
        <source>Khmer</source>
        <translation>Khmer</translation>
    </message>
    <message>
        <source>Kinyarwanda</source>
        <translation>Kinyarwanda</translation>
    </message>
    <message>
        <source>Klingon</source>
        <translation>Klingonisch</translation>
    </message>
    <message>
        <source>Klingon (plqaD)</source>
        <translation>Klingonisch (pIqaD)</translation>
    </message>
    <message>
        <source>Konkani</source>
        <translation>Konkani</translation>
    </message>
    <message>
        <source>Korean</source>
        <translation>Koreanisch</translation>
    </message>
    <message>
        <source>Kurdish (Central)</source>
        <translation>Zentralkurdisch</translation>
    </message>
    <message>
        <source>Kurdish (Northern)</source>
        <translation>Nordkurdisch</translation>
    </message>
    <message>
        <source>Kyrgyz (Cyrillic)</source>
        <translation>Kirgisisch (kyrillisch)</translation>
    </message>
    <message>
        <source>Lao</source>
        <translation>Laotisch</translation>
    </message>
    <message>
        <source>Latin</source>
        <translation>Latein</translation>
    </message>
    <message>
        <source>Latvian</source>
        <translation>Lettisch</translation>
    </message>
    <message>
        <source>Lingala</source>
        <translation>Lingala</translation>
    </message>
    <message>
        <source>Lithuanian</source>
        <translation>Litauisch</translation>
    </message>
    <message>
        <source>Lower Sorbian</source>
        <translation>Niedersorbisch</translation>
    </message>
    <message>
        <source>Luganda</source>
        <translation>Ganda</translation>
    </message>
    <message>
        <source>Luxembourgish</source>
        <translation>Luxemburgisch</translation>
    </message>
    <message>
        <source>Macedonian</source>
        <translation>Mazedonisch</translation>
    </message>
    <message>
        <source>Maithili</source>
        <translation>Maithili</translation>
    </message>
    <message>
        <source>Malagasy</source>
        <translation>Malagasy</translation>
    </message>
    <message>
        <source>Malay</source>
        <translation>Malaiisch</translation>
    </message>
    <message>
        <source>Malay (Latin)</source>
        <translation>Malaiisch (lateinisch)</translation>
    </message>
    <message>
        <source>Malayalam</source>
        <translation>Malayalam</translation>
    </message>
    <message>
        <source>Maltese</source>
        <translation>Maltesisch</translation>
    </message>
    <message>
        <source>Manipuri</source>
        <translation>Meithei</translation>
    </message>
    <message>
        <source>Maori</source>
        <translation>Māori</translation>
    </message>
    <message>
        <source>Marathi</source>
        <translation>Marathi</translation>
    </message>
    <message>
        <source>Mongolian</source>
        <translation>Mongolisch</translation>
    </message>
    <message>
        <source>Mongolian (Cyrillic)</source>
        <translation>Mongolisch (kyrillisch)</translation>
    </message>
    <message>
        <source>Mongolian (Traditional)</source>
        <translation>Mongolisch (traditionell)</translation>
    </message>
    <message>
        <source>Myanmar</source>
        <translation>Birmanisch</translation>
    </message>
    <message>
        <source>Nepali</source>
        <translation>Nepalesisch</translation>
    </message>
    <message>
        <source>Norwegian</source>
        <translation>Norwegisch</translation>
    </message>
    <message>
        <source>Norwegian Bokmål</source>
        <translation>Norwegisch (Bokmål)</translation>
    </message>
    <message>
        <source>Norwegian Nynorsk</source>
        <translation>Norwegisch (Nynorsk)</translation>
    </message>
    <message>
        <source>Nyanja</source>
        <translation>Nyanja</translation>
    </message>
    <message>
        <source>Occitan</source>
        <translation>Okzitanisch</translation>
    </message>
    <message>
        <source>Odia</source>
        <translation>Oriya</translation>
    </message>
    <message>
        <source>Panjabi</source>
        <translation>Punjabi</translation>
    </message>
    <message>
        <source>Pashto</source>
        <translation>Paschtu</translation>
    </message>
    <message>
        <source>Persian</source>
        <translation>Persisch</translation>
    </message>
    <message>
        <source>Polish</source>
        <translation>Polnisch</translation>
    </message>
    <message>
        <source>Portuguese</source>
        <translation>Portugiesisch</translation>
    </message>
    <message>
        <source>Portuguese (Brazil)</source>
        <translation>Portugiesisch (Brasilien)</translation>
    </message>
    <message>
        <source>Portuguese (Portugal)</source>
        <translation>Portugiesisch (Portugal)</translation>
    </message>
    <message>
        <source>Punjabi</source>
        <translation>Punjabi</translation>
    </message>
    <message>
        <source>Queretaro Otomi</source>
        <translation>Querétaro-Otomi</translation>
    </message>
    <message>
        <source>Romanian</source>
        <translation>Rumänisch</translation>
    </message>
    <message>
        <source>Rundi</source>
        <translation>Rundi</translation>
    </message>
    <message>
        <source>Russian</source>
        <translation>Russisch</translation>
    </message>
    <message>
        <source>Samoan (Latin)</source>
        <translation>Samoanisch (lateinisch)</translation>
    </message>
    <message>
        <source>Sanskrit</source>
        <translation>Sanskrit</translation>
    </message>
    <message>
        <source>Serbian</source>
        <translation>Serbisch</translation>
    </message>
    <message>
        <source>Serbian (Cyrillic)</source>
        <translation>Serbisch (kyrillisch)</translation>
    </message>
    <message>
        <source>Serbian (Latin)</source>
        <translation>Serbisch (lateinisch)</translation>
    </message>
    <message>
        <source>Sesotho</source>
        <translation>Süd-Sotho</translation>
    </message>
    <message>
        <source>Sesotho sa Leboa</source>
        <translation>Nord-Sotho</translation>
    </message>
    <message>
        <source>Setswana</source>
        <translation>Tswana</translation>
    </message>
    <message>
        <source>Shona</source>
        <translation>Shona</translation>
    </message>
    <message>
        <source>Sindhi</source>
        <translation>Sindhi</translation>
    </message>
    <message>
        <source>Sinhala</source>
        <translation>Singhalesisch</translation>
    </message>
    <message>
        <source>Slovak</source>
        <translation>Slowakisch</translation>
    </message>
    <message>
        <source>Slovenian</source>
        <translation>Slowenisch</translation>
    </message>
    <message>
        <source>Somali</source>
        <translation>Somali</translation>
    </message>
    <message>
        <source>Somali (Arabic)</source>
        <translation>Somali (arabisch)</translation>
    </message>
    <message>
        <source>Spanish</source>
        <translation>Spanisch</translation>
    </message>
    <message>
        <source>Sundanese</source>
        <translation>Sundanesisch</translation>
    </message>
    <message>
        <source>Swahili</source>
        <translation>Suaheli</translation>
    </message>
    <message>
        <source>Swahili (Latin)</source>
        <translation>Suaheli (lateinisch)</translation>
    </message>
    <message>
        <source>Swedish</source>
        <translation>Schwedisch</translation>
    </message>
    <message>
        <source>Tagalog</source>
        <translation>Tagalog</translation>
    </message>
    <message>
        <source>Tahitian</source>
        <translation>Tahitisch</translation>
    </message>
    <message>
        <source>Tajik</source>
        <translation>Tadschikisch</translation>
    </message>
    <message>
        <source>Tamil</source>
        <translation>Tamil</translation>
    </message>
    <message>
        <source>Tatar</source>
        <translation>Tatarisch</translation>
    </message>
    <message>
        <source>Tatar (Latin)</source>
        <translation>Tatarisch (lateinisch)</translation>
    </message>
    <message>
        <source>Telugu</source>
        <translation>Telugu</translation>
    </message>
    <message>
        <source>Thai</source>
        <translation>Thailändisch</translation>
    </message>
    <message>
        <source>Tibetan</source>
        <translation>Tibetisch</translation>
    </message>
    <message>
        <source>Tigrinya</source>
        <translation>Tigrinya</translation>
    </message>
    <message>
        <source>Tongan</source>
        <translation>Tongaisch</translation>
    </message>
    <message>
        <source>Turkish</source>
        <translation>Türkisch</translation>
    </message>
    <message>
        <source>Turkmen</source>
        <translation>Turkmenisch</translation>
    </message>
    <message>
        <source>Turkmen (Latin)</source>
        <translation>Turkmenisch (lateinisch)</translation>
    </message>
    <message>
        <source>US English</source>
        <translation>Englisch (USA)</translation>
    </message>
    <message>
        <source>Ukrainian</source>
        <translation>Ukrainisch</translation>
    </message>
    <message>
        <source>Upper Sorbian</source>
        <translation>Obersorbisch</translation>
    </message>
    <message>
        <source>Urdu</source>
        <translation>Urdu</translation>
    </message>
    <message>
        <source>Uyghur (Arabic)</source>
        <translation>Uigurisch (arabisch)</translation>
    </message>
    <message>
        <source>Uzbek</source>
        <translation>Usbekisch</translation>
    </message>
    <message>
        <source>Uzbek (Latin)</source>
        <translation>Usbekisch (lateinisch)</translation>
    </message>
    <message>
        <source>Vietnamese</source>
        <translation>Vietnamesisch</translation>
    </message>
    <message>
        <source>Welsh</source>
        <translation>Walisisch</translation>
    </message>
    <message>
        <source>Xhosa</source>
        <translation>Xhosa</translation>
    </message>
    <message>
        <source>Yiddish</source>
        <translation>Jiddisch</translation>
    </message>
    <message>
        <source>Yoruba</source>
        <translation>Yoruba</translation>
    </message>
    <message>
        <source>Yucatec Maya</source>
        <translation>Yukatekisches Maya</translation>
    </message>
    <message>
        <source>Zulu</source>
        <translation>Zulu</translation>
    </message>
    <message>
        <source>chiShona</source>
        <translation>Shona</translation>
    </message>
</context>
<context>
    <name>LanguagesDialog</name>
    <message>
        <source>Add languages</source>
        <translation>Sprachen hinzufügen</translation>
    </message>
    <message>
        <source>Language of the recordings</source>
        <translation>Sprache der Aufnahmen</translation>
    </message>
    <message>
        <source>{languages}: ready as soon as the download is here.</source>
        <translation>{languages}: bereit, sobald der Download da ist.</translation>
    </message>
    <message>
        <source>Install</source>
        <translation>Installieren</translation>
    </message>
    <message>
        <source>Recordings in this language</source>
        <translation>Aufnahmen in dieser Sprache</translation>
    </message>
    <message>
        <source>can be translated into:</source>
        <translation>lassen sich übersetzen nach:</translation>
    </message>
    <message>
        <source>Download {size}</source>
        <translation>{size} laden</translation>
    </message>
</context>
<context>
    <name>LanguagesShown</name>
    <message>
        <source>Show a translation first.</source>
        <translation>Zuerst eine Übersetzung anzeigen.</translation>
    </message>
    <message>
        <source>The changed lines are being translated.</source>
        <translation>Die geänderten Zeilen werden übersetzt.</translation>
    </message>
</context>
<context>
    <name>LicencesDialog</name>
    <message>
        <source>Licences</source>
        <translation>Lizenzen</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Wird nachgesehen…</translation>
    </message>
    <message>
        <source>Libraries</source>
        <translation>Bibliotheken</translation>
    </message>
    <message>
        <source>Text of the licence</source>
        <translation>Text der Lizenz</translation>
    </message>
    <message>
        <source>Kopia Desktop is made with the work of many. Thank you.</source>
        <translation>In Kopia Desktop steckt die Arbeit vieler. Danke.</translation>
    </message>
    <message>
        <source>It does not name its licence.</source>
        <translation>Sie nennt ihre Lizenz nicht.</translation>
    </message>
    <message>
        <source>No text came with it; its licence is well known by that name.</source>
        <translation>Ein Text lag nicht bei; die Lizenz ist unter diesem Namen bekannt.</translation>
    </message>
</context>
<context>
    <name>LineDeeds</name>
    <message>
        <source>Put the cursor where the line is to be split.</source>
        <translation>Den Cursor dorthin setzen, wo die Zeile geteilt werden soll.</translation>
    </message>
    <message>
        <source>There is no line to join with.</source>
        <translation>Es gibt keine Zeile zum Verbinden.</translation>
    </message>
    <message>
        <source>Choose lines that follow each other.</source>
        <translation>Aufeinanderfolgende Zeilen wählen.</translation>
    </message>
    <message>
        <source>Nothing is doubtful here.</source>
        <translation>Hier ist nichts unsicher.</translation>
    </message>
    <message>
        <source>Went on from the beginning.</source>
        <translation>Am Anfang fortgesetzt.</translation>
    </message>
    <message>
        <source>Went on from the end.</source>
        <translation>Am Ende fortgesetzt.</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) copied.</source>
        <translation>
            <numerusform>%n Zeile kopiert.</numerusform>
            <numerusform>%n Zeilen kopiert.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LogWindow</name>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Warnings and errors</source>
        <translation>Warnungen und Fehler</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>The file begins earlier; this is its end.</source>
        <translation>Die Datei beginnt früher; dies ist ihr Ende.</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Aktualisieren</translation>
    </message>
    <message>
        <source>Copy a report without text, names or key</source>
        <translation>Einen Bericht ohne Text, Namen und Schlüssel kopieren</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>Bericht kopieren</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Programmkern</translation>
    </message>
    <message>
        <source>Recognition</source>
        <translation>Erkennung</translation>
    </message>
    <message>
        <source>Requests of the API</source>
        <translation>Anfragen an die API</translation>
    </message>
    <message>
        <source>The report says how the program is; no text, name or key is in it.</source>
        <translation>Der Bericht sagt, wie es dem Programm geht; Text, Namen und Schlüssel stehen nicht darin.</translation>
    </message>
    <message>
        <source>Nothing of that kind was logged.</source>
        <translation>Nichts dergleichen wurde protokolliert.</translation>
    </message>
</context>
<context>
    <name>ModelRow</name>
    <message>
        <source>Files of it are missing or damaged, so it cannot be used.</source>
        <translation>Dateien davon fehlen oder sind beschädigt, darum ist es nicht verwendbar.</translation>
    </message>
    <message>
        <source>Remove it? What waits for it will need another one.</source>
        <translation>Entfernen? Was darauf wartet, braucht dann ein anderes.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Download {size}</source>
        <translation>{size} laden</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Entfernen…</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>Reparieren</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Verwenden</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Give up</source>
        <translation>Aufgeben</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
</context>
<context>
    <name>ModelTable</name>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Download</translation>
    </message>
    <message>
        <source>{name}, recommended</source>
        <translation>{name}, empfohlen</translation>
    </message>
</context>
<context>
    <name>Models</name>
    <message>
        <source>Starter model</source>
        <translation>Startmodell</translation>
    </message>
    <message>
        <source>Starter (for trying out)</source>
        <translation>Startmodell (zum Ausprobieren)</translation>
    </message>
    <message>
        <source>{name} (not installed)</source>
        <translation>{name} (nicht installiert)</translation>
    </message>
    <message numerus="yes">
        <source>%n language(s)</source>
        <translation>
            <numerusform>%n Sprache</numerusform>
            <numerusform>%n Sprachen</numerusform>
        </translation>
    </message>
    <message>
        <source>used for new recordings</source>
        <translation>für neue Aufnahmen verwendet</translation>
    </message>
    <message>
        <source>recommended for this computer</source>
        <translation>für diesen Computer empfohlen</translation>
    </message>
    <message>
        <source>English only</source>
        <translation>nur Englisch</translation>
    </message>
    <message>
        <source>{size} of memory</source>
        <translation>{size} Arbeitsspeicher</translation>
    </message>
    <message>
        <source>all languages with one model, slower</source>
        <translation>alle Sprachen mit einem Modell, langsamer</translation>
    </message>
    <message>
        <source>starter package, for trying out</source>
        <translation>Startpaket, zum Ausprobieren</translation>
    </message>
    <message>
        <source>installed by Argos Translate, used here too</source>
        <translation>von Argos Translate installiert, hier mitbenutzt</translation>
    </message>
    <message>
        <source>{name} (starter)</source>
        <translation>{name} (Startpaket)</translation>
    </message>
    <message>
        <source>{memory}, tight</source>
        <translation>{memory}, knapp</translation>
    </message>
    <message>
        <source>{memory}, too large</source>
        <translation>{memory}, zu groß</translation>
    </message>
    <message>
        <source>about {speed} as fast as it plays</source>
        <translation>etwa {speed} so schnell wie die Wiedergabe</translation>
    </message>
    <message>
        <source>about {speed}</source>
        <translation>etwa {speed}</translation>
    </message>
</context>
<context>
    <name>ModelsPage</name>
    <message>
        <source>Speech models</source>
        <translation>Sprachmodelle</translation>
    </message>
    <message>
        <source>Show all sizes and kinds</source>
        <translation>Alle Größen und Arten zeigen</translation>
    </message>
    <message>
        <source>Add a model folder…</source>
        <translation>Modellordner hinzufügen…</translation>
    </message>
    <message>
        <source>Translation</source>
        <translation>Übersetzung</translation>
    </message>
    <message>
        <source>Add languages…</source>
        <translation>Sprachen hinzufügen…</translation>
    </message>
    <message>
        <source>Add a package file…</source>
        <translation>Paketdatei hinzufügen…</translation>
    </message>
    <message>
        <source>Without a connection: copy the folder of a Whisper model in CTranslate2 format, or an .argosmodel file, from another computer and add it here. A mirror of the model server is used when KOPIA_MODEL_ENDPOINT names it.</source>
        <translation>Ohne Verbindung: Kopieren Sie den Ordner eines Whisper-Modells im CTranslate2-Format oder eine .argosmodel-Datei von einem anderen Computer und fügen Sie sie hier hinzu. Ein Spiegel des Modellservers wird benutzt, wenn KOPIA_MODEL_ENDPOINT ihn nennt.</translation>
    </message>
    <message>
        <source>Models are downloaded once and work without a connection from then on. {size} are free on this disk.</source>
        <translation>Modelle werden einmal geladen und arbeiten dann ohne Verbindung. Auf diesem Datenträger sind {size} frei.</translation>
    </message>
    <message>
        <source>Choose the folder of a model</source>
        <translation>Ordner eines Modells wählen</translation>
    </message>
    <message>
        <source>Translation packages</source>
        <translation>Übersetzungspakete</translation>
    </message>
    <message>
        <source>Choose a package</source>
        <translation>Ein Paket wählen</translation>
    </message>
</context>
<context>
    <name>NotTakenDialog</name>
    <message>
        <source>Not taken</source>
        <translation>Nicht übernommen</translation>
    </message>
    <message>
        <source>What was not taken, and why</source>
        <translation>Was nicht übernommen wurde und warum</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>Alles kopieren</translation>
    </message>
    <message numerus="yes">
        <source>%n more file(s) of other kinds.</source>
        <translation>
            <numerusform>%n weitere Datei anderer Art.</numerusform>
            <numerusform>%n weitere Dateien anderer Art.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hidden file(s) or folder(s) were passed by.</source>
        <translation>
            <numerusform>%n verborgenes Element wurde übergangen.</numerusform>
            <numerusform>%n verborgene Dateien oder Ordner wurden übergangen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n folder(s) lie too deep inside others.</source>
        <translation>
            <numerusform>%n Ordner liegt zu tief in anderen.</numerusform>
            <numerusform>%n Ordner liegen zu tief in anderen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NotTakenModel</name>
    <message>
        <source>Not an audio or video file; left out.</source>
        <translation>Keine Audio- oder Videodatei; ausgelassen.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Grund</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Dismiss</source>
        <translation>Ausblenden</translation>
    </message>
</context>
<context>
    <name>Options</name>
    <message>
        <source>fillers off</source>
        <translation>ohne Füllwörter</translation>
    </message>
    <message>
        <source>fillers kept</source>
        <translation>mit Füllwörtern</translation>
    </message>
</context>
<context>
    <name>OptionsButton</name>
    <message>
        <source>Options for new recordings: {options}</source>
        <translation>Optionen für neue Aufnahmen: {options}</translation>
    </message>
</context>
<context>
    <name>OptionsForm</name>
    <message>
        <source>Spoken language</source>
        <translation>Gesprochene Sprache</translation>
    </message>
    <message>
        <source>Speech model</source>
        <translation>Sprachmodell</translation>
    </message>
    <message>
        <source>The starter model knows synthetic voices and a few hundred words only. On a real recording its text is nonsense.</source>
        <translation>Das Startmodell kennt nur synthetische Stimmen und ein paar Hundert Wörter. Bei einer echten Aufnahme liefert es Unsinn.</translation>
    </message>
    <message>
        <source>Get a speech model…</source>
        <translation>Ein Sprachmodell laden…</translation>
    </message>
    <message>
        <source>Leave out filler words</source>
        <translation>Füllwörter weglassen</translation>
    </message>
    <message>
        <source>Um, uh and the like; they can be shown again any time.</source>
        <translation>„Äh“, „ähm“ und Ähnliches; sie lassen sich jederzeit wieder anzeigen.</translation>
    </message>
    <message>
        <source>Vocabulary</source>
        <translation>Vokabular</translation>
    </message>
    <message>
        <source>Translate to</source>
        <translation>Übersetzen in</translation>
    </message>
    <message>
        <source>For new recordings</source>
        <translation>Für neue Aufnahmen</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Sprache</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation>&amp;Modell</translation>
    </message>
    <message>
        <source>&amp;Vocabulary</source>
        <translation>&amp;Vokabular</translation>
    </message>
    <message>
        <source>&amp;Translate to</source>
        <translation>Ü&amp;bersetzen in</translation>
    </message>
</context>
<context>
    <name>OptionsPanel</name>
    <message>
        <source>Options for new recordings</source>
        <translation>Optionen für neue Aufnahmen</translation>
    </message>
</context>
<context>
    <name>OutcomeList</name>
    <message>
        <source>What became of each recording</source>
        <translation>Was aus jeder Aufnahme wurde</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) written.</source>
        <translation>
            <numerusform>%n Datei geschrieben.</numerusform>
            <numerusform>%n Dateien geschrieben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recording(s) could not be exported.</source>
        <translation>
            <numerusform>%n Aufnahme ließ sich nicht exportieren.</numerusform>
            <numerusform>%n Aufnahmen ließen sich nicht exportieren.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stopped before %n recording(s).</source>
        <translation>
            <numerusform>Vor %n Aufnahme gestoppt.</numerusform>
            <numerusform>Vor %n Aufnahmen gestoppt.</numerusform>
        </translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} von {total}</translation>
    </message>
    <message>
        <source>The transcript is not complete yet; export it when it is.</source>
        <translation>Das Transkript ist noch nicht vollständig; danach exportieren.</translation>
    </message>
    <message>
        <source>There is no such translation of it yet.</source>
        <translation>Eine solche Übersetzung gibt es davon noch nicht.</translation>
    </message>
</context>
<context>
    <name>PackageListRow</name>
    <message>
        <source>Look online</source>
        <translation>Online nachsehen</translation>
    </message>
    <message>
        <source>Look online which languages can be downloaded</source>
        <translation>Online nachsehen, welche Sprachen sich laden lassen</translation>
    </message>
    <message>
        <source>There may be smaller packages for single languages.</source>
        <translation>Für einzelne Sprachen gibt es vielleicht kleinere Pakete.</translation>
    </message>
    <message>
        <source>Asking which languages there are…</source>
        <translation>Es wird gefragt, welche Sprachen es gibt…</translation>
    </message>
</context>
<context>
    <name>PagedWindow</name>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
</context>
<context>
    <name>PaintedRows</name>
    <message>
        <source>not translated</source>
        <translation>nicht übersetzt</translation>
    </message>
    <message>
        <source>The original has changed. Translate again</source>
        <translation>Das Original wurde geändert. Neu übersetzen</translation>
    </message>
</context>
<context>
    <name>Picture</name>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Up and Down change its height.</source>
        <translation>Die Pfeiltasten auf und ab ändern seine Höhe.</translation>
    </message>
</context>
<context>
    <name>Player</name>
    <message>
        <source>The recording is no longer where it was.</source>
        <translation>Die Aufnahme ist nicht mehr da, wo sie war.</translation>
    </message>
    <message>
        <source>The file there is not the one that was transcribed.</source>
        <translation>Die Datei dort ist nicht die, die transkribiert wurde.</translation>
    </message>
    <message>
        <source>The recording has not arrived yet.</source>
        <translation>Die Aufnahme ist noch nicht da.</translation>
    </message>
    <message>
        <source>The recording can be played once work on it has begun.</source>
        <translation>Die Aufnahme lässt sich abspielen, sobald die Arbeit daran begonnen hat.</translation>
    </message>
    <message>
        <source>Playing is not available on this computer; everything else works.</source>
        <translation>Abspielen geht auf diesem Computer nicht; alles andere funktioniert.</translation>
    </message>
    <message>
        <source>The recording cannot be played here; everything else works.</source>
        <translation>Die Aufnahme lässt sich hier nicht abspielen; alles andere funktioniert.</translation>
    </message>
</context>
<context>
    <name>PlayerBar</name>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Wiedergabe</translation>
    </message>
    <message>
        <source>Speed {speed}</source>
        <translation>Tempo {speed}</translation>
    </message>
    <message>
        <source>Speed ([ slower, ] faster)</source>
        <translation>Tempo ([ langsamer, ] schneller)</translation>
    </message>
    <message>
        <source>On this computer voices become higher or lower with it.</source>
        <translation>Auf diesem Computer werden Stimmen dabei höher oder tiefer.</translation>
    </message>
    <message>
        <source>5 seconds back</source>
        <translation>5 Sekunden zurück</translation>
    </message>
    <message>
        <source>5 seconds on</source>
        <translation>5 Sekunden vor</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>Loop the line</source>
        <translation>Zeile wiederholen</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Half a minute instead of the whole recording</source>
        <translation>Eine halbe Minute statt der ganzen Aufnahme</translation>
    </message>
    <message>
        <source>No sound device</source>
        <translation>Kein Audiogerät</translation>
    </message>
    <message>
        <source>Nothing is connected that could play sound; time and picture go on.</source>
        <translation>Nichts ist angeschlossen, das Ton abspielen könnte; Zeit und Bild laufen weiter.</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Stumm</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Lautstärke</translation>
    </message>
</context>
<context>
    <name>PlayerNotice</name>
    <message>
        <source>Locate file…</source>
        <translation>Datei suchen…</translation>
    </message>
</context>
<context>
    <name>PlayerPanel</name>
    <message>
        <source>The waveform appears when the sound has been read.</source>
        <translation>Die Wellenform erscheint, sobald der Ton eingelesen ist.</translation>
    </message>
    <message>
        <source>There is no waveform of this recording.</source>
        <translation>Zu dieser Aufnahme gibt es keine Wellenform.</translation>
    </message>
</context>
<context>
    <name>PreviewPane</name>
    <message>
        <source>Format of the preview</source>
        <translation>Format der Vorschau</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>The file goes on; this is its start.</source>
        <translation>Die Datei geht weiter; dies ist ihr Anfang.</translation>
    </message>
    <message>
        <source>There is no text yet.</source>
        <translation>Es gibt noch keinen Text.</translation>
    </message>
</context>
<context>
    <name>PrivacyPage</name>
    <message>
        <source>What never leaves this computer</source>
        <translation>Was diesen Computer nie verlässt</translation>
    </message>
    <message>
        <source>Recordings, transcripts and translations. They are recognised and translated here; no network is needed. Nothing is counted, measured or reported to anybody.</source>
        <translation>Aufnahmen, Transkripte und Übersetzungen. Erkannt und übersetzt wird hier; ein Netzwerk ist nicht nötig. Nichts wird gezählt, gemessen oder an irgendwen gemeldet.</translation>
    </message>
    <message>
        <source>When the network is used</source>
        <translation>Wann das Netzwerk verwendet wird</translation>
    </message>
    <message>
        <source>Only when you ask for it: to fetch a recording from a link that you add, and to tell a program that asked through the API, at the address it gave.</source>
        <translation>Nur auf Ihren Wunsch: um eine Aufnahme von einem Link zu laden, den Sie hinzufügen, und um einem Programm, das über die API darum bat, unter der genannten Adresse Bescheid zu geben.</translation>
    </message>
    <message>
        <source>What is kept where</source>
        <translation>Was wo gespeichert ist</translation>
    </message>
    <message>
        <source>Transcripts, settings, models and logs are in {folder}. Your recordings stay where they are and are never changed. Logs hold no text and no key. What you delete is overwritten in the database.</source>
        <translation>Transkripte, Einstellungen, Modelle und Protokolle liegen in {folder}. Ihre Aufnahmen bleiben, wo sie sind, und werden nie verändert. Protokolle enthalten weder Text noch Schlüssel. Was Sie löschen, wird in der Datenbank überschrieben.</translation>
    </message>
</context>
<context>
    <name>Refusals</name>
    <message>
        <source>This folder cannot be read. Check that you may open it.</source>
        <translation>Dieser Ordner ist nicht lesbar. Prüfen, ob er geöffnet werden darf.</translation>
    </message>
    <message>
        <source>There is no audio or video file in this folder.</source>
        <translation>In diesem Ordner ist keine Audio- oder Videodatei.</translation>
    </message>
    <message>
        <source>There is more in it than can be added at once. Add its folders one by one.</source>
        <translation>Darin ist mehr, als auf einmal hinzugefügt werden kann. Die Ordner einzeln hinzufügen.</translation>
    </message>
    <message>
        <source>The file is no longer where it was. Add it again from where it is now.</source>
        <translation>Die Datei ist nicht mehr da, wo sie war. Von ihrem jetzigen Ort neu hinzufügen.</translation>
    </message>
</context>
<context>
    <name>SearchResults</name>
    <message numerus="yes">
        <source>Only the newest %n sentence(s) are shown.</source>
        <translation>
            <numerusform>Nur %n Satz, der neueste, wird gezeigt.</numerusform>
            <numerusform>Nur die neuesten %n Sätze werden gezeigt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Wird gesucht…</translation>
    </message>
    <message>
        <source>Nothing found for «{text}»</source>
        <translation>Nichts gefunden für „{text}“</translation>
    </message>
</context>
<context>
    <name>Searching</name>
    <message>
        <source>Went on from the beginning.</source>
        <translation>Am Anfang fortgesetzt.</translation>
    </message>
    <message>
        <source>Went on from the end.</source>
        <translation>Am Ende fortgesetzt.</translation>
    </message>
    <message numerus="yes">
        <source>Replaced in %n line(s).</source>
        <translation>
            <numerusform>In %n Zeile ersetzt.</numerusform>
            <numerusform>In %n Zeilen ersetzt.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>No vocabulary</source>
        <translation>Kein Vokabular</translation>
    </message>
    <message>
        <source>As the computer</source>
        <translation>Wie der Computer</translation>
    </message>
    <message>
        <source>Spoken language</source>
        <translation>Gesprochene Sprache</translation>
    </message>
    <message>
        <source>Speech model</source>
        <translation>Sprachmodell</translation>
    </message>
    <message>
        <source>Leave filler words out</source>
        <translation>Füllwörter weglassen</translation>
    </message>
    <message>
        <source>Thoroughness</source>
        <translation>Gründlichkeit</translation>
    </message>
    <message>
        <source>Translate to</source>
        <translation>Übersetzen in</translation>
    </message>
    <message>
        <source>Vocabulary</source>
        <translation>Vokabular</translation>
    </message>
    <message>
        <source>Run on</source>
        <translation>Ausführen auf</translation>
    </message>
    <message>
        <source>Number format</source>
        <translation>Zahlenformat</translation>
    </message>
    <message>
        <source>Processor threads</source>
        <translation>Prozessor-Threads</translation>
    </message>
    <message>
        <source>Processes at once</source>
        <translation>Gleichzeitige Prozesse</translation>
    </message>
    <message>
        <source>Unload the model after</source>
        <translation>Modell entladen nach</translation>
    </message>
    <message>
        <source>Longest recording</source>
        <translation>Längste Aufnahme</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Line length</source>
        <translation>Zeilenlänge</translation>
    </message>
    <message>
        <source>Line length, East Asian</source>
        <translation>Zeilenlänge, Ostasiatisch</translation>
    </message>
    <message>
        <source>Reading speed</source>
        <translation>Lesetempo</translation>
    </message>
    <message>
        <source>Reading speed, East Asian</source>
        <translation>Lesetempo, Ostasiatisch</translation>
    </message>
    <message>
        <source>Shortest time</source>
        <translation>Kürzeste Dauer</translation>
    </message>
    <message>
        <source>Longest time</source>
        <translation>Längste Dauer</translation>
    </message>
    <message>
        <source>Pause between subtitles</source>
        <translation>Pause zwischen Untertiteln</translation>
    </message>
    <message>
        <source>Serve the API</source>
        <translation>API bereitstellen</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>IPv6 too</source>
        <translation>Auch IPv6</translation>
    </message>
    <message>
        <source>Most unfinished jobs</source>
        <translation>Höchstzahl unfertiger Aufträge</translation>
    </message>
    <message>
        <source>Largest recording</source>
        <translation>Größte Aufnahme</translation>
    </message>
    <message>
        <source>Export by itself</source>
        <translation>Automatisch exportieren</translation>
    </message>
    <message>
        <source>Formats</source>
        <translation>Formate</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Farbschema</translation>
    </message>
    <message>
        <source>Language of the window</source>
        <translation>Sprache des Fensters</translation>
    </message>
    <message>
        <source>Reading size</source>
        <translation>Schriftgröße</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>Bewegung</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Benachrichtigungen</translation>
    </message>
    <message>
        <source>Names in notifications</source>
        <translation>Namen in Benachrichtigungen</translation>
    </message>
    <message>
        <source>Keep running in the tray</source>
        <translation>Im Infobereich weiterlaufen</translation>
    </message>
    <message>
        <source>What is spoken in new recordings, if you know it.</source>
        <translation>Was in neuen Aufnahmen gesprochen wird, falls bekannt.</translation>
    </message>
    <message>
        <source>New recordings are translated to what is checked here.</source>
        <translation>Neue Aufnahmen werden in das übersetzt, was hier angekreuzt ist.</translation>
    </message>
    <message>
        <source>Names and terms to listen for in new recordings, and how they are spelled.</source>
        <translation>Namen und Begriffe, auf die in neuen Aufnahmen gehört wird, und wie sie geschrieben werden.</translation>
    </message>
    <message>
        <source>Automatic takes the graphics card when it really works.</source>
        <translation>„Automatisch“ nimmt die Grafikkarte, wenn sie wirklich funktioniert.</translation>
    </message>
    <message>
        <source>How the model reckons; automatic takes the fastest of the device.</source>
        <translation>Wie das Modell rechnet; „Automatisch“ nimmt das schnellste Format des Geräts.</translation>
    </message>
    <message>
        <source>How much of the processor is used in all.</source>
        <translation>Wie viel vom Prozessor insgesamt verwendet wird.</translation>
    </message>
    <message>
        <source>Automatic decides by the processor&apos;s cores and the memory.</source>
        <translation>„Automatisch“ richtet sich nach Prozessorkernen und Speicher.</translation>
    </message>
    <message>
        <source>Without work for so long, the memory of the model is given back.</source>
        <translation>Nach so langer Zeit ohne Arbeit wird der Speicher des Modells freigegeben.</translation>
    </message>
    <message>
        <source>Longer ones are not accepted.</source>
        <translation>Längere werden nicht angenommen.</translation>
    </message>
    <message>
        <source>No subtitle stands for less.</source>
        <translation>Kein Untertitel steht kürzer.</translation>
    </message>
    <message>
        <source>No subtitle stands for more.</source>
        <translation>Kein Untertitel steht länger.</translation>
    </message>
    <message>
        <source>So that the eye sees the change.</source>
        <translation>Damit das Auge den Wechsel bemerkt.</translation>
    </message>
    <message>
        <source>Where programs of this computer find the API.</source>
        <translation>Wo Programme dieses Computers die API finden.</translation>
    </message>
    <message>
        <source>Also for programs that ask for ::1.</source>
        <translation>Auch für Programme, die ::1 ansprechen.</translation>
    </message>
    <message>
        <source>With so many, the API takes no more; the window still does.</source>
        <translation>Bei so vielen nimmt die API keine mehr an, das Fenster schon.</translation>
    </message>
    <message>
        <source>Larger ones are neither uploaded nor fetched.</source>
        <translation>Größere werden weder hochgeladen noch geladen.</translation>
    </message>
    <message>
        <source>One file is written in each.</source>
        <translation>In jedem wird eine Datei geschrieben.</translation>
    </message>
    <message>
        <source>Where those files go.</source>
        <translation>Wohin diese Dateien kommen.</translation>
    </message>
    <message>
        <source>Follow the computer, or stay as you like.</source>
        <translation>Dem Computer folgen oder bleiben, wie es gefällt.</translation>
    </message>
    <message>
        <source>Windows that are open now change when the program is next started.</source>
        <translation>Jetzt offene Fenster wechseln beim nächsten Start des Programms.</translation>
    </message>
    <message>
        <source>Size of the transcript&apos;s letters.</source>
        <translation>Größe der Buchstaben im Transkript.</translation>
    </message>
    <message>
        <source>Speech model for new recordings.</source>
        <translation>Sprachmodell für neue Aufnahmen.</translation>
    </message>
    <message>
        <source>Leave um, uh and the like out; can be switched back.</source>
        <translation>„Äh“, „ähm“ und Ähnliches weglassen; lässt sich zurücknehmen.</translation>
    </message>
    <message>
        <source>Alternatives followed while recognising; 1 is fastest.</source>
        <translation>Beim Erkennen verfolgte Alternativen; 1 ist am schnellsten.</translation>
    </message>
    <message>
        <source>Lines in a cue.</source>
        <translation>Zeilen in einem Untertitel.</translation>
    </message>
    <message>
        <source>Characters in a line.</source>
        <translation>Zeichen in einer Zeile.</translation>
    </message>
    <message>
        <source>Characters in a line of Chinese, Japanese or Korean.</source>
        <translation>Zeichen in einer Zeile auf Chinesisch, Japanisch oder Koreanisch.</translation>
    </message>
    <message>
        <source>Characters a second a reader can follow.</source>
        <translation>Zeichen pro Sekunde, denen man lesend folgen kann.</translation>
    </message>
    <message>
        <source>The same for Chinese, Japanese and Korean.</source>
        <translation>Dasselbe für Chinesisch, Japanisch und Koreanisch.</translation>
    </message>
    <message>
        <source>Serve the REST API to programs of this computer that know its key.</source>
        <translation>Die REST-API für Programme dieses Computers bereitstellen, die ihren Schlüssel kennen.</translation>
    </message>
    <message>
        <source>Write a file when a transcript is complete.</source>
        <translation>Eine Datei schreiben, sobald ein Transkript fertig ist.</translation>
    </message>
    <message>
        <source>Animate what moves, unless the computer says otherwise.</source>
        <translation>Bewegungen animieren, wenn der Computer nichts anderes sagt.</translation>
    </message>
    <message>
        <source>Notify when a recording is done and the window is not in front.</source>
        <translation>Melden, wenn eine Aufnahme fertig ist und das Fenster nicht vorn liegt.</translation>
    </message>
    <message>
        <source>Name the recording in notifications.</source>
        <translation>Die Aufnahme in Benachrichtigungen nennen.</translation>
    </message>
    <message>
        <source>Keep running in the tray when the window is closed.</source>
        <translation>Im Infobereich weiterlaufen, wenn das Fenster geschlossen wird.</translation>
    </message>
    <message>
        <source> min</source>
        <translation> min</translation>
    </message>
    <message>
        <source> h</source>
        <translation> h</translation>
    </message>
    <message>
        <source> characters</source>
        <translation> Zeichen</translation>
    </message>
    <message>
        <source> characters/s</source>
        <translation> Zeichen/s</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source> GiB</source>
        <translation> GiB</translation>
    </message>
    <message>
        <source> pt</source>
        <translation> pt</translation>
    </message>
    <message>
        <source>All cores</source>
        <translation>Alle Kerne</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>At once</source>
        <translation>Sofort</translation>
    </message>
    <message>
        <source>Any free one</source>
        <translation>Beliebiger freier</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Processor (CPU)</source>
        <translation>Prozessor (CPU)</translation>
    </message>
    <message>
        <source>Graphics card (CUDA)</source>
        <translation>Grafikkarte (CUDA)</translation>
    </message>
    <message>
        <source>8-bit integers (int8)</source>
        <translation>8-Bit-Ganzzahlen (int8)</translation>
    </message>
    <message>
        <source>8-bit and 32-bit (int8_float32)</source>
        <translation>8 Bit und 32 Bit (int8_float32)</translation>
    </message>
    <message>
        <source>8-bit and 16-bit (int8_float16)</source>
        <translation>8 Bit und 16 Bit (int8_float16)</translation>
    </message>
    <message>
        <source>16-bit (float16)</source>
        <translation>16 Bit (float16)</translation>
    </message>
    <message>
        <source>16-bit (bfloat16)</source>
        <translation>16 Bit (bfloat16)</translation>
    </message>
    <message>
        <source>32-bit (float32)</source>
        <translation>32 Bit (float32)</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Subtitles (SRT)</source>
        <translation>Untertitel (SRT)</translation>
    </message>
    <message>
        <source>Subtitles for the web (VTT)</source>
        <translation>Untertitel fürs Web (VTT)</translation>
    </message>
    <message>
        <source>Plain text (TXT)</source>
        <translation>Nur Text (TXT)</translation>
    </message>
    <message>
        <source>Plain text with times (TXT)</source>
        <translation>Nur Text mit Zeiten (TXT)</translation>
    </message>
    <message>
        <source>All data with words (JSON)</source>
        <translation>Alle Daten mit Wörtern (JSON)</translation>
    </message>
    <message>
        <source>Table (CSV)</source>
        <translation>Tabelle (CSV)</translation>
    </message>
    <message>
        <source>Markdown (MD)</source>
        <translation>Markdown (MD)</translation>
    </message>
    <message>
        <source>Word document (DOCX)</source>
        <translation>Word-Dokument (DOCX)</translation>
    </message>
    <message>
        <source>Web page (HTML)</source>
        <translation>Webseite (HTML)</translation>
    </message>
</context>
<context>
    <name>SettingsWindow</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Search settings</source>
        <translation>Einstellungen durchsuchen</translation>
    </message>
    <message>
        <source>No setting is called that.</source>
        <translation>So heißt keine Einstellung.</translation>
    </message>
    <message>
        <source>Transcription</source>
        <translation>Transkription</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>Speicherplatz</translation>
    </message>
    <message>
        <source>API</source>
        <translation>API</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Darstellung</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>Datenschutz</translation>
    </message>
    <message>
        <source>Subtitles</source>
        <translation>Untertitel</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Export</translation>
    </message>
</context>
<context>
    <name>StartUp</name>
    <message>
        <source>The settings file could not be read, so the settings are as on the first day. The old file was kept as {name}.</source>
        <translation>Die Einstellungsdatei war nicht lesbar, darum sind die Einstellungen wie am ersten Tag. Die alte Datei wurde als {name} aufgehoben.</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Open the settings</source>
        <translation>Einstellungen öffnen</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Copy key</source>
        <translation>Schlüssel kopieren</translation>
    </message>
    <message>
        <source>Copy the API key</source>
        <translation>API-Schlüssel kopieren</translation>
    </message>
    <message>
        <source>Copy the API key, for programs of this computer</source>
        <translation>API-Schlüssel für Programme dieses Computers kopieren</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>The engine has stopped because of an error. Start the program again.</source>
        <translation>Der Programmkern wurde durch einen Fehler gestoppt. Das Programm neu starten.</translation>
    </message>
    <message>
        <source>{model} · ready</source>
        <translation>{model} · bereit</translation>
    </message>
    <message>
        <source>GPU</source>
        <translation>GPU</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>{model} on {device} ({reason})</source>
        <translation>{model} auf {device} ({reason})</translation>
    </message>
    <message>
        <source>chosen in the settings</source>
        <translation>in den Einstellungen gewählt</translation>
    </message>
    <message>
        <source>no NVIDIA driver found</source>
        <translation>kein NVIDIA-Treiber gefunden</translation>
    </message>
    <message>
        <source>CUDA works</source>
        <translation>CUDA funktioniert</translation>
    </message>
    <message>
        <source>API on  {url}</source>
        <translation>API an  {url}</translation>
    </message>
    <message>
        <source>API off</source>
        <translation>API aus</translation>
    </message>
    <message numerus="yes">
        <source>%n running</source>
        <translation>
            <numerusform>%n in Arbeit</numerusform>
            <numerusform>%n in Arbeit</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n wartet</numerusform>
            <numerusform>%n warten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paused</source>
        <translation>
            <numerusform>%n pausiert</numerusform>
            <numerusform>%n pausiert</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StoragePage</name>
    <message>
        <source>Looking…</source>
        <translation>Wird nachgesehen…</translation>
    </message>
    <message>
        <source>Clean up</source>
        <translation>Aufräumen</translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation>Datenordner</translation>
    </message>
    <message>
        <source>Transcripts</source>
        <translation>Transkripte</translation>
    </message>
    <message>
        <source>Recordings received</source>
        <translation>Empfangene Aufnahmen</translation>
    </message>
    <message>
        <source>Unfinished work</source>
        <translation>Unfertige Arbeit</translation>
    </message>
    <message>
        <source>Waveforms</source>
        <translation>Wellenformen</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>Protokolle</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Sicherungen</translation>
    </message>
    <message>
        <source>Remove received recordings</source>
        <translation>Empfangene Aufnahmen entfernen</translation>
    </message>
    <message>
        <source>Recordings that came through the API or a link, of completed jobs. Their transcripts stay, but can no longer be listened to here.</source>
        <translation>Aufnahmen fertiger Aufträge, die über die API oder einen Link kamen. Ihre Transkripte bleiben, lassen sich hier aber nicht mehr anhören.</translation>
    </message>
    <message>
        <source>Remove backups</source>
        <translation>Sicherungen entfernen</translation>
    </message>
    <message>
        <source>Copies of the database from before an update of the program.</source>
        <translation>Kopien der Datenbank von vor einer Aktualisierung des Programms.</translation>
    </message>
    <message>
        <source>Remove old logs</source>
        <translation>Alte Protokolle entfernen</translation>
    </message>
    <message>
        <source>Those that are written now stay.</source>
        <translation>Die gerade geschriebenen bleiben.</translation>
    </message>
    <message>
        <source>Remove leftovers</source>
        <translation>Reste entfernen</translation>
    </message>
    <message>
        <source>Unfinished work and waveforms of jobs that are gone.</source>
        <translation>Unfertige Arbeit und Wellenformen von Aufträgen, die es nicht mehr gibt.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open the data folder</source>
        <translation>Datenordner öffnen</translation>
    </message>
    <message>
        <source>Start the program with --data-dir, or set KOPIA_DATA_DIR, to use another.</source>
        <translation>Für einen anderen das Programm mit --data-dir starten oder KOPIA_DATA_DIR setzen.</translation>
    </message>
    <message>
        <source>{taken} in the data folder, {free} free on its disk.</source>
        <translation>{taken} im Datenordner, {free} frei auf seinem Datenträger.</translation>
    </message>
    <message>
        <source>Really remove?</source>
        <translation>Wirklich entfernen?</translation>
    </message>
    <message>
        <source>{size} came free.</source>
        <translation>{size} wurden frei.</translation>
    </message>
    <message>
        <source>There was nothing to remove.</source>
        <translation>Es gab nichts zu entfernen.</translation>
    </message>
</context>
<context>
    <name>TargetsModel</name>
    <message>
        <source>translated already</source>
        <translation>schon übersetzt</translation>
    </message>
    <message>
        <source>no open model knows this language</source>
        <translation>kein offenes Modell kennt diese Sprache</translation>
    </message>
    <message>
        <source>on its way: {name}</source>
        <translation>unterwegs: {name}</translation>
    </message>
    <message>
        <source>about {size} to download: {name}</source>
        <translation>etwa {size} zu laden: {name}</translation>
    </message>
    <message>
        <source>Ready on this computer</source>
        <translation>Auf diesem Computer bereit</translation>
    </message>
    <message>
        <source>One download away</source>
        <translation>Einen Download entfernt</translation>
    </message>
    <message>
        <source>Not available</source>
        <translation>Nicht verfügbar</translation>
    </message>
</context>
<context>
    <name>TargetsPanel</name>
    <message>
        <source>Translate with</source>
        <translation>Übersetzen mit</translation>
    </message>
    <message>
        <source>starter package</source>
        <translation>Startpaket</translation>
    </message>
    <message>
        <source>{names}, at once</source>
        <translation>{names}, sofort</translation>
    </message>
    <message>
        <source>{names}, {size}</source>
        <translation>{names}, {size}</translation>
    </message>
    <message>
        <source>That needs {needed} of the disk, {free} are free.</source>
        <translation>Das braucht {needed} auf dem Datenträger, {free} sind frei.</translation>
    </message>
    <message>
        <source>Tick one language or several.</source>
        <translation>Eine Sprache oder mehrere anhaken.</translation>
    </message>
    <message>
        <source>{languages}: a starter package that knows a few hundred words only. It shows how translating works; of a real recording it makes nonsense.</source>
        <translation>{languages}: ein Startpaket, das nur ein paar Hundert Wörter kennt. Es zeigt, wie das Übersetzen funktioniert; aus einer echten Aufnahme macht es Unsinn.</translation>
    </message>
</context>
<context>
    <name>TargetsView</name>
    <message>
        <source>Find a language by its name or code</source>
        <translation>Eine Sprache nach Name oder Kürzel finden</translation>
    </message>
    <message>
        <source>Find a language</source>
        <translation>Eine Sprache finden</translation>
    </message>
    <message>
        <source>Enter ticks the one that fits best.</source>
        <translation>Die Eingabetaste hakt die am besten passende an.</translation>
    </message>
    <message>
        <source>No language is called that.</source>
        <translation>So heißt keine Sprache.</translation>
    </message>
</context>
<context>
    <name>Times</name>
    <message>
        <source>{seconds} s left</source>
        <translation>noch {seconds} s</translation>
    </message>
    <message>
        <source>{minutes} min left</source>
        <translation>noch {minutes} min</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min left</source>
        <translation>noch {hours} h {minutes} min</translation>
    </message>
    <message>
        <source>{number} %</source>
        <translation>{number} %</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Search all transcripts</source>
        <translation>Alle Transkripte durchsuchen</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Add recordings</source>
        <translation>Aufnahmen hinzufügen</translation>
    </message>
    <message>
        <source>Add recordings (drop them anywhere, too)</source>
        <translation>Aufnahmen hinzufügen (oder irgendwo im Fenster ablegen)</translation>
    </message>
</context>
<context>
    <name>TranscriptHeader</name>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Filler words</source>
        <translation>Füllwörter</translation>
    </message>
    <message>
        <source>Original, {language}</source>
        <translation>Original, {language}</translation>
    </message>
    <message numerus="yes">
        <source>%n doubtful</source>
        <translation>
            <numerusform>%n unsicher</numerusform>
            <numerusform>%n unsicher</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Translate %n line(s) again</source>
        <translation>
            <numerusform>%n Zeile neu übersetzen</numerusform>
            <numerusform>%n Zeilen neu übersetzen</numerusform>
        </translation>
    </message>
    <message>
        <source>{language}, failed</source>
        <translation>{language}, fehlgeschlagen</translation>
    </message>
    <message>
        <source>{language}, being translated: {percent}</source>
        <translation>{language}, wird übersetzt: {percent}</translation>
    </message>
    <message>
        <source>Translate</source>
        <translation>Übersetzen</translation>
    </message>
    <message>
        <source>Translate into another language</source>
        <translation>In eine andere Sprache übersetzen</translation>
    </message>
    <message>
        <source>Save as subtitles or text</source>
        <translation>Als Untertitel oder Text speichern</translation>
    </message>
    <message>
        <source>Doubtful: go to the next passage (F8)</source>
        <translation>Unsicher: zur nächsten Stelle (F8)</translation>
    </message>
    <message>
        <source>The original has changed there since it was translated</source>
        <translation>Das Original wurde dort seit der Übersetzung geändert</translation>
    </message>
    <message>
        <source>shown</source>
        <translation>zeigen</translation>
    </message>
    <message>
        <source>Filler words shown</source>
        <translation>Füllwörter anzeigen</translation>
    </message>
    <message>
        <source>struck</source>
        <translation>streichen</translation>
    </message>
    <message>
        <source>Filler words struck</source>
        <translation>Füllwörter durchstreichen</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>ausblenden</translation>
    </message>
    <message>
        <source>Filler words hidden</source>
        <translation>Füllwörter ausblenden</translation>
    </message>
    <message>
        <source>Um, uh, hmm and the like</source>
        <translation>„Äh“, „ähm“, „hm“ und Ähnliches</translation>
    </message>
</context>
<context>
    <name>TranscriptModel</name>
    <message>
        <source>not translated</source>
        <translation>nicht übersetzt</translation>
    </message>
    <message>
        <source>doubtful</source>
        <translation>unsicher</translation>
    </message>
    <message>
        <source>the original has changed since</source>
        <translation>das Original wurde seitdem geändert</translation>
    </message>
    <message>
        <source>The model was unsure of the marked words. F8 goes to the next.</source>
        <translation>Bei den markierten Wörtern war das Modell unsicher. F8 geht zur nächsten Stelle.</translation>
    </message>
    <message>
        <source>The model was unsure here. F8 goes to the next.</source>
        <translation>Hier war das Modell unsicher. F8 geht zur nächsten Stelle.</translation>
    </message>
    <message>
        <source>The model repeated itself here; repeats were taken out.</source>
        <translation>Hier hat sich das Modell wiederholt; Wiederholungen wurden entfernt.</translation>
    </message>
    <message>
        <source>There is hardly any speech here.</source>
        <translation>Hier wird kaum gesprochen.</translation>
    </message>
</context>
<context>
    <name>TranscriptPage</name>
    <message>
        <source>Copy what was typed</source>
        <translation>Eingegebenes kopieren</translation>
    </message>
</context>
<context>
    <name>TranscriptView</name>
    <message>
        <source>Transcript</source>
        <translation>Transkript</translation>
    </message>
</context>
<context>
    <name>TranscriptionPage</name>
    <message>
        <source>Engine</source>
        <translation>Programmkern</translation>
    </message>
    <message>
        <source>No vocabulary</source>
        <translation>Kein Vokabular</translation>
    </message>
</context>
<context>
    <name>TranslateDialog</name>
    <message>
        <source>Translate</source>
        <translation>Übersetzen</translation>
    </message>
    <message>
        <source>{languages}: translated as soon as the download is here.</source>
        <translation>{languages}: wird übersetzt, sobald der Download da ist.</translation>
    </message>
    <message>
        <source>Translate from {language} into:</source>
        <translation>Übersetzen aus: {language}, nach:</translation>
    </message>
    <message>
        <source>Nobody speaks here, so there is nothing to translate.</source>
        <translation>Hier spricht niemand, also gibt es nichts zu übersetzen.</translation>
    </message>
    <message>
        <source>Download {size} and translate</source>
        <translation>{size} laden und übersetzen</translation>
    </message>
</context>
<context>
    <name>Translators</name>
    <message>
        <source>starter package, for trying out</source>
        <translation>Startpaket, zum Ausprobieren</translation>
    </message>
    <message>
        <source>the same words in another script</source>
        <translation>dieselben Wörter in anderer Schrift</translation>
    </message>
    <message>
        <source>{name}, via {languages}</source>
        <translation>{name}, über {languages}</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Open Kopia Desktop</source>
        <translation>Kopia Desktop öffnen</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message numerus="yes">
        <source>%n transcript(s) ready</source>
        <translation>
            <numerusform>%n Transkript fertig</numerusform>
            <numerusform>%n Transkripte fertig</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) failed</source>
        <translation>
            <numerusform>%n Auftrag fehlgeschlagen</numerusform>
            <numerusform>%n Aufträge fehlgeschlagen</numerusform>
        </translation>
    </message>
    <message>
        <source>A job failed</source>
        <translation>Ein Auftrag ist fehlgeschlagen</translation>
    </message>
    <message>
        <source>Transcript ready</source>
        <translation>Transkript fertig</translation>
    </message>
</context>
<context>
    <name>UndoBar</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Undo the deletion</source>
        <translation>Löschen rückgängig machen</translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) deleted</source>
        <translation>
            <numerusform>%n Auftrag gelöscht</numerusform>
            <numerusform>%n Aufträge gelöscht</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Vocabulary</name>
    <message>
        <source>Line {line}: a name or term belongs before the =.</source>
        <translation>Zeile {line}: Vor das = gehört ein Name oder Begriff.</translation>
    </message>
    <message>
        <source>Line {line}: there can be one = only.</source>
        <translation>Zeile {line}: Es darf nur ein = vorkommen.</translation>
    </message>
    <message>
        <source>Line {line}: “{text}” is longer than {most} characters.</source>
        <translation>Zeile {line}: „{text}“ ist länger als {most} Zeichen.</translation>
    </message>
    <message>
        <source>Line {line}: “{text}” holds no letter and no digit.</source>
        <translation>Zeile {line}: „{text}“ enthält weder Buchstaben noch Ziffern.</translation>
    </message>
    <message>
        <source>Line {line}: “{text}” has more than {most} spellings.</source>
        <translation>Zeile {line}: „{text}“ hat mehr als {most} Schreibweisen.</translation>
    </message>
    <message>
        <source>Line {line}: a list holds {most} terms at most.</source>
        <translation>Zeile {line}: Eine Liste fasst höchstens {most} Begriffe.</translation>
    </message>
    <message>
        <source>Line {line}: “{text}” would stand for two terms.</source>
        <translation>Zeile {line}: „{text}“ stünde für zwei Begriffe.</translation>
    </message>
    <message>
        <source>A model can listen for {some} of them at once; all of them are spelled as you wish.</source>
        <translation>Ein Modell kann auf {some} davon zugleich hören; geschrieben werden alle, wie Sie es wünschen.</translation>
    </message>
    <message numerus="yes">
        <source>%n term(s).</source>
        <translation>
            <numerusform>%n Begriff.</numerusform>
            <numerusform>%n Begriffe.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VocabularyBox</name>
    <message>
        <source>None</source>
        <translation>Keines</translation>
    </message>
    <message>
        <source>Edit lists…</source>
        <translation>Listen bearbeiten…</translation>
    </message>
</context>
<context>
    <name>VocabularyDialog</name>
    <message>
        <source>Vocabulary</source>
        <translation>Vokabular</translation>
    </message>
    <message>
        <source>&amp;Use this list for new recordings</source>
        <translation>Diese Liste für neue Aufnahmen &amp;verwenden</translation>
    </message>
    <message>
        <source>U&amp;ndo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>The list “{name}” was removed.</source>
        <translation>Die Liste „{name}“ wurde entfernt.</translation>
    </message>
    <message>
        <source>The marked lines are not kept. Mend them, or close again to drop them.</source>
        <translation>Die markierten Zeilen werden nicht behalten. Berichtigen Sie sie, oder schließen Sie noch einmal, um sie zu verwerfen.</translation>
    </message>
</context>
<context>
    <name>VocabularyEditor</name>
    <message>
        <source>One name or term a line. After = write what is heard instead; it is replaced wherever it stands.</source>
        <translation>Ein Name oder Begriff je Zeile. Nach = steht, was stattdessen gehört wird; es wird überall ersetzt.</translation>
    </message>
    <message>
        <source>Names and terms</source>
        <translation>Namen und Begriffe</translation>
    </message>
</context>
<context>
    <name>VocabularyLists</name>
    <message>
        <source>&amp;Lists</source>
        <translation>&amp;Listen</translation>
    </message>
    <message>
        <source>Lists of names and terms</source>
        <translation>Listen mit Namen und Begriffen</translation>
    </message>
    <message>
        <source>&amp;New list</source>
        <translation>&amp;Neue Liste</translation>
    </message>
    <message>
        <source>Re&amp;name</source>
        <translation>&amp;Umbenennen</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>New list</source>
        <translation>Neue Liste</translation>
    </message>
    <message>
        <source>New list {number}</source>
        <translation>Neue Liste {number}</translation>
    </message>
</context>
<context>
    <name>WaveformView</name>
    <message>
        <source>Waveform</source>
        <translation>Wellenform</translation>
    </message>
    <message>
        <source>Start {time}</source>
        <translation>Anfang {time}</translation>
    </message>
    <message>
        <source>End {time}</source>
        <translation>Ende {time}</translation>
    </message>
    <message>
        <source>Arrow keys move by five seconds, with Shift by a segment. Plus and minus zoom. Alt with an arrow key moves the start of the current segment by a tenth of a second, with Shift as well its end; Escape leaves it as it was.</source>
        <translation>Die Pfeiltasten springen um fünf Sekunden, mit Umschalt um eine Zeile. Plus und Minus zoomen. Alt mit einer Pfeiltaste verschiebt den Anfang der aktuellen Zeile um eine Zehntelsekunde, zusammen mit Umschalt ihr Ende; Escape lässt alles, wie es war.</translation>
    </message>
    <message>
        <source>{time} of {duration}.</source>
        <translation>{time} von {duration}.</translation>
    </message>
</context>
<context>
    <name>_Address</name>
    <message>
        <source>formally</source>
        <translation>förmlich</translation>
    </message>
    <message>
        <source>informally</source>
        <translation>vertraut</translation>
    </message>
    <message>
        <source>Address people formally</source>
        <translation>Förmliche Anrede</translation>
    </message>
    <message>
        <source>Address people informally</source>
        <translation>Vertraute Anrede</translation>
    </message>
    <message>
        <source>Address people</source>
        <translation>Anrede</translation>
    </message>
</context>
<context>
    <name>_List</name>
    <message>
        <source>Languages to translate into</source>
        <translation>Sprachen, in die übersetzt wird</translation>
    </message>
</context>
<context>
    <name>_Word</name>
    <message>
        <source>{filter}, {count}</source>
        <translation>{filter}, {count}</translation>
    </message>
</context>
</TS>
