#include "gui/explain/outcome.h"
#include "gui/explain/pipe_phrase.h"

namespace ipclab {

namespace {

using phrase::End;

/// Why a pipe with room for bytes has none for a write.
QString slotRule(const Pipe& pipe) {
    const std::uint64_t room = std::uint64_t{pipe.capacity} * pipePageBytes;
    if (!pipe.pages.empty() && pipe.pages.front().read > 0)
        return QLatin1Char(' ') + Explain::tr("The page at the front was read only in part; it is "
                                              "free when the rest of it is read.");
    if (!pipe.pages.empty() && pipe.pages.back().packet)
        return QLatin1Char(' ') + Explain::tr("A packet takes a whole slot, however small it is.");
    if (pipe.unread() < room)
        return QLatin1Char(' ') +
               Explain::tr("A write goes on in the last page only if it fits there; otherwise it "
                           "begins a page of its own. So fewer than %1 bytes fill the pipe.")
                   .arg(room);
    return {};
}

void explainFull(Explanation& explanation, const Outcome& outcome) {
    const Pipe* pipe = phrase::pipeOf(outcome.world, outcome.process, outcome.arg(0));
    if (!pipe) return;
    explanation.sentence =
        Explain::tr("%1 of %2 page slots are in use (%3), and O_NONBLOCK forbids to sleep.")
            .arg(pipe->pages.size())
            .arg(pipe->capacity)
            .arg(phrase::bytes(pipe->unread())) +
        slotRule(*pipe);
    const auto readers = phrase::holders(outcome.world, *pipe, End::Read);
    if (const auto reader = phrase::readyHolder(readers, outcome.process))
        explanation.fix = phrase::fix(
            Explain::tr("%1 reads a page").arg(phrase::text(reader->process->letter)),
            *reader->process,
            "read(" + phrase::descriptorName(*reader->process, reader->fd) + ", buf, 4096)");
}

void explainBroken(Explanation& explanation, const Outcome& outcome) {
    explanation.sentence =
        Explain::tr("Every read end is closed, so nobody can ever read this. The kernel sends "
                    "SIGPIPE, which kills; %1 ignores or catches it and so lives to see EPIPE.")
            .arg(outcome.who());
}

void explainWritten(Explanation& explanation, const Outcome& outcome) {
    const Pipe* pipe = phrase::pipeOf(outcome.world, outcome.process, outcome.arg(0));
    const auto written = static_cast<std::uint64_t>(outcome.call.result);
    const auto asked = static_cast<std::uint64_t>(outcome.arg(1));
    if (written < asked) {
        explanation.severity = Severity::Worth;
        explanation.sentence =
            Explain::tr("Only %1 of %2 bytes went in. Up to PIPE_BUF (4096) a write is all or "
                        "nothing; a larger one is not, and the program has to write the rest "
                        "itself. Another writer's bytes may come in between.")
                .arg(written)
                .arg(asked);
        return;
    }
    if (!pipe) {
        explanation.sentence = Explain::tr("Written: %1.").arg(phrase::bytes(written));
        return;
    }
    explanation.sentence =
        Explain::tr("The kernel copied %1 from %2 into its pages: %3 of %4 in use now. The "
                    "buffer keeps its contents.")
            .arg(phrase::bytes(written), outcome.who())
            .arg(pipe->pages.size())
            .arg(pipe->capacity);
}

} // namespace

void explainWrite(Explanation& explanation, const Outcome& outcome) {
    if (explainFileCommon(explanation, outcome)) return;
    switch (outcome.call.error) {
    case 0:
        return explainWritten(explanation, outcome);
    case EAGAIN:
        return explainFull(explanation, outcome);
    case EPIPE:
        return explainBroken(explanation, outcome);
    default:
        return;
    }
}

} // namespace ipclab
