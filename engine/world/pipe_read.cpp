// read(2) on a pipe. What the read brought is the truth: where the world had put the bytes of
// several writes in another order, or told of a later read first, it follows.
#include "engine/world/descriptors.h"
#include "engine/world/pipe_order.h"
#include "engine/world/pipe_slots.h"
#include "engine/world/pipes.h"
#include "engine/world/subjects.h"

#include <algorithm>

namespace ipclab {

namespace {

/// What was read is what a write found in its segment, whatever the world took to be there.
void learnText(WriteInFlight& flight, std::string_view read) {
    if (flight.copied > 0) return;
    if (flight.text && flight.text->starts_with(read.substr(0, flight.text->size()))) return;
    std::string text(read.substr(0, flight.bytes));
    text.resize(flight.bytes);
    flight.text = std::make_shared<const std::string>(std::move(text));
}

/// Bytes that were read before their write returned: the kernel copies in one go, so they came
/// with all the others that fitted.
void bringIn(World& world, Pipe& pipe, std::string_view data) {
    for (WriteInFlight& flight : world.writesInFlight) {
        if (pipe.unread() >= data.size() && beginsWith(pipe, data)) return;
        if (flight.pipe != pipe.serial || flight.copied == flight.bytes) continue;
        if (const Process* writer = world.process(flight.process);
            writer && writer->current && (writer->current->call.flags & rawAddress) != 0)
            learnText(flight, data.substr(std::min<std::size_t>(data.size(), pipe.unread())));
        advance(world, pipe, flight, false, flight.bytes);
    }
}

/// What a read brought, and how much it had asked for.
struct Brought {
    std::string_view data;
    std::uint64_t count = 0;
};

/// Whether this is exactly what a read would bring now.
bool isNext(const Pipe& pipe, const Brought& brought) {
    Pipe after = pipe;
    takeFromSlots(after, brought.count);
    return after.read - pipe.read == brought.data.size() && beginsWith(pipe, brought.data);
}

/// Whether it is what comes once others, who are still in a read of the same pipe, have had theirs:
/// the kernel lets readers in by the line, but who is let in first need not tell first.
bool isBehindOthers(const World& world, const Pipe& pipe, const Brought& brought) {
    Pipe ahead = pipe;
    for (const PipeSleeper& each : pipe.sleepers) {
        const Process* other = world.process(each.process);
        if (each.kind != PipeSleeper::Kind::Reads || !other || !other->current) continue;
        takeFromSlots(ahead, static_cast<std::uint64_t>(other->current->call.args[1]));
        if (isNext(ahead, brought)) return true;
    }
    return false;
}

std::string firstUnread(const Pipe& pipe, std::size_t bytes) {
    return unreadBytes(pipe).substr(0, bytes);
}

/// Whether another read, which was under way at the same time, was told of first, though it came
/// second: nobody saw that while its bytes could as well be the first ones.
bool cameBeforeTheLast(World& world, const Process& process, const Pipe& pipe,
                       const CallOutcome& done) {
    return std::ranges::any_of(world.processes, [&](const Process& other) {
        if (other.id == process.id || !other.last || other.last->call.id != CallId::Read ||
            other.last->returnedNs < done.enteredNs ||
            pipeBehind(world, other, other.last->call.args[0]) != &pipe)
            return false;
        const std::string& others = other.last->data;
        return others + firstUnread(pipe, done.data.size()) == done.data + others;
    });
}

/// The read has shown whose bytes come first; returns how many of them are nobody's in the lab.
std::uint64_t bringFirst(World& world, Pipe& pipe, std::string_view data) {
    const PipeOrder order = orderOf(world, pipe, data, anyNumber);
    arrange(world, pipe, order);
    return order.strange;
}

void take(World& world, Pipe& pipe, std::uint64_t bytes) {
    takeFromSlots(pipe, bytes);
    letWritersIn(world, pipe);
}

/// Those who were told of too early may have their turn now.
void takeEarlyReads(World& world, Pipe& pipe) {
    const auto fits = [&pipe](const std::string& data) { return beginsWith(pipe, data); };
    for (auto next = std::ranges::find_if(pipe.earlyReads, fits); next != pipe.earlyReads.end();
         next = std::ranges::find_if(pipe.earlyReads, fits)) {
        take(world, pipe, next->size());
        pipe.earlyReads.erase(next);
    }
}

} // namespace

void returnRead(World& world, const Process& process, const CallOutcome& done) {
    if (done.result <= 0 || done.refused) return;
    Pipe* pipe = pipeBehind(world, process, done.call.args[0]);
    if (!pipe) return;
    const Brought brought{done.data, static_cast<std::uint64_t>(done.call.args[1])};
    if (!beginsWith(*pipe, brought.data)) bringIn(world, *pipe, brought.data);
    if (!isNext(*pipe, brought) && isBehindOthers(world, *pipe, brought)) {
        pipe->earlyReads.push_back(done.data);
        return;
    }
    if (!beginsWith(*pipe, brought.data) && !cameBeforeTheLast(world, process, *pipe, done))
        pipe->strangeBytes += bringFirst(world, *pipe, brought.data);
    take(world, *pipe, static_cast<std::uint64_t>(done.result));
    takeEarlyReads(world, *pipe);
}

} // namespace ipclab
