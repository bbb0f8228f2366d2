#include "gui/explain/outcome.h"
#include "gui/explain/pipe_phrase.h"

#include <algorithm>

namespace ipclab {

namespace {

using phrase::End;

void explainEnd(Explanation& explanation, const Outcome& outcome) {
    if (outcome.arg(1) == 0) {
        explanation.sentence = Explain::tr("0 bytes were asked for, and 0 came.");
        return;
    }
    explanation.severity = Severity::Worth;
    const Pipe* pipe = phrase::pipeOf(outcome.world, outcome.process, outcome.arg(0));
    if (!pipe) {
        explanation.sentence = Explain::tr("0 is the end of the file.");
        return;
    }
    const bool mayComeAgain = !pipe->path.empty() && !pipe->unlinked;
    QString sentence =
        Explain::tr("0 is the end of the file: all that was written has been read, and every write "
                    "end of %1 is closed. Nothing can come any more, so read returns 0 each time "
                    "from now on.");
    if (mayComeAgain && pipe->written == 0)
        sentence = Explain::tr("0 is the end of the file: no process has %1 open for writing yet. "
                               "Without O_NONBLOCK, open would have waited for one.");
    else if (mayComeAgain)
        sentence = Explain::tr("0 is the end of the file: nothing is left in %1, and nobody has it "
                               "open for writing. Whoever opens it for writing again revives it.");
    explanation.sentence = sentence.arg(phrase::pipeName(*pipe));
}

/// Whether writes into the pipe are packets: as its front page says, else as an open end does.
bool inPackets(const World& world, const Pipe& pipe) {
    if (!pipe.pages.empty()) return pipe.pages.front().packet;
    return std::ranges::any_of(world.files, [&pipe](const OpenFile& file) {
        return file.pipe == pipe.serial && file.packets;
    });
}

void explainGot(Explanation& explanation, const Outcome& outcome) {
    const Pipe* pipe = phrase::pipeOf(outcome.world, outcome.process, outcome.arg(0));
    const auto got = static_cast<std::uint64_t>(outcome.call.result);
    if (!pipe) {
        explanation.sentence = Explain::tr("Read: %1.").arg(phrase::bytes(got));
        return;
    }
    const bool full = pipe->pages.size() >= pipe->capacity;
    if (full && !pipe->pages.empty() && pipe->pages.front().read > 0) {
        explanation.severity = Severity::Worth;
        explanation.sentence =
            Explain::tr("Taken out: %1. But the page stays in use until all of it is read. For a "
                        "writer the pipe is as full as before.")
                .arg(phrase::bytes(got));
        return;
    }
    if (inPackets(outcome.world, *pipe)) {
        explanation.severity = Severity::Worth;
        explanation.sentence =
            Explain::tr("One packet, of %1. In packet mode (O_DIRECT) a read takes one packet and "
                        "never two, and what the buffer has no room for is lost.")
                .arg(phrase::bytes(got));
        return;
    }
    explanation.sentence =
        got < static_cast<std::uint64_t>(outcome.arg(1))
            ? Explain::tr(
                  "%1 asked for up to %2 and got the %3 that there were. A pipe is a stream: "
                  "it does not remember where a write began or ended.")
                  .arg(outcome.who(), phrase::bytes(static_cast<std::uint64_t>(outcome.arg(1))))
                  .arg(got)
            : Explain::tr("The kernel copied %1 out of its page into the buffer of %2. Nobody "
                          "else can read that now.")
                  .arg(phrase::bytes(got), outcome.who());
}

void explainEmpty(Explanation& explanation, const Outcome& outcome) {
    const Pipe* pipe = phrase::pipeOf(outcome.world, outcome.process, outcome.arg(0));
    if (!pipe) return;
    const auto writers = phrase::holders(outcome.world, *pipe, End::Write);
    explanation.sentence =
        Explain::tr(
            "Nothing lies in %1, and O_NONBLOCK forbids to sleep. It is no end of the file: "
            "%2 can still write.")
            .arg(phrase::pipeName(*pipe), phrase::holderList(writers));
    if (const auto writer = phrase::readyHolder(writers, outcome.process))
        explanation.fix = phrase::fix(
            Explain::tr("%1 writes hello").arg(phrase::text(writer->process->letter)),
            *writer->process,
            "write(" + phrase::descriptorName(*writer->process, writer->fd) + ", \"hello\", 5)");
}

} // namespace

/// EBADF; nothing where the descriptor is open and was not to be read or written.
void explainDescriptor(Explanation& explanation, const Outcome& outcome) {
    const std::int64_t fd = outcome.arg(0);
    if (!phrase::fileOf(outcome.world, outcome.process, fd))
        explanation.sentence =
            Explain::tr("%1 is no open descriptor of %2.").arg(fd).arg(outcome.who());
    else if (outcome.call.call.id == CallId::Read)
        explanation.sentence =
            Explain::tr("Descriptor %1 is a write end: nothing can be read from it.").arg(fd);
    else if (outcome.call.call.id == CallId::Write)
        explanation.sentence =
            Explain::tr("Descriptor %1 is a read end: nothing can be written into it.").arg(fd);
}

bool explainFileCommon(Explanation& explanation, const Outcome& outcome) {
    switch (outcome.call.error) {
    case EBADF:
        explainDescriptor(explanation, outcome);
        return true;
    case EINTR:
        explanation.sentence =
            Explain::tr("A signal's handler ran while %1 slept in the kernel, and it was set "
                        "without SA_RESTART: the call gave up with nothing done.")
                .arg(outcome.who());
        return true;
    case EFAULT:
        explanation.sentence =
            Explain::tr("The buffer's address is none of %1's own memory.").arg(outcome.who());
        return true;
    case EMFILE:
        explanation.sentence =
            Explain::tr(
                "%1 may not have more open descriptors: its limit RLIMIT_NOFILE is reached.")
                .arg(outcome.who());
        return true;
    default:
        return false;
    }
}

void explainRead(Explanation& explanation, const Outcome& outcome) {
    if (explainFileCommon(explanation, outcome)) return;
    if (outcome.call.error == EAGAIN) return explainEmpty(explanation, outcome);
    if (outcome.call.error != 0) return;
    if (outcome.call.result == 0) return explainEnd(explanation, outcome);
    explainGot(explanation, outcome);
}

} // namespace ipclab
