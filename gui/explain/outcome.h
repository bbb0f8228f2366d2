// One returned call with what is needed to say why; each call's sentences stand in a file of its
// own (msgsnd.cpp, …).
#pragma once

#include "gui/explain/phrase.h"

namespace ipclab {

struct Outcome {
    const World& world;
    const Process& process;
    const CallOutcome& call;
    const Queue* queue = nullptr; ///< the one that the call named, removed or not
    Telling telling = Telling::Everything;

    [[nodiscard]] std::int64_t arg(std::size_t index) const { return call.call.args[index]; }
    [[nodiscard]] QString who() const { return phrase::name(process); }
};

void explainMsgget(Explanation& explanation, const Outcome& outcome);
void explainMsgsnd(Explanation& explanation, const Outcome& outcome);
void explainMsgrcv(Explanation& explanation, const Outcome& outcome);
void explainMsgctl(Explanation& explanation, const Outcome& outcome);
void explainKill(Explanation& explanation, const Outcome& outcome);
void explainSigaction(Explanation& explanation, const Outcome& outcome);
void explainPipe(Explanation& explanation, const Outcome& outcome); ///< pipe and pipe2
void explainRead(Explanation& explanation, const Outcome& outcome);
void explainWrite(Explanation& explanation, const Outcome& outcome);
void explainClose(Explanation& explanation, const Outcome& outcome);
void explainDup(Explanation& explanation, const Outcome& outcome); ///< dup and dup2
void explainFcntl(Explanation& explanation, const Outcome& outcome);
void explainLseek(Explanation& explanation, const Outcome& outcome);
void explainOpen(Explanation& explanation, const Outcome& outcome);
void explainMkfifo(Explanation& explanation, const Outcome& outcome);
void explainUnlink(Explanation& explanation, const Outcome& outcome);
void explainNames(Explanation& explanation, const Outcome& outcome); ///< link, rename, chmod, …
void explainFork(Explanation& explanation, const Outcome& outcome);
void explainWait(Explanation& explanation, const Outcome& outcome);
void explainSetrlimit(Explanation& explanation, const Outcome& outcome);
void explainShmget(Explanation& explanation, const Outcome& outcome);
void explainShmat(Explanation& explanation, const Outcome& outcome);
void explainShmdt(Explanation& explanation, const Outcome& outcome);
void explainShmctl(Explanation& explanation, const Outcome& outcome);
void explainMemory(Explanation& explanation, const Outcome& outcome); ///< strcpy, stores, printf, …
void explainMemoryRead(Explanation& explanation, const Outcome& outcome); ///< printf, a load, …
void explainFtok(Explanation& explanation, const Outcome& outcome);

/// EBADF, EINTR, EFAULT, EMFILE: what the calls on descriptors have in common. False when the errno
/// is none of these, or the catalogue's own words say it better.
bool explainFileCommon(Explanation& explanation, const Outcome& outcome);

/// EIDRM, EINTR, EINVAL by the identifier, ENOMEM, EFAULT of what is copied in, ENOSYS: what the
/// calls have in common. `id` is the queue's identifier.
/// False when the errno is none of these.
bool explainCommon(Explanation& explanation, const Outcome& outcome, std::int64_t id);

} // namespace ipclab
