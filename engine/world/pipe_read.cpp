// read(2) on a pipe. What the read brought is the truth: where the world had put the bytes of
// several writes in another order, or told of a later read first, it follows.
#include "engine/world/descriptors.h"
#include "engine/world/pipe_order.h"
#include "engine/world/pipe_slots.h"
#include "engine/world/pipes.h"
#include "engine/world/subjects.h"

#include <algorithm>
#include <tuple>

namespace ipclab {

namespace {

/// Fewer bytes than these may well be like those at the beginning of another write.
constexpr std::size_t fewBytes = 8;

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

/// Whether the other's last read was of the same pipe, and under way at the same time.
bool readMeanwhile(World& world, const Process& other, const Process& self, const Pipe& pipe,
                   const CallOutcome& done) {
    return other.id != self.id && other.last && other.last->call.id == CallId::Read &&
           other.last->returnedNs >= done.enteredNs &&
           pipeBehind(world, other, other.last->call.args[0]) == &pipe;
}

/// Whether another read, which was under way at the same time, was told of first, though it came
/// second: nobody saw that while its bytes could as well be the first ones.
bool cameBeforeTheLast(World& world, const Process& process, const Pipe& pipe,
                       const CallOutcome& done) {
    return std::ranges::any_of(world.processes, [&](const Process& other) {
        if (!readMeanwhile(world, other, process, pipe, done) || pipe.earlyReads.contains(other.id))
            return false;
        const std::string& others = other.last->data;
        return others + firstUnread(pipe, done.data.size()) == done.data + others;
    });
}

bool isOneOfSeveral(World& world, const Process& process, const Pipe& pipe,
                    const CallOutcome& done) {
    return std::ranges::any_of(world.processes, [&](const Process& other) {
        return readMeanwhile(world, other, process, pipe, done);
    });
}

/// Bytes that are alike cannot be told apart: what the kernel gave to one of several readers, the
/// world may have given to another. Its like still stands further behind, and goes instead.
void takeLikeBytes(PipeOrder& order, std::size_t brought) {
    auto behind = order.parts.begin();
    for (std::size_t before = 0; behind != order.parts.end() && before < brought; ++behind)
        before += behind->bytes.size();
    for (auto part = order.parts.begin(); part != behind; ++part) {
        if (part->piece.write != 0) continue;
        for (const char byte : part->bytes)
            for (auto other = behind; other != order.parts.end(); ++other) {
                const std::size_t at = other->packet ? std::string::npos : other->bytes.find(byte);
                if (at == std::string::npos) continue;
                other->bytes.erase(at, 1);
                --order.strange;
                break;
            }
    }
    order.parts.erase(std::remove_if(behind, order.parts.end(),
                                     [](const auto& part) { return part.bytes.empty(); }),
                      order.parts.end());
}

/// A read has shown whose bytes come first, and how many of them are nobody's in the lab.
void bringFirst(World& world, Pipe& pipe, const PipeOrder& order) {
    arrange(world, pipe, order);
    pipe.strangeBytes += order.strange;
}

void take(World& world, Pipe& pipe, std::uint64_t bytes) {
    takeFromSlots(pipe, bytes);
    letWritersIn(world, pipe);
}

/// Whose read of the same pipe has entered and not returned: the kernel may have let it in first.
std::vector<ReadUnderWay> othersReading(World& world, ProcessId self, const Pipe& pipe) {
    std::vector<ReadUnderWay> all;
    for (const Process& other : world.processes)
        if (other.id != self && other.alive() && other.current &&
            other.current->call.id == CallId::Read &&
            pipeBehind(world, other, other.current->call.args[0]) == &pipe)
            all.push_back({other.id, other.calls});
    return all;
}

/// Whether nobody is left who could still tell of a read that came before it.
bool isComplete(const World& world, const EarlyRead& early) {
    return std::ranges::none_of(early.others, [&](const ReadUnderWay& each) {
        const Process* other = world.process(each.process);
        return other && other->alive() && other->calls == each.calls;
    });
}

using EarlyLine = std::map<ProcessId, std::deque<EarlyRead>>::iterator;

/// The process whose early read is exactly what a read would bring now; or the end.
EarlyLine nextInTurn(Pipe& pipe) {
    return std::ranges::find_if(pipe.earlyReads, [&](const auto& line) {
        return isNext(pipe, {line.second.front().data, line.second.front().count});
    });
}

/// Of those who have waited for long enough, or of `all`, the one that an order of the writes
/// explains best; or the end.
EarlyLine bestExplained(World& world, Pipe& pipe, bool all) {
    EarlyLine best = pipe.earlyReads.end();
    std::uint64_t least = anyNumber;
    for (EarlyLine line = pipe.earlyReads.begin(); line != pipe.earlyReads.end(); ++line) {
        const EarlyRead& early = line->second.front();
        if (!all && !isComplete(world, early)) continue;
        const std::uint64_t strange = orderOf(world, pipe, early.data, anyNumber).strange;
        if (strange < least) std::tie(best, least) = std::pair(line, strange);
    }
    return best;
}

/// Those who were told of too early have their turn where it has come; `all`: or where it has not.
void takeEarlyReads(World& world, Pipe& pipe, bool all) {
    while (!pipe.earlyReads.empty()) {
        EarlyLine line = nextInTurn(pipe);
        if (line == pipe.earlyReads.end()) line = bestExplained(world, pipe, all);
        if (line == pipe.earlyReads.end()) return;
        const std::string data = std::move(line->second.front().data);
        line->second.pop_front();
        if (line->second.empty()) pipe.earlyReads.erase(line);
        if (!beginsWith(pipe, data)) {
            PipeOrder order = orderOf(world, pipe, data, anyNumber);
            takeLikeBytes(order, data.size());
            bringFirst(world, pipe, order);
        }
        take(world, pipe, data.size());
    }
}

/// It waits until all have told who may have been let in before it.
void putOff(World& world, const Process& process, Pipe& pipe, const Brought& brought) {
    pipe.earlyReads[process.id].push_back(
        {std::string(brought.data), brought.count, othersReading(world, process.id, pipe)});
}

void takeOrPutOff(World& world, const Process& process, Pipe& pipe, const CallOutcome& done) {
    const Brought brought{done.data, static_cast<std::uint64_t>(done.call.args[1])};
    if (pipe.earlyReads.contains(process.id)) // it comes behind the process's own
        return putOff(world, process, pipe, brought);
    if (!beginsWith(pipe, brought.data)) bringIn(world, pipe, brought.data);
    if (!isNext(pipe, brought) && isBehindOthers(world, pipe, brought))
        return putOff(world, process, pipe, brought);
    if (!beginsWith(pipe, brought.data) && !cameBeforeTheLast(world, process, pipe, done)) {
        PipeOrder order = orderOf(world, pipe, brought.data, anyNumber);
        const bool doubtful = order.strange > 0 || brought.data.size() < fewBytes;
        const bool waits =
            !pipe.earlyReads.empty() || !othersReading(world, process.id, pipe).empty();
        if (doubtful && waits) return putOff(world, process, pipe, brought);
        if (isOneOfSeveral(world, process, pipe, done)) takeLikeBytes(order, brought.data.size());
        bringFirst(world, pipe, order);
    }
    take(world, pipe, static_cast<std::uint64_t>(done.result));
}

} // namespace

void settleEarlyReads(World& world, Pipe& pipe) {
    takeEarlyReads(world, pipe, true);
}

void returnRead(World& world, const Process& process, const CallOutcome& done) {
    Pipe* pipe = pipeBehind(world, process, done.call.args[0]);
    if (!pipe || done.refused) return;
    if (done.result > 0) takeOrPutOff(world, process, *pipe, done);
    takeEarlyReads(world, *pipe, false);
}

} // namespace ipclab
