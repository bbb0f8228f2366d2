// pipe, close, dup and fcntl: what becomes of descriptors and of the pipe behind them.
#include "gui/explain/outcome.h"
#include "gui/explain/pipe_phrase.h"

#include <algorithm>

namespace ipclab {

namespace {

using phrase::End;

QString lastWriter(const World& world, const Pipe& pipe) {
    const auto readers = phrase::holders(world, pipe, End::Read);
    if (pipe.unread() == 0)
        return Explain::tr("That was the last write end of %1, and nothing is left in it: whoever "
                           "reads, %2, gets 0, the end of the file.")
            .arg(phrase::pipeName(pipe), phrase::holderList(readers));
    return Explain::tr(
               "That was the last write end of %1: %2 will read what is left in it (%3), and "
               "then the end of the file.")
        .arg(phrase::pipeName(pipe), phrase::holderList(readers), phrase::bytes(pipe.unread()));
}

QString lastReader(const World& world, const Pipe& pipe) {
    return Explain::tr("That was the last read end of %1: whoever writes now, %2, gets SIGPIPE.")
        .arg(phrase::pipeName(pipe), phrase::holderList(phrase::holders(world, pipe, End::Write)));
}

/// Ends of the kind that was closed are left: whose, and what they keep from happening.
void explainLeft(Explanation& explanation, const Outcome& outcome, const Pipe& pipe) {
    const auto& closed = outcome.process.closed;
    const auto which = std::ranges::find(closed, outcome.arg(0), &ClosedDescriptor::fd);
    const bool readEnd = which != closed.end() && which->file.access == AccessMode::Read;
    const auto left = phrase::holders(outcome.world, pipe, readEnd ? End::Read : End::Write);
    if (left.empty()) return;
    const QString name = phrase::pipeName(pipe), list = phrase::holderList(left);
    explanation.severity = Severity::Worth;
    explanation.sentence =
        readEnd ? Explain::tr("A read end of %1 was closed. Still open: %2.").arg(name, list)
                : Explain::tr("A write end of %1 was closed. Still open: %2.").arg(name, list);
    if (outcome.telling == Telling::WhatHappened) return;
    explanation.sentence +=
        QLatin1Char(' ') +
        (readEnd ? Explain::tr("A writer gets SIGPIPE only when the last of them is closed.")
                 : Explain::tr("A reader gets the end of the file only when the last of them is "
                               "closed; until then it sleeps when the pipe is empty."));
}

void explainClosed(Explanation& explanation, const Outcome& outcome) {
    const Pipe* pipe = phrase::pipeOf(outcome.world, outcome.process, outcome.arg(0));
    explanation.sentence = Explain::tr("Descriptor %1 is free again.").arg(outcome.arg(0));
    if (!pipe) return;
    explanation.severity = Severity::Worth;
    if (pipe->gone) {
        explanation.sentence =
            pipe->lost == 0
                ? Explain::tr("That was the last descriptor of %1, and with it the pipe is gone.")
                      .arg(phrase::pipeName(*pipe))
                : Explain::tr("That was the last descriptor of %1. Lost with it, since nobody had "
                              "read it: %2.")
                      .arg(phrase::pipeName(*pipe), phrase::bytes(pipe->lost));
    } else if (pipe->writers == 0) {
        explanation.sentence = lastWriter(outcome.world, *pipe);
    } else if (pipe->readers == 0) {
        explanation.sentence = lastReader(outcome.world, *pipe);
    } else {
        explanation.severity = Severity::Plain;
        explainLeft(explanation, outcome, *pipe);
    }
}

void explainSize(Explanation& explanation, const Outcome& outcome) {
    const std::int64_t asked = outcome.arg(2);
    switch (outcome.call.error) {
    case 0:
        explanation.severity = outcome.call.result == asked ? Severity::Plain : Severity::Worth;
        explanation.sentence =
            Explain::tr(
                "The pipe has %1 bytes now: the kernel rounds up to a power of two of pages.")
                .arg(outcome.call.result);
        return;
    case EBUSY:
        explanation.sentence =
            Explain::tr("More slots are in use than %1 bytes would have. It is the "
                        "slots that count, not the bytes in them.")
                .arg(asked);
        return;
    case EPERM:
        explanation.sentence =
            Explain::tr("%1 is more than /proc/sys/fs/pipe-max-size allows without "
                        "CAP_SYS_RESOURCE.")
                .arg(asked);
        return;
    default:
        return;
    }
}

void explainFlags(Explanation& explanation, const Outcome& outcome) {
    const OpenFile* file = phrase::fileOf(outcome.world, outcome.process, outcome.arg(0));
    if (!file || file->descriptors < 2) return;
    explanation.severity = Severity::Worth;
    explanation.sentence =
        Explain::tr("O_NONBLOCK and O_DIRECT live in the open file description, not in the "
                    "descriptor: all %1 descriptors that share it have changed, those of other "
                    "processes too.")
            .arg(file->descriptors);
}

} // namespace

void explainPipe(Explanation& explanation, const Outcome& outcome) {
    if (explainFileCommon(explanation, outcome)) return;
    if (outcome.call.error == EINVAL) {
        explanation.sentence = Explain::tr("pipe2 takes O_CLOEXEC, O_NONBLOCK and O_DIRECT, and no "
                                           "other flag.");
        return;
    }
    if (outcome.call.files.size() != 2) return;
    explanation.sentence =
        Explain::tr(
            "A new pipe: descriptor %1 is its read end, %2 its write end. It has no name: a "
            "process can use it only if it gets a descriptor, as a child does by fork.")
            .arg(outcome.call.files[0].fd)
            .arg(outcome.call.files[1].fd);
}

void explainClose(Explanation& explanation, const Outcome& outcome) {
    if (outcome.call.error == EBADF) {
        explanation.sentence =
            Explain::tr("%1 is no open descriptor of %2.").arg(outcome.arg(0)).arg(outcome.who());
        return;
    }
    if (outcome.call.error == 0) explainClosed(explanation, outcome);
}

void explainDup(Explanation& explanation, const Outcome& outcome) {
    if (explainFileCommon(explanation, outcome) || outcome.call.error != 0) return;
    explanation.sentence =
        Explain::tr("%1 leads to the same open file description as %2 now. Closing one of them "
                    "leaves the other open.")
            .arg(outcome.call.result)
            .arg(outcome.arg(0));
}

void explainFcntl(Explanation& explanation, const Outcome& outcome) {
    if (explainFileCommon(explanation, outcome)) return;
    if (outcome.arg(1) == phrase::constant("F_SETPIPE_SZ"))
        return explainSize(explanation, outcome);
    if (outcome.arg(1) == phrase::constant("F_SETFL") && outcome.call.error == 0)
        explainFlags(explanation, outcome);
}

void explainLseek(Explanation& explanation, const Outcome& outcome) {
    if (outcome.call.error == ESPIPE)
        explanation.sentence =
            Explain::tr("A pipe has no position: bytes go in at one end and out at the other.");
    else
        (void)explainFileCommon(explanation, outcome);
}

} // namespace ipclab
