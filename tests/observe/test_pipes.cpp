// What a look says of a pipe's contents, beside what was written into it.
#include "engine/base/fd.h"
#include "engine/observe/pipe_look.h"

#include <QTest>
#include <fcntl.h>
#include <string>
#include <unistd.h>

using namespace ipclab;

namespace {

/// A pipe with room for many pages, whose write end makes packets or not, as is asked each time.
class MixedPipe {
public:
    MixedPipe() {
        int ends[2] = {-1, -1};
        if (::pipe2(ends, O_NONBLOCK) != 0) qFatal("pipe2");
        read_ = Fd(ends[0]);
        write_ = Fd(ends[1]);
    }
    void write(const std::string& bytes, bool packets = false) {
        const int flags = O_NONBLOCK | (packets ? O_DIRECT : 0);
        if (::fcntl(write_.get(), F_SETFL, flags) != 0) qFatal("fcntl");
        const ssize_t put = ::write(write_.get(), bytes.data(), bytes.size());
        QCOMPARE(put, static_cast<ssize_t>(bytes.size()));
        all_ += bytes;
    }
    [[nodiscard]] event::PipeSeen look() const { return lookAtPipe(read_.get()); }
    [[nodiscard]] const std::string& all() const { return all_; }

private:
    Fd read_, write_;
    std::string all_;
};

std::string text(std::size_t length, char first) {
    std::string made;
    for (std::size_t i = 0; i < length; ++i)
        made += static_cast<char>(first + static_cast<char>(i % 20));
    return made;
}

} // namespace

class ObservePipesTest : public QObject {
    Q_OBJECT
private slots:
    void contentsAreReadAndStay() {
        MixedPipe pipe;
        pipe.write(text(9000, 'a'));
        for (int i = 0; i < 2; ++i) {
            const event::PipeSeen seen = pipe.look();
            QVERIFY(seen.contentsKnown);
            QCOMPARE(seen.bytes, std::uint64_t{9000});
            QCOMPARE(seen.contents, pipe.all());
        }
    }

    /// A read that reaches into a packet brings a part of it, and the rest would be gone.
    void packetsBehindAStreamAreReadWhole() {
        MixedPipe pipe;
        pipe.write(text(3 * 4096, 'a'));
        pipe.write(text(4000, 'b'));
        pipe.write(text(4096 + 904, 'c'), true);
        pipe.write(text(5, 'd'));
        pipe.write(text(16 * 4096 - 8 * 4096, 'e'));
        const event::PipeSeen seen = pipe.look();
        QCOMPARE(seen.bytes, static_cast<std::uint64_t>(pipe.all().size()));
        QCOMPARE(seen.contents.size(), pipe.all().size());
        QVERIFY(seen.contents == pipe.all());
    }
};

QTEST_GUILESS_MAIN(ObservePipesTest)
#include "test_pipes.moc"
