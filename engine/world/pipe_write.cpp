// write(2) on a pipe: bytes on their way, a sleeper with part of them already in, and what the
// return says.
#include "engine/world/descriptors.h"
#include "engine/world/pipe_slots.h"
#include "engine/world/pipes.h"
#include "engine/world/queues.h"
#include "engine/world/segment_questions.h"
#include "engine/world/subjects.h"

#include <algorithm>

namespace ipclab {

namespace {

/// What the kernel was given: zeros behind the text where the count says more.
std::string_view bytesOf(const WriteInFlight& flight, const ResolvedCall& call,
                         std::string& padded) {
    if (flight.text && flight.text->size() == flight.bytes) return *flight.text;
    if (call.data.size() == flight.bytes) return call.data;
    padded = call.data;
    padded.resize(flight.bytes);
    return padded;
}

/// The call that the write belongs to: still in progress, or just over.
const ResolvedCall* callOf(const World& world, const WriteInFlight& flight) {
    const Process* process = world.process(flight.process);
    if (!process) return nullptr;
    if (process->current) return &process->current->call;
    return process->last ? &process->last->call : nullptr;
}

void forget(World& world, ProcessId process) {
    std::erase_if(world.writesInFlight,
                  [process](const WriteInFlight& each) { return each.process == process; });
}

bool isBeingRead(World& world, const Pipe& pipe) {
    return std::ranges::any_of(world.processes, [&](const Process& each) {
        return each.current && each.current->call.id == CallId::Read &&
               pipeBehind(world, each, each.current->call.args[0]) == &pipe;
    });
}

/// What stands in the process's segments from an address on; nothing where a part of it lies in
/// none.
std::shared_ptr<const std::string> textAt(const World& world, const Process& process,
                                          std::uint64_t address, std::uint64_t bytes) {
    std::string text;
    while (text.size() < bytes) {
        const auto place = placeOf(process, address + text.size());
        const Segment* segment = place ? world.segment(place->attachment->segment) : nullptr;
        if (!segment || !segment->contentsKnown) return nullptr;
        text += bytesOf(*segment, place->offset,
                        std::min<std::uint64_t>(bytes - text.size(), place->left));
    }
    return std::make_shared<const std::string>(std::move(text));
}

void lineUpAgain(Pipe& pipe, ProcessId process) {
    const auto place = std::ranges::find(pipe.sleepers, process, &PipeSleeper::process);
    if (place != pipe.sleepers.end()) std::rotate(place, place + 1, pipe.sleepers.end());
}

/// A writer who was awake was let in before one whom a read had woken: that one has found the pipe
/// full and sleeps again. Where somebody is reading, that read may have made the room.
void putSleepersOut(World& world, Pipe& pipe) {
    if (pipe.pages.size() <= pipe.capacity || isBeingRead(world, pipe)) return;
    for (WriteInFlight& flight : world.writesInFlight) {
        if (pipe.pages.size() <= pipe.capacity) return;
        if (flight.pipe != pipe.serial || flight.copied == 0) continue;
        const std::uint64_t tooMany = (pipe.pages.size() - pipe.capacity) * pipePageBytes;
        flight.copied -= takeBack(pipe, flight.serial, std::min(flight.copied, tooMany));
        flight.started = flight.copied > 0;
        lineUpAgain(pipe, flight.process);
    }
}

} // namespace

std::optional<std::string> textOf(const World& world, const WriteInFlight& flight) {
    const ResolvedCall* call = callOf(world, flight);
    if (!call || ((call->flags & rawAddress) != 0 && !flight.text)) return std::nullopt;
    std::string padded;
    return std::string(bytesOf(flight, *call, padded));
}

bool writesPackets(const World& world, const WriteInFlight& flight) {
    const ResolvedCall* call = callOf(world, flight);
    const Process* process = world.process(flight.process);
    if (!call || !process) return false;
    const auto descriptor = process->descriptors.find(static_cast<int>(call->args[0]));
    if (descriptor == process->descriptors.end()) return false;
    const OpenFile* file = world.file(descriptor->second.file);
    return file && file->packets;
}

WriteInFlight* flightOf(World& world, ProcessId process) {
    const auto found = std::ranges::find(world.writesInFlight, process, &WriteInFlight::process);
    return found == world.writesInFlight.end() ? nullptr : &*found;
}

void advance(World& world, Pipe& pipe, WriteInFlight& flight, bool beyond, std::uint64_t upTo) {
    const ResolvedCall* call = callOf(world, flight);
    if (!call) return;
    std::string padded;
    const std::string_view bytes = bytesOf(flight, *call, padded).substr(0, upTo);
    Writing writing{flight.serial, flight.process, writesPackets(world, flight),
                    world.timeNs,  flight.copied,  flight.bytes};
    if (!flight.started) {
        const std::size_t join = std::min(joiningBytes(pipe, flight.bytes), bytes.size());
        joinLastSlot(pipe, bytes.substr(0, join), writing);
        flight.started = true;
        flight.copied = writing.from = join;
    }
    if (flight.copied < bytes.size())
        flight.copied += fillSlots(pipe, bytes.substr(flight.copied), writing, beyond);
}

void letWritersIn(World& world, Pipe& pipe) {
    std::vector<PipeSleeper> again;
    for (auto sleeper = pipe.sleepers.begin();
         sleeper != pipe.sleepers.end() && pipe.pages.size() < pipe.capacity;) {
        WriteInFlight* flight = sleeper->kind == PipeSleeper::Kind::Writes
                                    ? flightOf(world, sleeper->process)
                                    : nullptr;
        if (!flight || flight->copied == flight->bytes) {
            ++sleeper;
            continue;
        }
        advance(world, pipe, *flight, false, flight->bytes);
        if (flight->copied == flight->bytes) {
            ++sleeper;
            continue;
        }
        again.push_back(*sleeper);
        sleeper = pipe.sleepers.erase(sleeper);
    }
    pipe.sleepers.insert(pipe.sleepers.end(), again.begin(), again.end());
}

void enterWrite(World& world, const Process& process, const CallInProgress& current) {
    forget(world, process.id);
    const OpenFile* file = fileBehind(world, process, current.call.args[0]);
    if (!file || file->pipe == 0 || file->access == AccessMode::Read) return;
    const std::int64_t bytes = current.call.args[1];
    if (bytes <= 0 || bytes > static_cast<std::int64_t>(maxPayload)) return;
    WriteInFlight& flight = world.writesInFlight.emplace_back();
    flight.process = process.id;
    flight.ref = current.ref;
    flight.pipe = file->pipe;
    flight.serial = world.nextSerial++;
    flight.bytes = static_cast<std::uint64_t>(bytes);
    if ((current.call.flags & rawAddress) != 0)
        flight.text =
            textAt(world, process, static_cast<std::uint64_t>(current.call.args[2]), flight.bytes);
}

void returnWrite(World& world, const Process& process, const CallOutcome& done) {
    WriteInFlight* flight = flightOf(world, process.id);
    if (!flight) return;
    const auto written = static_cast<std::uint64_t>(std::max<std::int64_t>(0, done.result));
    if ((done.call.flags & rawAddress) != 0 && flight->copied == 0 && !done.data.empty()) {
        std::string told = done.data;
        told.resize(flight->bytes);
        flight->text = std::make_shared<const std::string>(std::move(told));
    }
    if (Pipe* pipe = findPipe(world, flight->pipe); pipe && !done.refused) {
        // Its readers may have returned before it did: then there was room.
        if (flight->copied < written) advance(world, *pipe, *flight, true, written);
        if (flight->copied > written) takeBack(*pipe, flight->serial, flight->copied - written);
        forget(world, process.id);
        putSleepersOut(world, *pipe);
    }
    forget(world, process.id);
}

void endInWriteOrRead(World& world, const Process& process) {
    if (process.current)
        if (const CallId call = process.current->call.id;
            call == CallId::Write || call == CallId::Read)
            if (Pipe* pipe = pipeBehind(world, process, process.current->call.args[0]))
                pipe->uncertain = true;
    forget(world, process.id);
}

} // namespace ipclab
