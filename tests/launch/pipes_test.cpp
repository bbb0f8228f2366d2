// What the supervisor says of descriptors and pipes: the kernel's truth, and a look changes
// nothing.
#include "tests/launch/small_lab.h"

#include <csignal>
#include <fcntl.h>
#include <sys/stat.h>

using namespace ipclab;

namespace {

ResolvedCall toPipe(int flags = 0) {
    return {CallId::Pipe2, 0, {flags}, {}};
}

ResolvedCall toWrite(int fd, std::string bytes) {
    const auto count = static_cast<std::int64_t>(bytes.size());
    return {CallId::Write, 0, {fd, count}, std::move(bytes)};
}

ResolvedCall toRead(int fd, std::int64_t count) {
    return {CallId::Read, 0, {fd, count}, {}};
}

ResolvedCall toClose(int fd) {
    return {CallId::Close, 0, {fd}, {}};
}

ResolvedCall toMakeFifo(std::string path) {
    return {CallId::Mkfifo, 0, {0600}, std::move(path)};
}

ResolvedCall toOpen(std::string path, int flags) {
    return {CallId::Open, 0, {flags, 0600}, std::move(path)};
}

} // namespace

class PipesTest : public QObject {
    Q_OBJECT
private slots:
    void theFirstPipeIs3And4() {
        SmallLab lab;
        SmallLab::Worker& worker = lab.start();
        const event::Returned made = lab.call(worker, toPipe());
        QCOMPARE(made.result, 0);
        QCOMPARE(made.files.size(), 2U);
        QCOMPARE(made.files[0].fd, 3);
        QCOMPARE(made.files[1].fd, 4);
        QVERIFY(made.files[0].file == made.files[1].file);
        QVERIFY(S_ISFIFO(made.files[0].file.mode));
    }

    void tablesAreToldWhenTheyChange() {
        SmallLab lab;
        SmallLab::Worker& worker = lab.start();
        const auto born = lab.events().next<event::DescriptorsSeen>();
        QCOMPARE(born.process, worker.process);
        QCOMPARE(std::get<event::DescriptorsSeen>(born.body).descriptors.size(), 3U);
        const event::Returned made = lab.call(worker, toPipe(O_NONBLOCK | O_CLOEXEC));
        const auto seen = lab.events().body<event::DescriptorsSeen>().descriptors;
        QCOMPARE(seen.size(), 5U);
        QCOMPARE(seen[4].fd, 4);
        QVERIFY(seen[4].file == made.files[1].file);
        QCOMPARE(seen[4].target, "pipe:[" + std::to_string(made.files[1].file.ino) + "]");
        QCOMPARE(seen[4].flags & O_ACCMODE, static_cast<std::uint32_t>(O_WRONLY));
        QVERIFY((seen[4].flags & O_NONBLOCK) != 0 && seen[4].closeOnExec);
        lab.call(worker, toClose(3));
        QCOMPARE(lab.events().body<event::DescriptorsSeen>().descriptors.size(), 4U);
    }

    void contentsAreSeenAndStay() {
        SmallLab lab;
        SmallLab::Worker& worker = lab.start();
        lab.call(worker, toPipe());
        lab.call(worker, toWrite(4, "hello"));
        lab.quiet();
        lab.call(worker, toRead(3, 1));
        const auto seen = nextWithBytes(lab, 4);
        QCOMPARE(seen.contents, std::string("ello"));
        QCOMPARE(seen.capacity, std::uint64_t{65536});
        QVERIFY(seen.quiet && seen.contentsKnown);
        const event::Returned read = lab.call(worker, toRead(3, 100));
        QCOMPARE(read.data, std::string("ello"));
    }

    /// The odd bytes still join the last page after it was looked at.
    void aLookLeavesTheLastPageOpen() {
        SmallLab lab;
        SmallLab::Worker& worker = lab.start();
        lab.call(worker, toPipe(O_NONBLOCK));
        for (int i = 0; i < 15; ++i)
            QCOMPARE(lab.call(worker, toWrite(4, std::string(4096, 'x'))).result, 4096);
        lab.call(worker, toWrite(4, "a"));
        lab.quiet();
        for (int i = 0; i < 3; ++i) {
            QCOMPARE(lab.call(worker, toWrite(4, "b")).result, 1);
            lab.quiet();
        }
        QCOMPARE(lab.call(worker, toWrite(4, std::string(4096, 'x'))).error, EAGAIN);
    }

    void aFullPipeOfPacketsIsSeen() {
        SmallLab lab;
        SmallLab::Worker& worker = lab.start();
        lab.call(worker, toPipe(O_NONBLOCK | O_DIRECT));
        lab.give(worker, toWrite(4, "packet"), 17);
        const auto seen = nextWithBytes(lab, 16 * 6);
        QCOMPARE(seen.contents.size(), std::size_t{16 * 6});
    }

    void aCloseIsTheLastOneInSpiteOfLooks() {
        SmallLab lab;
        SmallLab::Worker& worker = lab.start();
        lab.call(worker, {CallId::Sigaction, 0, {SIGPIPE, 1, 0}, {}});
        for (int i = 0; i < 200; ++i) {
            QCOMPARE(lab.call(worker, toPipe()).result, 0);
            QCOMPARE(lab.call(worker, toClose(3)).result, 0);
            QCOMPARE(lab.call(worker, toWrite(4, "x")).error, EPIPE);
            QCOMPARE(lab.call(worker, toClose(4)).result, 0);
        }
    }

    void anOpenThatWaitsIsAsleepAndReleased() {
        SmallLab lab;
        SmallLab::Worker& reader = lab.start();
        SmallLab::Worker& writer = lab.start();
        const event::Returned made = lab.call(reader, toMakeFifo("chat"));
        QCOMPARE(made.result, 0);
        lab.give(reader, toOpen("chat", O_RDONLY));
        QCOMPARE(std::get<event::SleepSeen>(lab.events().next<event::SleepSeen>().body).call,
                 CallId::Open);
        const event::Returned opened = lab.call(writer, toOpen("chat", O_WRONLY));
        QCOMPARE(opened.result, 3);
        QVERIFY(opened.files[0].file == made.files[0].file);
        QCOMPARE(reader.events.body<event::Returned>().result, 3);
        lab.give(reader, toRead(3, 10));
        QCOMPARE(std::get<event::SleepSeen>(lab.events().next<event::SleepSeen>().body).call,
                 CallId::Read);
        lab.call(writer, toClose(3));
        QCOMPARE(reader.events.body<event::Returned>().result, 0);
        QCOMPARE(lab.call(writer, {CallId::Unlink, 0, {}, "chat"}).result, 0);
    }

private:
    static event::PipeSeen nextWithBytes(SmallLab& lab, std::uint64_t bytes) {
        for (;;) {
            auto seen = lab.events().body<event::PipeSeen>();
            if (seen.bytes == bytes) return seen;
        }
    }
};

QTEST_GUILESS_MAIN(PipesTest)
#include "pipes_test.moc"
