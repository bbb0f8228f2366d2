// Every call that the lecture notes show runs as it is spelled there: with its casts, its names,
// its spacing, the semicolon or the lack of it, and the comment behind it. What the notes leave to
// the reader (a buffer to send, the size of a segment) is set before; prototypes are no calls.
#include "tests/live/live_lab.h"

#include <vector>

using namespace ipclab;

namespace {

/// What the call gives: exactly `result`, or any identifier, address or key (never -1).
struct Gives {
    enum class Kind : std::uint8_t { Exactly, AnythingButMinusOne } kind = Kind::Exactly;
    std::int64_t result = 0;
};
constexpr Gives something{Gives::Kind::AnythingButMinusOne, 0};
constexpr Gives exactly(std::int64_t result) {
    return {Gives::Kind::Exactly, result};
}

/// One call of the notes, and the lines that a program needs before it.
struct Note {
    std::vector<std::string> before;
    std::string call; ///< as it is spelled
    Gives gives;
};

const std::vector<Note> notes{
    // The message queue's calls.
    {{"key = 1234", "msgflg = IPC_CREAT|0644"},
     "msgid = msgget(key, msgflg); // key는 1234, msgflg는 옵션",
     something},
    {{"msqid = msgid", "sbuf = {1, \"hello\"}", "buf_length = 5"},
     "msgsnd(msqid, &sbuf, buf_length, IPC_NOWAIT);",
     exactly(0)},
    // Part of the sending program.
    {{}, "msgid = msgget(1234, IPC_CREAT|0644); // keysms 1234, msgflg는 옵션", something},
    {{}, "msgsnd(msqid, &sbuf, buf_length, IPC_NOWAIT);", exactly(0)},
    // Receiving.
    {{"MSGSZ = 64"}, "msgrcv(msqid, &rbuf, MSGSZ, 1, 0) // msgrcv 예", exactly(5)},
    // Part of the receiving program.
    {{},
     "msqid = msgget(1234, IPC_CREAT|0644) // key는 동일하게 1234로 해야 해당 큐의 msgid를 얻을 수 "
     "있다.",
     something},
    {{}, "msgrcv(msqid, &rbuf, MSGSZ, 1, 0)", exactly(5)},
    // ftok.
    {{"fd = open(\"keyfile\", O_CREAT|O_RDWR, 0644)"}, "key = ftok(\"keyfile\", 1);", something},
    {{}, "id = msgget(key, IPC_CREAT|0640);", something},
    // Shared memory.
    {{"SIZE = 4096"}, "shmid = shmget((key_t)1234, SIZE, IPC_CREAT|0666);", something},
    {{}, "shmaddr = (char *)shmat(shmid, (char *) NULL, 0)", something},
    {{}, "printf(\"%s\\n\", (char *)shmaddr)", exactly(1)},
    {{}, "strcpy((char *)shmaddr, \"Linux Programming\");", something},
    {{}, "shmctl(shmid, IPC_RMID, (struct shmid_ds *)NULL);", exactly(0)},
};

} // namespace

class NotesTest : public QObject {
    Q_OBJECT
private slots:
    void everyCallRuns();
    void andDoesWhatTheNotesSay();
};

void NotesTest::everyCallRuns() {
    LiveLab lab(Lab::open({.privateNamespace = true, .programs = IPCLAB_PROGRAMS}));
    for (const Note& note : notes) {
        for (const std::string& line : note.before)
            lab.run("A: " + line);
        lab.run("A: " + note.call);
        const auto& last = lab.process("A").last;
        QVERIFY2(last.has_value(), note.call.c_str());
        QVERIFY2(!last->refused, (note.call + ": " + last->data).c_str());
        if (note.gives.kind == Gives::Kind::Exactly)
            QVERIFY2(last->result == note.gives.result && last->error == 0, note.call.c_str());
        else
            QVERIFY2(last->result != -1 && last->error == 0, note.call.c_str());
    }
}

void NotesTest::andDoesWhatTheNotesSay() {
    LiveLab lab(Lab::open({.privateNamespace = true, .programs = IPCLAB_PROGRAMS}));
    lab.run("A: shmid = shmget((key_t)1234, 4096, IPC_CREAT|0666);");
    lab.run("A: shmaddr = (char *)shmat(shmid, (char *) NULL, 0)");
    lab.run("A: strcpy((char *)shmaddr, \"Linux Programming\");");
    lab.run("B: shmid = shmget((key_t)1234, 4096, 0666);");
    lab.run("B: shmaddr = (char *)shmat(shmid, (char *) NULL, 0)");
    lab.run("B: printf(\"%s\\n\", (char *)shmaddr)");
    QCOMPARE(lab.process("B").last->data, std::string("Linux Programming\n"));
    lab.run("A: shmdt(shmaddr)");
    QCOMPARE(lab.process("A").last->result, std::int64_t{0});
}

QTEST_GUILESS_MAIN(NotesTest)
#include "notes_test.moc"
