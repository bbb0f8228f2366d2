// A program that is none of the lab's uses a FIFO in the scratch folder: the lab says what came
// from outside and what went there, and its looking takes nothing.
#include "tests/live/live_lab.h"

#include <csignal>
#include <fcntl.h>
#include <filesystem>
#include <sys/stat.h>
#include <unistd.h>

using namespace ipclab;
using Kind = event::OutsideChange::Kind;

namespace {

/// A FIFO of the lab, under the name that a program outside sees.
std::string fifoOf(LiveLab& lab) {
    lab.run("A: mkfifo(\"fifo\", 0666)");
    lab.run("A: chmod(\"fifo\", 0666)"); // mkfifo's mode was cut by the umask
    return lab->scratchFolder() / "fifo";
}

const Pipe& only(const World& world) {
    if (world.pipes.size() != 1) qFatal("there are %zu pipes", world.pipes.size());
    return world.pipes.front();
}

/// Writes as `cat` in a terminal does, and goes.
bool writeOutside(const std::string& path, const std::string& text, int more = 0) {
    return inAnotherProgram([&] {
        const int fd = ::open(path.c_str(), O_WRONLY | more);
        return fd >= 0 && ::write(fd, text.data(), text.size()) == ssize_t(text.size());
    });
}

/// At most so many bytes, without sleeping.
bool readOutside(const std::string& path, std::size_t most, const std::string& expected) {
    return inAnotherProgram([&] {
        std::string buffer(most, '\0');
        const int fd = ::open(path.c_str(), O_RDONLY | O_NONBLOCK);
        const ssize_t got = fd < 0 ? -1 : ::read(fd, buffer.data(), most);
        return got >= 0 && buffer.substr(0, std::size_t(got)) == expected;
    });
}

void verifyKernelHolds(const std::string& path, const std::string& expected) {
    QVERIFY(readOutside(path, expected.size() + 100, expected));
}

} // namespace

class OutsideFifoTest : public QObject {
    Q_OBJECT
private slots:
    void bytesWrittenOutsideAreToldAndStay();
    void bytesReadOutsideAreTold();
    void aSleepingOpenIsWokenFromOutside();
    void aSleepingReadIsServedFromOutside();
    void theEndOfAnOutsideWriterIsEndOfFile();
    void aReaderOutsideKeepsTheWriterFromSigpipe();
    void aNameThatIsTakenAwayOutside();
};

void OutsideFifoTest::bytesWrittenOutsideAreToldAndStay() {
    LiveLab lab;
    const std::string path = fifoOf(lab);
    lab.run("A: fd = open(\"fifo\", O_RDWR)");
    lab.run("A: write(fd, \"mine \", 5)");
    QVERIFY(writeOutside(path, "and theirs"));
    const auto change = lab.awaitOutside(Kind::Sent);
    QVERIFY(change.object == event::ObjectKind::Pipe);
    QCOMPARE(change.count, std::int64_t{10});
    QVERIFY(lab.awaitWorld([](const World& world) { return only(world).unread() == 15; }));
    QCOMPARE(only(*lab->world()).outsideChanges, 1U);
    lab.run("A: read(fd, buf, 64)");
    QCOMPARE(lab.process("A").last->data, std::string("mine and theirs"));
    QCOMPARE(lab->world()->outsideChanges, 1U);
}

void OutsideFifoTest::bytesReadOutsideAreTold() {
    LiveLab lab;
    const std::string path = fifoOf(lab);
    lab.run("A: fd = open(\"fifo\", O_RDWR)");
    lab.run("A: write(fd, \"one two three\", 13)");
    QVERIFY(readOutside(path, 4, "one "));
    const auto change = lab.awaitOutside(Kind::Taken);
    QVERIFY(change.object == event::ObjectKind::Pipe);
    QCOMPARE(change.count, std::int64_t{4});
    QVERIFY(lab.awaitWorld([](const World& world) { return only(world).unread() == 9; }));
    verifyKernelHolds(path, "two three");
}

/// open sleeps until somebody opens the other end, whoever that is.
void OutsideFifoTest::aSleepingOpenIsWokenFromOutside() {
    LiveLab lab;
    const std::string path = fifoOf(lab);
    lab.run("B: fd = open(\"fifo\", O_RDONLY)");
    QVERIFY(lab.process("B").state == ProcessState::Asleep);
    QVERIFY(writeOutside(path, "hello from outside"));
    QVERIFY(lab.awaitWorld([](const World& world) {
        const Process* process = world.process("B");
        return process->state == ProcessState::Ready && process->descriptors.size() == 4;
    }));
    lab.run("B: read(fd, buf, 64)");
    QCOMPARE(lab.process("B").last->data, std::string("hello from outside"));
    lab.run("B: read(fd, buf, 64)"); // who wrote it has gone
    QCOMPARE(lab.process("B").last->result, 0);
    QCOMPARE(lab->statistics().lost, 0U);
}

void OutsideFifoTest::aSleepingReadIsServedFromOutside() {
    LiveLab lab;
    const std::string path = fifoOf(lab);
    lab.run("A: fd = open(\"fifo\", O_RDWR)");
    lab.run("A: read(fd, buf, 64)");
    QVERIFY(lab.process("A").state == ProcessState::Asleep);
    QVERIFY(writeOutside(path, "wake up"));
    const auto change = lab.awaitOutside(Kind::Sent);
    QCOMPARE(change.count, std::int64_t{7});
    QVERIFY(lab.awaitWorld([](const World& world) {
        return world.process("A")->last && world.process("A")->last->data == "wake up";
    }));
    QVERIFY(lab.awaitWorld([](const World& world) { return only(world).unread() == 0; }));
}

void OutsideFifoTest::theEndOfAnOutsideWriterIsEndOfFile() {
    LiveLab lab;
    const std::string path = fifoOf(lab);
    lab.run("B: fd = open(\"fifo\", O_RDONLY|O_NONBLOCK)");
    const int outside = ::open(path.c_str(), O_WRONLY); // this test is the program
    QVERIFY(outside >= 0);
    lab.run("B: read(fd, buf, 64)");
    QCOMPARE(lab.process("B").last->error, EAGAIN); // somebody could still write
    ::close(outside);
    lab.run("B: read(fd, buf, 64)");
    QCOMPARE(lab.process("B").last->result, 0);
    QCOMPARE(lab.process("B").last->error, 0);
}

void OutsideFifoTest::aReaderOutsideKeepsTheWriterFromSigpipe() {
    LiveLab lab;
    const std::string path = fifoOf(lab);
    const int outside = ::open(path.c_str(), O_RDONLY | O_NONBLOCK);
    QVERIFY(outside >= 0);
    lab.run("A: fd = open(\"fifo\", O_WRONLY)"); // does not sleep: the reader is there
    QCOMPARE(lab.process("A").last->error, 0);
    lab.run("A: write(fd, \"out\", 3)");
    QCOMPARE(lab.process("A").last->result, 3);
    char buffer[8] = {};
    QCOMPARE(::read(outside, buffer, sizeof(buffer)), ssize_t{3});
    QCOMPARE(lab.awaitOutside(Kind::Taken).count, std::int64_t{3});
    ::close(outside);
    lab.run("A: write(fd, \"gone\", 4)");
    QVERIFY(lab.awaitWorld([](const World& world) {
        const Process* process = world.process("A");
        return process->state == ProcessState::Killed && process->endCode == SIGPIPE;
    }));
}

/// The channel lives on as long as somebody has it open.
void OutsideFifoTest::aNameThatIsTakenAwayOutside() {
    LiveLab lab;
    const std::string path = fifoOf(lab);
    lab.run("A: fd = open(\"fifo\", O_RDWR)");
    QVERIFY(inAnotherProgram([&] { return ::unlink(path.c_str()) == 0; }));
    lab.run("A: write(fd, \"still\", 5)");
    lab.run("A: read(fd, buf, 64)");
    QCOMPARE(lab.process("A").last->data, std::string("still"));
    lab.run("A: open(\"fifo\", O_RDWR)");
    QCOMPARE(lab.process("A").last->error, ENOENT);
}

QTEST_GUILESS_MAIN(OutsideFifoTest)
#include "outside_fifo_test.moc"
