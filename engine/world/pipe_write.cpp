// write(2) on a pipe: bytes on their way, a sleeper with part of them already in, and what the
// return says.
#include "engine/world/descriptors.h"
#include "engine/world/pipe_slots.h"
#include "engine/world/pipes.h"
#include "engine/world/queues.h"
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

Writing writingOf(World& world, const WriteInFlight& flight, const ResolvedCall& call) {
    const Process* process = world.process(flight.process);
    const OpenFile* file = process ? fileBehind(world, *process, call.args[0]) : nullptr;
    return {flight.serial, flight.process, file && file->packets, world.timeNs};
}

void forget(World& world, ProcessId process) {
    std::erase_if(world.writesInFlight,
                  [process](const WriteInFlight& each) { return each.process == process; });
}

} // namespace

WriteInFlight* flightOf(World& world, ProcessId process) {
    const auto found = std::ranges::find(world.writesInFlight, process, &WriteInFlight::process);
    return found == world.writesInFlight.end() ? nullptr : &*found;
}

void advance(World& world, Pipe& pipe, WriteInFlight& flight, bool beyond, std::uint64_t upTo) {
    const ResolvedCall* call = callOf(world, flight);
    if (!call) return;
    std::string padded;
    const std::string_view bytes = bytesOf(flight, *call, padded).substr(0, upTo);
    const Writing writing = writingOf(world, flight, *call);
    if (!flight.started) {
        const std::size_t join = std::min(joiningBytes(pipe, flight.bytes), bytes.size());
        joinLastSlot(pipe, bytes.substr(0, join), writing);
        flight.started = true;
        flight.copied = join;
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
        if (flight->copied > written) takeBack(*pipe, flight->copied - written);
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
