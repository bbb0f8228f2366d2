#include "gui/explain/pipe_sleep.h"

#include "engine/call/language.h"
#include "gui/explain/pipe_phrase.h"

#include <algorithm>

namespace ipclab {

namespace {

using phrase::End;
using phrase::Holder;

/// Nobody but the reader itself could write: the write end that was forgotten.
bool onlyItself(const std::vector<Holder>& writers, const Process& process) {
    return std::ranges::all_of(writers,
                               [&](const Holder& holder) { return holder.process == &process; });
}

void explainReader(Explanation& explanation, const World& world, const Process& process,
                   const Pipe& pipe) {
    const auto writers = phrase::holders(world, pipe, End::Write);
    const QString who = phrase::name(process);
    if (!writers.empty() && onlyItself(writers, process)) {
        explanation.sentence =
            Explain::tr(
                "Nothing lies in %1, and the only write end that is still open is %2's own: "
                "%3. So it waits for itself, for ever. The end of the file comes when all "
                "write ends are closed: %2 forgot to close its own.")
                .arg(phrase::pipeName(pipe), who, phrase::holderList(writers));
        return;
    }
    std::vector<Holder> others;
    QStringList own; // its own write ends, by their numbers
    for (const Holder& holder : writers)
        if (holder.process == &process)
            own << QString::number(holder.fd);
        else
            others.push_back(holder);
    explanation.sentence =
        own.isEmpty()
            ? Explain::tr("Nothing lies in %1, so the kernel puts %2 to sleep. %3 can still write: "
                          "it wakes when bytes come, or when all of them have closed their write "
                          "ends.")
                  .arg(phrase::pipeName(pipe), who, phrase::holderList(writers))
            : Explain::tr("Nothing lies in %1, so the kernel puts %2 to sleep until %3 writes. The "
                          "end of the file cannot come meanwhile: %2 holds a write end itself "
                          "(descriptor %4), and closes nothing while it sleeps.")
                  .arg(phrase::pipeName(pipe), who, phrase::holderList(others), phrase::list(own));
    if (const auto writer = phrase::readyHolder(writers, process))
        explanation.fix = phrase::fix(
            Explain::tr("%1 writes hello").arg(phrase::text(writer->process->letter)),
            *writer->process,
            "write(" + phrase::descriptorName(*writer->process, writer->fd) + ", \"hello\", 5)");
}

void explainWriter(Explanation& explanation, const World& world, const Process& process,
                   const Pipe& pipe) {
    explanation.sentence =
        Explain::tr(
            "%1 of %2 page slots are in use (%3), so the kernel puts %4 to sleep until a page "
            "was read to its end.")
            .arg(pipe.pages.size())
            .arg(pipe.capacity)
            .arg(phrase::bytes(pipe.unread()), phrase::name(process));
    const auto readers = phrase::holders(world, pipe, End::Read);
    if (const auto reader = phrase::readyHolder(readers, process))
        explanation.fix = phrase::fix(
            Explain::tr("%1 reads a page").arg(phrase::text(reader->process->letter)),
            *reader->process,
            "read(" + phrase::descriptorName(*reader->process, reader->fd) + ", buf, 4096)");
}

void explainOpening(Explanation& explanation, const World& world, const Process& process) {
    const ResolvedCall& call = process.current->call;
    const QString path = phrase::text(call.data).toHtmlEscaped();
    const bool writes = phrase::has(call.args[0], "O_WRONLY");
    explanation.sentence =
        writes
            ? Explain::tr("The FIFO %1 opens when both sides are there, and nobody has it open for "
                          "reading yet. So open itself puts %2 to sleep.")
                  .arg(path, phrase::name(process))
            : Explain::tr("The FIFO %1 opens when both sides are there, and nobody has it open for "
                          "writing yet. So open itself puts %2 to sleep.")
                  .arg(path, phrase::name(process));
    for (const Process& other : world.processes) {
        if (other.state != ProcessState::Ready) continue;
        const std::string flags = writes ? "O_RDONLY" : "O_WRONLY";
        explanation.fix =
            phrase::fix(Explain::tr("%1 opens the other side").arg(phrase::text(other.letter)),
                        other, "fd = open(" + print(Value(call.data)) + ", " + flags + ")");
        return;
    }
}

void explainWaiting(Explanation& explanation, const World& world, const Process& process) {
    QStringList children;
    for (const Process& child : world.processes)
        if (child.parent == process.id && child.alive()) children << phrase::name(child);
    explanation.sentence = Explain::tr("%1 waits for a child to end: %2. Until then wait sleeps.")
                               .arg(phrase::name(process), phrase::list(children));
}

} // namespace

bool explainFileSleep(Explanation& explanation, const World& world, const Process& process) {
    const ResolvedCall& call = process.current->call;
    const Pipe* pipe = phrase::pipeOf(world, process, call.args[0]);
    switch (call.id) {
    case CallId::Read:
        if (pipe) explainReader(explanation, world, process, *pipe);
        return pipe != nullptr;
    case CallId::Write:
        if (pipe) explainWriter(explanation, world, process, *pipe);
        return pipe != nullptr;
    case CallId::Open:
        explainOpening(explanation, world, process);
        return true;
    case CallId::Wait:
        explainWaiting(explanation, world, process);
        return true;
    default:
        return false;
    }
}

} // namespace ipclab
