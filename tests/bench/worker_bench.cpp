// What reporting costs a worker: the same loop of msgsnd + msgrcv, and of write + read through a
// pipe, with and without it, and two events against the cheapest system call. CPU time of the
// worker's thread, side by side.
#include "engine/base/clock.h"
#include "tests/bench/report.h"
#include "workers/worker/runner.h"

#include <array>
#include <chrono>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/ipc.h>
#include <sys/msg.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace {

using namespace ipclab;

constexpr std::uint64_t rounds = 100'000;
constexpr std::size_t textBytes = 5;
constexpr std::int64_t pieceBytes = 64; ///< one slot of the ring in each direction

/// Empties the ring as the engine does, until the measuring process ends. Returns its exit status,
/// or 1 when an event came out of order.
int drainUntilEnd(RingMemory& memory, pid_t measuring) {
    RingReader reader(memory);
    bool inOrder = true;
    int status = 0;
    for (std::uint64_t next = 0;;) {
        const bool ended = ::waitpid(measuring, &status, WNOHANG) == measuring;
        while (const Record* record = reader.front()) {
            inOrder = inOrder && record->seq == next++;
            (void)reader.take();
        }
        if (ended) break;
        std::this_thread::sleep_for(std::chrono::milliseconds(2));
    }
    const bool ordered =
        bench::row("events lost or out of order", inOrder ? 0 : 1, bench::Bound::AtMost, 0);
    return ordered && WIFEXITED(status) ? WEXITSTATUS(status) : 1;
}

double plainLoop(int queue) {
    struct {
        long mtype;
        char mtext[textBytes];
    } message{1, {'h', 'e', 'l', 'l', 'o'}};
    const double before = bench::threadCpuNs();
    for (std::uint64_t i = 0; i < rounds; ++i) {
        if (::msgsnd(queue, &message, textBytes, 0) != 0) std::abort();
        if (::msgrcv(queue, &message, textBytes, 0, 0) != textBytes) std::abort();
    }
    return bench::threadCpuNs() - before;
}

double plainStream(const std::array<int, 2>& pipe) {
    std::array<char, pieceBytes> piece{};
    const double before = bench::threadCpuNs();
    for (std::uint64_t i = 0; i < rounds; ++i) {
        if (::write(pipe[1], piece.data(), piece.size()) != pieceBytes) std::abort();
        if (::read(pipe[0], piece.data(), piece.size()) != pieceBytes) std::abort();
    }
    return bench::threadCpuNs() - before;
}

/// The worker's own loop over the line's calls against the same calls by themselves.
template <class Plain> double reportedTo(Runner& runner, const Line& line, Plain plain) {
    static std::uint64_t number = 1;
    return bench::medianOf(9, [&] {
        const double alone = plain();
        const double before = bench::threadCpuNs();
        (void)runner.run(line, number++, {});
        return (bench::threadCpuNs() - before) / alone;
    });
}

bool measureLoop(Runner& runner, int queue) {
    Line line{rounds, 0, {}, {}};
    line.calls.push_back(plan({CallId::Msgsnd, 0, {queue, 1, textBytes}, "hello"}, 1));
    line.calls.push_back(plan({CallId::Msgrcv, 0, {queue, textBytes}, {}}, 2));
    const double ratio = reportedTo(runner, line, [&] { return plainLoop(queue); });
    return bench::row("worker: msgsnd + msgrcv, reported / not reported", ratio,
                      bench::Bound::AtMost, 1.15);
}

bool measureStream(Runner& runner) {
    std::array<int, 2> pipe{};
    if (::pipe2(pipe.data(), O_CLOEXEC) != 0) std::abort();
    Line line{rounds, 0, {}, {}};
    line.calls.push_back(
        plan({CallId::Write, 0, {pipe[1], pieceBytes}, std::string(pieceBytes, 'x')}, 1));
    line.calls.push_back(plan({CallId::Read, 0, {pipe[0], pieceBytes}, {}}, 2));
    const double ratio = reportedTo(runner, line, [&] { return plainStream(pipe); });
    return bench::row("worker: write + read of 64 bytes, reported / not reported", ratio,
                      bench::Bound::AtMost, 1.4);
}

bool measureEvents(Board& board, SharedRing& ring) {
    RingWriter writer(board, ring.memory(), board.workers[firstWorker]);
    const double ratio = bench::medianOf(9, [&] {
        const double start = bench::threadCpuNs();
        for (std::uint64_t i = 0; i < rounds; ++i)
            (void)::syscall(SYS_getppid);
        const double middle = bench::threadCpuNs();
        for (std::uint64_t i = 0; i < rounds; ++i) {
            for (int k = 0; k < 2; ++k) {
                Record record;
                record.timeNs = monotonicNs();
                writer.reserve(1);
                writer.publish(record);
            }
        }
        return (bench::threadCpuNs() - middle) / (middle - start);
    });
    return bench::row("two events / one getppid", ratio, bench::Bound::AtMost, 1.0);
}

} // namespace

int main() {
    auto board = SharedBoard::create();
    auto ring = SharedRing::create();
    if (!board || !ring) return 2;
    // A process of its own with one thread, as a worker is: the C library's calls cost more in a
    // program with several.
    const pid_t measuring = ::fork();
    if (measuring != 0) return drainUntilEnd(ring->memory(), measuring);
    const int queue = ::msgget(IPC_PRIVATE, 0600);
    auto same = SharedRing::attach(Fd(::fcntl(ring->fd(), F_DUPFD_CLOEXEC, 0)));
    if (!same) std::abort();
    Runner runner(**board, std::move(*same), firstWorker);
    const bool loop = measureLoop(runner, queue);
    const bool stream = measureStream(runner);
    const bool events = measureEvents(**board, *ring);
    ::msgctl(queue, IPC_RMID, nullptr);
    std::fflush(stdout);
    std::_Exit(loop && stream && events ? 0 : 1);
}
