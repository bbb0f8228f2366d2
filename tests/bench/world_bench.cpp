// How many events a second one thread takes into journal and world, and what the states cost.
// Usage: bench_world [MILLIONS OF EVENTS].
#include "engine/base/clock.h"
#include "engine/journal/journal.h"
#include "engine/world/world.h"

#include <algorithm>
#include <cstdlib>
#include <fmt/format.h>

using namespace ipclab;

namespace {

constexpr std::int32_t queueId = 5;
constexpr ProcessId sender = firstWorker;
constexpr ProcessId receiver = firstWorker + 1;

/// The events of two processes that loop over one queue, as they come from the rings.
class Traffic {
public:
    Traffic(World& world, Journal* journal) : world_(world), journal_(journal) {
        add(sender, event::ProcessStarted{"A", "", "alice", 101, 1000, 1000, 0});
        add(receiver, event::ProcessStarted{"B", "", "alice", 102, 1000, 1000, 0});
        add(sender, event::Entered{1, {CallId::Msgget, 0, {1, 03600}, {}}});
        add(sender, returned(CallId::Msgget, queueId));
    }
    void send(const std::string& text) {
        const auto size = static_cast<std::int64_t>(text.size());
        add(sender, event::Entered{2, {CallId::Msgsnd, 0, {queueId, 1, size, 0}, text}});
        add(sender, returned(CallId::Msgsnd, 0));
    }
    void receive(const std::string& text) {
        add(receiver, event::Entered{3, {CallId::Msgrcv, 0, {queueId, 8192, 0, 0}, {}}});
        add(receiver, returned(CallId::Msgrcv, static_cast<std::int64_t>(text.size()), text));
    }
    [[nodiscard]] std::uint64_t events() const { return events_; }

private:
    static event::Returned returned(CallId call, std::int64_t result, std::string data = {}) {
        return {3, call, result, 0, data.empty() ? 0 : 1, std::move(data), {}, false};
    }
    void add(ProcessId process, event::Body body) {
        if (auto* returns = std::get_if<event::Returned>(&body))
            returns->ref = world_.process(process)->current->ref;
        const Event event{events_, static_cast<std::int64_t>(400 * events_), process,
                          std::move(body)};
        ++events_;
        applyTo(world_, event);
        if (journal_) {
            journal_->append(event);
            journal_->offer(world_);
        }
    }
    World& world_;
    Journal* journal_;
    std::uint64_t events_ = 0;
};

void report(const char* what, std::uint64_t events, std::int64_t ns) {
    fmt::print("{:<58} {:6.2f} million events/s  {:5.0f} ns each\n", what,
               static_cast<double>(events) * 1e3 / static_cast<double>(ns),
               static_cast<double>(ns) / static_cast<double>(events));
}

/// `depth` messages always stand in the queue.
void measureLoop(const char* what, std::uint64_t rounds, std::size_t depth, std::size_t size,
                 Journal* journal) {
    World world;
    Traffic traffic(world, journal);
    const std::string text(size, 'x');
    for (std::size_t i = 0; i < depth; ++i)
        traffic.send(text);
    const std::uint64_t before = traffic.events();
    const std::int64_t start = monotonicNs();
    for (std::uint64_t i = 0; i < rounds; ++i) {
        traffic.send(text);
        traffic.receive(text);
    }
    report(what, traffic.events() - before, monotonicNs() - start);
}

void measureAppend(std::uint64_t rounds) {
    Journal journal;
    Event entered{0, 0, sender,
                  event::Entered{2, {CallId::Msgsnd, 0, {queueId, 1, 5, 0}, "hello"}}};
    Event returns{0, 0, sender, event::Returned{2, CallId::Msgsnd, 0, 0, 0, {}, {}, false}};
    const std::int64_t start = monotonicNs();
    for (std::uint64_t i = 0; i < rounds; ++i) {
        entered.seq = 2 * i;
        entered.timeNs = static_cast<std::int64_t>(800 * i);
        returns.seq = entered.seq + 1;
        returns.timeNs = entered.timeNs + 400;
        journal.append(entered);
        journal.append(returns);
    }
    report("journal alone", 2 * rounds, monotonicNs() - start);
    fmt::print("{:<58} {:6.1f} bytes each\n", "an event in the journal",
               static_cast<double>(journal.memoryBytes() + journal.spilledBytes()) /
                   static_cast<double>(2 * rounds));
}

void measureCopy(std::size_t messages, std::size_t size) {
    World world;
    Traffic traffic(world, nullptr);
    for (std::size_t i = 0; i < messages; ++i)
        traffic.send(std::string(size, 'x'));
    std::int64_t best = INT64_MAX;
    for (int i = 0; i < 20; ++i) {
        const std::int64_t start = monotonicNs();
        const World copy = world;
        best = std::min(best, monotonicNs() - start);
    }
    fmt::print("a copy of a world with {} messages of {} bytes{:>10.2f} ms\n", messages, size,
               static_cast<double>(best) / 1e6);
}

void measureSeek(std::uint64_t rounds) {
    World world;
    Journal journal;
    Traffic traffic(world, &journal);
    for (std::uint64_t i = 0; i < rounds; ++i) {
        traffic.send("hello");
        traffic.receive("hello");
    }
    std::int64_t worst = 0;
    for (std::uint64_t part = 1; part <= 20; ++part) {
        const std::int64_t start = monotonicNs();
        if (journal.stateAt(traffic.events() * part / 20 - 1).events == 0) return;
        worst = std::max(worst, monotonicNs() - start);
    }
    fmt::print("{:<58} {:6.2f} ms at most, of {} events\n", "the state at some moment",
               static_cast<double>(worst) / 1e6, traffic.events());
}

} // namespace

int main(int argc, char** argv) {
    const std::uint64_t millions = argc > 1 ? std::strtoull(argv[1], nullptr, 10) : 4;
    const std::uint64_t rounds = std::max<std::uint64_t>(1, millions) * 250'000;
    Journal journal, deepJournal;
    measureLoop("world, 3 messages in the queue", rounds, 3, 5, nullptr);
    measureLoop("world and journal, 3 messages in the queue", rounds, 3, 5, &journal);
    measureLoop("world and journal, 16000 messages in the queue", rounds, 16000, 1, &deepJournal);
    measureLoop("world, 100 bytes a message", rounds, 3, 100, nullptr);
    measureAppend(2 * rounds);
    measureCopy(16000, 1);
    measureCopy(16000, 100);
    measureSeek(rounds);
    return 0;
}
