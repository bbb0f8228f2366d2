// read(2) on a pipe. What the read brought is the truth: where the world had put the bytes of
// several writes in another order, it follows.
#include "engine/world/descriptors.h"
#include "engine/world/pipe_slots.h"
#include "engine/world/pipes.h"
#include "engine/world/subjects.h"

#include <algorithm>

namespace ipclab {

namespace {

/// What was read is what a write found in its segment.
void learnText(WriteInFlight& flight, std::string_view read) {
    if (flight.copied > 0) return;
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

} // namespace

void returnRead(World& world, const Process& process, const CallOutcome& done) {
    if (done.result <= 0 || done.refused) return;
    Pipe* pipe = pipeBehind(world, process, done.call.args[0]);
    if (!pipe) return;
    const std::string_view data = done.data;
    if (!beginsWith(*pipe, data)) {
        bringIn(world, *pipe, data);
        if (!beginsWith(*pipe, data)) pipe->strangeBytes += arrange(world, *pipe, data);
    }
    takeFromSlots(*pipe, static_cast<std::uint64_t>(done.result));
    letWritersIn(world, *pipe);
}

} // namespace ipclab
