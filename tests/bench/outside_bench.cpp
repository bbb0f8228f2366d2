// How long it takes until the lab shows what another program did to a queue or a segment on the
// stage. This program is that other one: it makes the raw call, and waits for the world.
#include "tests/bench/bench_lab.h"
#include "tests/bench/report.h"

#include <algorithm>
#include <condition_variable>
#include <cstdlib>
#include <fmt/format.h>
#include <mutex>
#include <random>
#include <sys/msg.h>
#include <sys/shm.h>
#include <time.h>

namespace {

using namespace ipclab;

constexpr int rounds = 101;
constexpr double budgetMs = 100;
constexpr std::chrono::seconds patience{10};

/// Wakes up at every batch of events.
class News {
public:
    explicit News(Lab& lab) : lab_(lab) {
        lab.onEvents([this] {
            const std::lock_guard lock(mutex_);
            changed_.notify_all();
        });
    }
    ~News() { lab_.onEvents({}); }
    News(const News&) = delete;
    News& operator=(const News&) = delete;
    /// Until the world counts one more change from outside. False when none comes.
    bool awaitChange(std::uint64_t before) {
        std::unique_lock lock(mutex_);
        return changed_.wait_for(lock, patience,
                                 [&] { return lab_.world()->outsideChanges > before; });
    }

private:
    Lab& lab_;
    std::mutex mutex_;
    std::condition_variable changed_;
};

/// The lab looks in a rhythm of its own; no round may begin at the same beat of it.
void waitABit(std::minstd_rand& random) {
    constexpr int most = 40'000'000; // ns, longer than from look to look
    const timespec time{0, std::uniform_int_distribution<int>(0, most)(random)};
    ::nanosleep(&time, nullptr);
}

/// Milliseconds from before the call until its change is in the world, for each round.
template <class Make> std::vector<double> delays(bench::BenchLab& lab, Make make) {
    constexpr double nsPerMs = 1e6;
    News news(lab.lab());
    std::minstd_rand random;
    std::vector<double> all;
    for (int i = 0; i < rounds; ++i) {
        lab.finish();
        waitABit(random);
        const std::uint64_t before = lab.lab().world()->outsideChanges;
        const double start = bench::wallNs();
        if (!make(i) || !news.awaitChange(before)) return {};
        all.push_back((bench::wallNs() - start) / nsPerMs);
    }
    return all;
}

bool report(const std::string& what, std::vector<double> all) {
    const std::string row = "outside: " + what + " until it is shown, the longest";
    if (all.empty()) return bench::unmeasured(row, "it was not told");
    std::ranges::sort(all);
    const bool holds = bench::row(row, all.back(), bench::Bound::AtMost, budgetMs, "ms");
    bench::note(fmt::format("  half of {} came within", rounds), all[all.size() / 2], "ms");
    return holds;
}

bool queueRow() {
    bench::BenchLab lab;
    lab.start("A");
    lab.give("A: q = msgget(IPC_PRIVATE, 0666)");
    lab.finish();
    const int id = lab.lab().world()->queues.front().stat.id;
    const auto send = [id](int) {
        const struct {
            long type = 1;
            char text[1] = {'x'};
        } message;
        return ::msgsnd(id, &message, sizeof message.text, IPC_NOWAIT) == 0;
    };
    return report("a message sent", delays(lab, send));
}

bool segmentRow() {
    bench::BenchLab lab;
    lab.start("A");
    lab.give("A: s = shmget(IPC_PRIVATE, 65536, 0666)");
    lab.finish();
    lab.give("A: p = shmat(s, NULL, 0)");
    lab.finish();
    lab.give("A: memset(p, 0, 65536)"); // a page that A never touched the lab cannot read
    lab.finish();
    const int id = lab.lab().world()->segments.front().stat.id;
    void* const memory = ::shmat(id, nullptr, 0);
    if (memory == reinterpret_cast<void*>(-1)) // NOLINT(performance-no-int-to-ptr)
        return bench::unmeasured("outside: a byte written", "the segment cannot be attached");
    const auto write = [memory](int round) {
        static_cast<volatile char*>(memory)[round * 600] = 'x';
        return true;
    };
    lab.finish(); // the attachment is a change of its own
    const bool holds = report("a byte written", delays(lab, write));
    ::shmdt(memory);
    return holds;
}

} // namespace

int main() {
    const bool queue = queueRow(), segment = segmentRow();
    return queue && segment ? 0 : 1;
}
