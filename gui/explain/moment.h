// The parts of the one sentence of a moment that stand in files of their own.
#pragma once

#include "gui/explain/explanation.h"

#include <functional>

namespace ipclab {

/// Whether the process is in the middle of a repeated line: each of its returns is old news a
/// moment later, and must not push aside what another process has just done.
[[nodiscard]] bool repeatsNow(const Process& process);
/// How long another process's return is told before a burst beside it is again.
inline constexpr std::int64_t newsNs = 6'000'000'000;

[[nodiscard]] QString stageSentence(const World& world, Telling telling);

/// The sentences of moments that follow one another, as the lines of a step do. A line that only
/// looks (IPC_STAT, a read of memory) does not push aside what the lines before it have shown.
class RunningSentence {
public:
    using Before = std::function<std::optional<World>()>;
    /// Of this moment, which is not before the last one that was asked for, unless the lab is new.
    /// `before`, as pastSentence() takes it, is asked where several calls returned since then.
    [[nodiscard]] QString at(const World& world, Telling telling, const Before& before = {});

private:
    std::uint64_t calls_ = 0; ///< that had returned at the last moment
    QString told_;            ///< what a look does not push aside; empty if nothing
    std::int64_t toldNs_ = 0;
};
/// The sentence of an earlier moment, where nothing was told before it: a look does not push aside
/// what the lines before it have shown there either. `before` gives the moment before the line that
/// led to the one it gave last, at first to `world`; nothing when there is none.
[[nodiscard]] QString pastSentence(const World& world,
                                   const std::function<std::optional<World>()>& before);
/// A look that begins this long after what was told is a step of its own. A lesson gives the lines
/// of a step one right after the other, and rests longer between steps.
inline constexpr std::int64_t sameStepNs = 500'000'000;

/// What another program did, which the lab noticed by comparing. World::lastOutside must be set.
[[nodiscard]] QString outsideSentence(const World& world);

/// How a process ended and why, and what outlives it.
[[nodiscard]] QString endSentence(const World& world, const Process& process);

} // namespace ipclab
