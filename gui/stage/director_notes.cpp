#include "gui/stage/director.h"

#include "engine/base/result.h"
#include "gui/stage/pipe_ends.h"
#include "gui/stage/stage_tr.h"

#include <csignal>

namespace ipclab {
namespace {

constexpr double noteMs = 900;

} // namespace

void Director::note(const World& world, const Event& event) {
    for (PipeMotion::Hold& hold : pipes_.takeHolds()) {
        Held& held = held_[hold.process];
        if (held.until == 0) held.buffers = std::move(hold.buffers);
        held.until = std::max(held.until, hold.until);
    }
    for (const PipeMotion::Overflow& over : pipes_.takeOverflow())
        count(over.process, {ObjectKind::Pipe, over.pipe}, over.write, 1);
    if (const auto* started = std::get_if<event::ProcessStarted>(&event.body)) {
        if (started->parent != 0 && !clock_.instant())
            births_[event.process] = {started->parent, clock_.now()};
    } else if (const auto* ended = std::get_if<event::ProcessEnded>(&event.body)) {
        const bool told = ended->code == SIGPIPE || ended->code == SIGSEGV || ended->code == SIGBUS;
        if (ended->killed && told)
            flashes_.push_back({event.process, words::text(signalName(ended->code)),
                                pipes_.toldAt(event.process), noteMs});
    } else if (const auto* returned = std::get_if<event::Returned>(&event.body)) {
        const Process* process = world.process(event.process);
        if (returned->call != CallId::Read || returned->result != 0 || !process || !process->last)
            return;
        const auto& args = process->last->call.args;
        if (args[1] > 0 && pipeOf(world, *process, args[0]))
            flashes_.push_back({event.process, StageTr::tr("end of file"),
                                pipes_.toldAt(event.process), noteMs, true});
    }
}

} // namespace ipclab
