// What reporting costs a worker: the same loop of msgsnd + msgrcv with and without it, and two
// events against the cheapest system call. CPU time of the worker's thread, side by side.
#include "engine/base/clock.h"
#include "tests/bench/report.h"
#include "workers/worker/runner.h"

#include <atomic>
#include <chrono>
#include <fmt/format.h>
#include <sys/ipc.h>
#include <sys/msg.h>
#include <sys/syscall.h>
#include <thread>
#include <unistd.h>

namespace {

using namespace ipclab;

constexpr std::uint64_t rounds = 100'000;
constexpr std::size_t textBytes = 5;

/// Empties a ring as the engine does: every 4 ms.
class Drain {
public:
    explicit Drain(RingMemory& memory) : reader_(memory), thread_([this] { run(); }) {}
    ~Drain() {
        stop_ = true;
        thread_.join();
    }
    Drain(const Drain&) = delete;
    Drain& operator=(const Drain&) = delete;
    [[nodiscard]] bool inOrder() const { return inOrder_; }

private:
    void run() {
        while (!stop_) {
            while (const Record* record = reader_.front()) {
                inOrder_ = inOrder_ && record->seq == next_++;
                (void)reader_.take();
            }
            std::this_thread::sleep_for(std::chrono::milliseconds(2)); // as the engine
        }
    }
    RingReader reader_;
    std::uint64_t next_ = 0;
    std::atomic<bool> inOrder_{true};
    std::atomic<bool> stop_{false};
    std::thread thread_;
};

PlannedCall planned(CallId id, CallRef ref, std::array<std::int64_t, 6> args, std::string data) {
    ResolvedCall call{id, 0, args, std::move(data)};
    const std::size_t largest = largestResult(call);
    return {std::move(call), ref, systemCallNumber(id), largest};
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

bool measureLoop(Board& board, SharedRing& ring, int queue) {
    Runner runner(board, ring.memory(), firstWorker);
    Line line{rounds, 0, {}};
    line.calls.push_back(planned(CallId::Msgsnd, 1, {queue, 1, textBytes, 0, 0, 0}, "hello"));
    line.calls.push_back(planned(CallId::Msgrcv, 2, {queue, textBytes, 0, 0, 0, 0}, {}));
    std::uint64_t number = 1;
    const double ratio = bench::medianOf(9, [&] {
        const double plain = plainLoop(queue);
        const double before = bench::threadCpuNs();
        runner.run(line, number++);
        const double cpu = bench::threadCpuNs() - before;
        return cpu / plain;
    });
    return bench::row("worker: msgsnd + msgrcv, reported / not reported", ratio,
                      bench::Bound::AtMost, 1.15);
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
    const int queue = ::msgget(IPC_PRIVATE, 0600);
    bool holds = true;
    {
        Drain drain(ring->memory());
        holds = measureLoop(**board, *ring, queue) && holds;
        holds = measureEvents(**board, *ring) && holds;
        holds =
            bench::row("events out of order", drain.inOrder() ? 0 : 1, bench::Bound::AtMost, 0) &&
            holds;
    }
    ::msgctl(queue, IPC_RMID, nullptr);
    return holds ? 0 : 1;
}
