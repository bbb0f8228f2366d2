// explain: why something happened, in words: translatable sentences from the real state.
#pragma once

#include "engine/world/world.h"

#include <QString>
#include <optional>
#include <vector>

namespace ipclab {

/// How much a sentence asks for attention; the views choose the colours.
enum class Severity : std::uint8_t {
    Plain,  ///< it went as one would expect
    Worth,  ///< a success that often surprises
    Asleep, ///< a process sleeps in the kernel
    Error,  ///< the call failed
};

/// What a sentence may tell.
enum class Telling : std::uint8_t {
    Everything,
    WhatHappened, ///< not why somebody sleeps or what follows from it: that is being asked
};

/// One change that would help, ready to be given to the lab.
struct Fix {
    QString label;       ///< "A can IPC_SET 0646"
    Statement statement; ///< with the process in front
    QString by;          ///< the letter of the process that makes it
};

/// Why a call returned what it returned, or why it sleeps. `sentence` is rich text.
struct Explanation {
    QString headline; ///< "C: msgsnd(…) = -1 EACCES"
    QString sentence;
    std::optional<Fix> fix;
    QString manual; ///< "man 2 msgsnd"
    Severity severity = Severity::Plain;
};

/// Something to try next.
struct Suggestion {
    QString label;
    Statement statement;
};

/// Why the call returned this. `world` is the state just after the return.
[[nodiscard]] Explanation explainOutcome(const World& world, const Process& process,
                                         const CallOutcome& outcome,
                                         Telling telling = Telling::Everything);

/// Why the process sleeps, and what would wake it. For a process with a call in progress.
[[nodiscard]] Explanation explainSleep(const World& world, const Process& process);

/// How a process ended and why, and what outlives it. For one that has ended.
[[nodiscard]] Explanation explainEnd(const World& world, const Process& process);

/// The one sentence of this moment, as rich text: what happened last that is worth a word, else
/// who sleeps, else how full the queue is. Empty when there is nothing to say.
[[nodiscard]] QString stageSentence(const World& world);

/// What this process could try now: at most three, the most telling first.
[[nodiscard]] std::vector<Suggestion> suggestions(const World& world, ProcessId process);

} // namespace ipclab
