<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ipclab::CallPanel</name>
    <message numerus="yes">
        <source>Step %1 of %2 of the lesson begins with this call; %n more line(s) follow.</source>
        <translation>
            <numerusform>Step %1 of %2 of the lesson begins with this call; %n more line follows.</numerusform>
            <numerusform>Step %1 of %2 of the lesson begins with this call; %n more lines follow.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ipclab::Explain</name>
    <message numerus="yes">
        <source>The segment is only marked: %n attachment(s) keep it alive, and its memory with it. Its key has become 0, so a new segment may have the old key already. The last detach removes it.</source>
        <translation>
            <numerusform>The segment is only marked: %n attachment keeps it alive, and its memory with it. Its key has become 0, so a new segment may have the old key already. The last detach removes it.</numerusform>
            <numerusform>The segment is only marked: %n attachments keep it alive, and its memory with it. Its key has become 0, so a new segment may have the old key already. The last detach removes it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A new segment of %1: %n page(s) of zeros that the kernel makes only when they are touched. Nobody sees it yet: shmat maps it into a process.</source>
        <translation>
            <numerusform>A new segment of %1: %n page of zeros that the kernel makes only when it is touched. Nobody sees it yet: shmat maps it into a process.</numerusform>
            <numerusform>A new segment of %1: %n pages of zeros that the kernel makes only when they are touched. Nobody sees it yet: shmat maps it into a process.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ipclab::Stage</name>
    <message numerus="yes">
        <source>Queue id %1, %n message(s).</source>
        <translation>
            <numerusform>Queue id %1, %n message.</numerusform>
            <numerusform>Queue id %1, %n messages.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>gone with its last descriptor: %n unread byte(s) lost</source>
        <translation>
            <numerusform>gone with its last descriptor: %n unread byte lost</numerusform>
            <numerusform>gone with its last descriptor: %n unread bytes lost</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unread byte(s) lost with the last descriptor</source>
        <translation>
            <numerusform>%n unread byte lost with the last descriptor</numerusform>
            <numerusform>%n unread bytes lost with the last descriptor</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n write end(s)</source>
        <translation>
            <numerusform>%n write end</numerusform>
            <numerusform>%n write ends</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n read end(s)</source>
        <translation>
            <numerusform>%n read end</numerusform>
            <numerusform>%n read ends</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Gone, with %n message(s).</source>
        <translation>
            <numerusform>Gone, with %n message.</numerusform>
            <numerusform>Gone, with %n messages.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ipclab::StatusLine</name>
    <message numerus="yes">
        <source>%n process(es)</source>
        <translation>
            <numerusform>%n process</numerusform>
            <numerusform>%n processes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pipe(s)</source>
        <translation>
            <numerusform>%n pipe</numerusform>
            <numerusform>%n pipes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n FIFO(s)</source>
        <translation>
            <numerusform>%n FIFO</numerusform>
            <numerusform>%n FIFOs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n segment(s)</source>
        <translation>
            <numerusform>%n segment</numerusform>
            <numerusform>%n segments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n queue(s)</source>
        <translation>
            <numerusform>%n queue</numerusform>
            <numerusform>%n queues</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ipclab::Timeline</name>
    <message numerus="yes">
        <source>asleep in msgsnd, %n byte(s)</source>
        <translation>
            <numerusform>asleep in msgsnd, %n byte</numerusform>
            <numerusform>asleep in msgsnd, %n bytes</numerusform>
        </translation>
    </message>
</context>
</TS>
