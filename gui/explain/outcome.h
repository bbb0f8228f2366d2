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

    [[nodiscard]] std::int64_t arg(std::size_t index) const { return call.call.args[index]; }
    [[nodiscard]] QString who() const { return phrase::name(process); }
};

void explainMsgget(Explanation& explanation, const Outcome& outcome);
void explainMsgsnd(Explanation& explanation, const Outcome& outcome);
void explainMsgrcv(Explanation& explanation, const Outcome& outcome);
void explainMsgctl(Explanation& explanation, const Outcome& outcome);
void explainKill(Explanation& explanation, const Outcome& outcome);
void explainSigaction(Explanation& explanation, const Outcome& outcome);

/// EIDRM, EINTR, EINVAL by the identifier, ENOMEM, EFAULT of what is copied in, ENOSYS: what the
/// calls have in common. `id` is the queue's identifier.
/// False when the errno is none of these.
bool explainCommon(Explanation& explanation, const Outcome& outcome, std::int64_t id);

} // namespace ipclab
