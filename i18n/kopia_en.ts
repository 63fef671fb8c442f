<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>AddedNotice</name>
    <message numerus="yes">
        <source>Looking through folders: %n recording(s) so far</source>
        <translation>
            <numerusform>Looking through folders: %n recording so far</numerusform>
            <numerusform>Looking through folders: %n recordings so far</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n added</source>
        <translation>
            <numerusform>%n added</numerusform>
            <numerusform>%n added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n going on where it stopped</source>
        <translation>
            <numerusform>%n going on where it stopped</numerusform>
            <numerusform>%n going on where they stopped</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n already in the list</source>
        <translation>
            <numerusform>%n already in the list</numerusform>
            <numerusform>%n already in the list</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not taken</source>
        <translation>
            <numerusform>%n not taken</numerusform>
            <numerusform>%n not taken</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other file(s) left out</source>
        <translation>
            <numerusform>%n other file left out</numerusform>
            <numerusform>%n other files left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not looked at</source>
        <translation>
            <numerusform>%n not looked at</numerusform>
            <numerusform>%n not looked at</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ClosingQuestion</name>
    <message numerus="yes">
        <source>%n recording(s) still being transcribed.</source>
        <translation>
            <numerusform>%n recording still being transcribed.</numerusform>
            <numerusform>%n recordings still being transcribed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Doors</name>
    <message numerus="yes">
        <source>%n file(s) written.</source>
        <translation>
            <numerusform>%n file written.</numerusform>
            <numerusform>%n files written.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DownloadsBar</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more download(s), show them</source>
        <translation>
            <numerusform>%n more download, show it</numerusform>
            <numerusform>%n more downloads, show them</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DropOverlay</name>
    <message numerus="yes">
        <source>%n recording(s) will be transcribed</source>
        <translation>
            <numerusform>%n recording will be transcribed</numerusform>
            <numerusform>%n recordings will be transcribed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n link(s) will be fetched and transcribed</source>
        <translation>
            <numerusform>%n link will be fetched and transcribed</numerusform>
            <numerusform>%n links will be fetched and transcribed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n folder(s) or other file(s): the recordings in them will be transcribed</source>
        <translation>
            <numerusform>%n folder or other file: the recordings in it will be transcribed</numerusform>
            <numerusform>%n folders or other files: the recordings in them will be transcribed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) do not look like audio or video</source>
        <translation>
            <numerusform>%n file does not look like audio or video</numerusform>
            <numerusform>%n files do not look like audio or video</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n link(s) cannot be fetched: only public https links can</source>
        <translation>
            <numerusform>%n link cannot be fetched: only public https links can</numerusform>
            <numerusform>%n links cannot be fetched: only public https links can</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message numerus="yes">
        <source>Export %n recording(s)</source>
        <translation>
            <numerusform>Export %n recording</numerusform>
            <numerusform>Export %n recordings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s), the preview is of the first recording.</source>
        <translation>
            <numerusform>%n file, the preview is of the first recording.</numerusform>
            <numerusform>%n files, the preview is of the first recording.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportOptionsPanel</name>
    <message numerus="yes">
        <source>%n line(s) changed since they were translated.</source>
        <translation>
            <numerusform>%n line changed since it was translated.</numerusform>
            <numerusform>%n lines changed since they were translated.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FirstRunCard</name>
    <message numerus="yes">
        <source>%n core(s)</source>
        <translation>
            <numerusform>%n core</numerusform>
            <numerusform>%n cores</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Jobs</name>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LineDeeds</name>
    <message numerus="yes">
        <source>%n line(s) copied.</source>
        <translation>
            <numerusform>%n line copied.</numerusform>
            <numerusform>%n lines copied.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Models</name>
    <message numerus="yes">
        <source>%n language(s)</source>
        <translation>
            <numerusform>%n language</numerusform>
            <numerusform>%n languages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NotTakenDialog</name>
    <message numerus="yes">
        <source>%n more file(s) of other kinds.</source>
        <translation>
            <numerusform>%n more file of other kinds.</numerusform>
            <numerusform>%n more files of other kinds.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hidden file(s) or folder(s) were passed by.</source>
        <translation>
            <numerusform>%n hidden file or folder was passed by.</numerusform>
            <numerusform>%n hidden files or folders were passed by.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n folder(s) lie too deep inside others.</source>
        <translation>
            <numerusform>%n folder lies too deep inside others.</numerusform>
            <numerusform>%n folders lie too deep inside others.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OutcomeList</name>
    <message numerus="yes">
        <source>%n file(s) written.</source>
        <translation>
            <numerusform>%n file written.</numerusform>
            <numerusform>%n files written.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recording(s) could not be exported.</source>
        <translation>
            <numerusform>%n recording could not be exported.</numerusform>
            <numerusform>%n recordings could not be exported.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stopped before %n recording(s).</source>
        <translation>
            <numerusform>Stopped before %n recording.</numerusform>
            <numerusform>Stopped before %n recordings.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SearchResults</name>
    <message numerus="yes">
        <source>Only the newest %n sentence(s) are shown.</source>
        <translation>
            <numerusform>Only the newest %n sentence is shown.</numerusform>
            <numerusform>Only the newest %n sentences are shown.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Searching</name>
    <message numerus="yes">
        <source>Replaced in %n line(s).</source>
        <translation>
            <numerusform>Replaced in %n line.</numerusform>
            <numerusform>Replaced in %n lines.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message numerus="yes">
        <source>%n running</source>
        <translation>
            <numerusform>%n running</numerusform>
            <numerusform>%n running</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paused</source>
        <translation>
            <numerusform>%n paused</numerusform>
            <numerusform>%n paused</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TranscriptHeader</name>
    <message numerus="yes">
        <source>%n doubtful</source>
        <translation>
            <numerusform>%n doubtful</numerusform>
            <numerusform>%n doubtful</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Translate %n line(s) again</source>
        <translation>
            <numerusform>Translate %n line again</numerusform>
            <numerusform>Translate %n lines again</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message numerus="yes">
        <source>%n transcript(s) ready</source>
        <translation>
            <numerusform>%n transcript ready</numerusform>
            <numerusform>%n transcripts ready</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) failed</source>
        <translation>
            <numerusform>%n job failed</numerusform>
            <numerusform>%n jobs failed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UndoBar</name>
    <message numerus="yes">
        <source>%n job(s) deleted</source>
        <translation>
            <numerusform>%n job deleted</numerusform>
            <numerusform>%n jobs deleted</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Vocabulary</name>
    <message numerus="yes">
        <source>%n term(s).</source>
        <translation>
            <numerusform>%n term.</numerusform>
            <numerusform>%n terms.</numerusform>
        </translation>
    </message>
</context>
</TS>
