#pragma once

#include "engine/call/language.h"
#include "engine/lesson/identities.h"
#include "engine/world/world.h"

#include <optional>
#include <string>

namespace ipclab {

/// What a line said would happen, and what did, both in the language of calls.
struct Difference {
    std::string expected; ///< "= -1 EIDRM"
    std::string got;      ///< "= 5 {1, \"hello\"}"
};

/// What a process was doing before a line, so that what came after can be told from it.
struct Before {
    std::optional<CallRef> lastRef; ///< its last outcome
    std::optional<CallRef> asleep;  ///< the call that it slept in
};
[[nodiscard]] Before before(const Process& process);

/// Compares the expectation of a Do or Await line with what the process did since `before`.
/// Nothing when they agree, or when the line expects nothing.
[[nodiscard]] std::optional<Difference> compare(const Statement& statement, const Process& process,
                                                const Before& before, const World& world,
                                                Identities& identities);

/// What an expression of the process means now.
[[nodiscard]] Scope scopeOf(const Process& process, const World& world);

} // namespace ipclab
