// Who sleeps on a pipe or FIFO: in read, in write, or in the open of a FIFO whose other end nobody
// has opened yet.
#include "engine/world/descriptors.h"
#include "engine/world/numbers.h"
#include "engine/world/pipes.h"
#include "engine/world/subjects.h"

namespace ipclab {

namespace {

using Kind = PipeSleeper::Kind;

/// The FIFO that the path of an open leads to; one that the lab has not met yet appears.
Pipe* openedBy(World& world, const ResolvedCall& open) {
    if (open.data.starts_with('/')) return nullptr;
    if (Pipe* known = namedPipe(world, open.data)) return known;
    return &addPipe(world, {number::fileFifo, 0, 0}, open.data);
}

Pipe* sleptOn(World& world, const Process& process, Kind& kind) {
    const ResolvedCall& call = process.current->call;
    switch (call.id) {
    case CallId::Read:
        kind = Kind::Reads;
        return pipeBehind(world, process, call.args[0]);
    case CallId::Write:
        kind = Kind::Writes;
        return pipeBehind(world, process, call.args[0]);
    case CallId::Open:
        kind = (call.args[0] & number::openAccess) == 0 ? Kind::OpensToRead : Kind::OpensToWrite;
        return openedBy(world, call);
    default:
        return nullptr;
    }
}

} // namespace

void lineUpAtPipe(World& world, const Process& process, bool behindEveryone) {
    Kind kind = Kind::Reads;
    Pipe* pipe = sleptOn(world, process, kind);
    if (!pipe) return;
    auto place = pipe->sleepers.end();
    // Sleep is seen a moment after it began; who entered first has slept first.
    while (!behindEveryone && place != pipe->sleepers.begin()) {
        const Process* before = world.process(std::prev(place)->process);
        if (!before || !before->current || before->current->enteredNs <= process.current->enteredNs)
            break;
        --place;
    }
    pipe->sleepers.insert(place, {process.id, kind});
    // Asleep in a write: what fitted is in.
    if (WriteInFlight* flight = kind == Kind::Writes ? flightOf(world, process.id) : nullptr)
        advance(world, *pipe, *flight, false, flight->bytes);
}

} // namespace ipclab
