// What is said of pipes, FIFOs and children: who still holds which end, and what that keeps away.
#include "gui/explain/moment.h"
#include "tests/gui/explain/scene.h"

using namespace ipclab;
using namespace ipclab::test;

namespace {

/// A's pipe, with A as B's parent: each holds 3, its read end, and 4, its write end.
struct PipeScene : Scene {
    PipeScene() {
        Pipe pipe;
        pipe.serial = 7;
        pipe.readers = pipe.writers = 1;
        world.pipes.push_back(pipe);
        for (const auto access : {AccessMode::Read, AccessMode::Write}) {
            OpenFile file;
            file.serial = access == AccessMode::Read ? 70 : 71;
            file.access = access;
            file.pipe = pipe.serial;
            world.files.push_back(file);
        }
        for (const char* letter : {"A", "B"})
            process(letter).descriptors = {{3, {70, false, {}}}, {4, {71, false, {}}}};
        process("B").parent = process("A").id;
    }

    Pipe& pipe() { return world.pipes.front(); }

    void putIn(std::size_t bytes, bool packet = false) {
        PipeSlot slot;
        slot.bytes = std::make_shared<const std::string>(bytes, 'x');
        slot.packet = packet;
        pipe().pages.push_back(slot);
        pipe().written += bytes;
    }

    void closed(const char* letter, int fd) {
        Process& who = process(letter);
        who.closed.push_back({fd, *world.file(who.descriptors.at(fd).file), world.timeNs});
        who.descriptors.erase(fd);
        returned(letter, CallId::Close, {fd}, 0);
    }

    QString said(const char* letter, Telling telling = Telling::Everything) {
        const Process& who = process(letter);
        return plain(explainOutcome(world, who, *who.last, telling).sentence);
    }

    void became(const char* path) {
        pipe().path = path;
        for (OpenFile& file : world.files)
            file.path = path;
    }
};

} // namespace

class PipesTest : public QObject {
    Q_OBJECT

private slots:
    void aClosedWriteEndSaysWhoStillKeepsTheEndOfTheFileAway() {
        PipeScene scene;
        scene.closed("B", 4);
        QCOMPARE(scene.said("B"),
                 QStringLiteral("A write end of the pipe was closed. Still open: A (descriptor 4). "
                                "A reader gets the end of the file only when the last of them is "
                                "closed; until then it sleeps when the pipe is empty."));
        scene.closed("A", 3);
        QCOMPARE(scene.said("A"),
                 QStringLiteral("A read end of the pipe was closed. Still open: B (descriptor 3). "
                                "A writer gets SIGPIPE only when the last of them is closed."));
    }

    void whatFollowsIsNotToldWhileItIsAsked() {
        PipeScene scene;
        scene.closed("A", 4);
        const QString fact =
            QStringLiteral("A write end of the pipe was closed. Still open: B (descriptor 4).");
        QCOMPARE(scene.said("A", Telling::WhatHappened), fact);
        QVERIFY(scene.said("A").startsWith(fact + " A reader gets"));
        QVERIFY(plain(stageSentence(scene.world, Telling::WhatHappened)).endsWith(fact));
    }

    void theLastWriteEndOfAnEmptyPipe() {
        PipeScene scene;
        scene.process("B").descriptors.erase(4);
        scene.closed("A", 4);
        scene.pipe().writers = 0;
        QCOMPARE(scene.said("A"),
                 QStringLiteral("That was the last write end of the pipe, and nothing is left in "
                                "it: whoever reads, A (descriptor 3) and B (descriptor 3), gets 0, "
                                "the end of the file."));
        scene.putIn(10);
        QVERIFY2(scene.said("A").contains("will read what is left in it (10 bytes)"),
                 qPrintable(scene.said("A")));
    }

    void aReaderThatHoldsAWriteEndItself() {
        PipeScene scene;
        scene.asleep("B", CallId::Read, {3, 64});
        QCOMPARE(plain(explainSleep(scene.world, scene.process("B")).sentence),
                 QStringLiteral("Nothing lies in the pipe, so the kernel puts B to sleep until A "
                                "(descriptor 4) writes. The end of the file cannot come meanwhile: "
                                "B holds a write end itself (descriptor 4), and closes nothing "
                                "while it sleeps."));
        scene.process("A").descriptors.erase(4);
        QVERIFY(plain(explainSleep(scene.world, scene.process("B")).sentence)
                    .contains("B forgot to close its own"));
    }

    void theEndOfAPipeIsForEverAndThatOfAFifoIsNot() {
        PipeScene scene;
        scene.pipe().writers = 0;
        scene.pipe().written = 4;
        scene.returned("B", CallId::Read, {3, 64}, 0, 0);
        QVERIFY2(scene.said("B").contains("read returns 0 each time"), qPrintable(scene.said("B")));
        scene.became("channel");
        QCOMPARE(scene.said("B"),
                 QStringLiteral("0 is the end of the file: nothing is left in the FIFO channel, "
                                "and nobody has it open for writing. Whoever opens it for writing "
                                "again revives it."));
        scene.pipe().unlinked = true; // nobody new can come
        QVERIFY2(scene.said("B").contains("read returns 0 each time"), qPrintable(scene.said("B")));
    }

    void aReadTakesOnePacketAndNotAllThatIsThere() {
        PipeScene scene;
        scene.putIn(1, true);
        scene.returned("A", CallId::Read, {3, 64}, 0, 1, "p");
        QCOMPARE(scene.said("A"),
                 QStringLiteral("One packet, of 1 byte. In packet mode (O_DIRECT) a read takes one "
                                "packet and never two, and what the buffer has no room for is "
                                "lost."));
        scene.pipe().pages.clear(); // it was the last one: the open ends still say so
        QVERIFY(scene.said("A").contains("A pipe is a stream"));
        scene.world.files.back().packets = true;
        QVERIFY(scene.said("A").startsWith("One packet"));
    }

    void aFullPipeStaysFullAfterOneByte() {
        PipeScene scene;
        scene.pipe().capacity = 1;
        scene.putIn(4096);
        scene.pipe().pages.front().read = 1;
        scene.returned("A", CallId::Read, {3, 1}, 0, 1, "x");
        QVERIFY2(scene.said("A").startsWith("Taken out: 1 byte. But the page stays in use"),
                 qPrintable(scene.said("A")));
    }

    void waitSaysWhereTheStatusWentOnlyWhereItWent() {
        PipeScene scene;
        const auto waited = [&scene](const char* line) {
            CallOutcome& outcome = scene.returned("A", CallId::Wait, {}, 0, scene.process("B").pid);
            outcome.detail = 3 << 8;
            outcome.statement = std::make_shared<const Statement>(*parseStatement(line));
            return scene.said("A");
        };
        QVERIFY2(waited("A: wait(&status)").contains("exited with 3, and status holds 3 × 256"),
                 qPrintable(scene.said("A")));
        QVERIFY2(waited("A: wait(NULL)").contains("it exited with 3. It was a zombie"),
                 qPrintable(scene.said("A")));
    }

    void anOpenerAloneIsToldWhy() {
        PipeScene scene;
        scene.became("channel");
        scene.pipe().writers = 0;
        scene.returned("B", CallId::Open, {flag("O_NONBLOCK")}, 0, 3);
        QVERIFY2(scene.said("B").contains("0 until somebody opens it for writing"),
                 qPrintable(scene.said("B")));
        scene.returned("B", CallId::Open, {0}, 0, 3);
        QCOMPARE(scene.said("B"), QStringLiteral("The other side came, so open returned; it is "
                                                 "gone again already."));
    }

    void anOpenDescriptorIsNotCalledTheWrongEndWhereItIsNotRead() {
        PipeScene scene;
        scene.returned("A", CallId::Read, {4, 64}, EBADF);
        QVERIFY(scene.said("A").contains("4 is a write end"));
        scene.returned("A", CallId::Dup2, {3, -1}, EBADF);
        QCOMPARE(scene.said("A"),
                 QStringLiteral("EBADF here: oldfd is not open, or newfd is negative or above the "
                                "limit."));
        scene.returned("A", CallId::Dup2, {9, 5}, EBADF);
        QCOMPARE(scene.said("A"), QStringLiteral("9 is no open descriptor of A."));
    }
};

QTEST_GUILESS_MAIN(PipesTest)
#include "pipes_test.moc"
