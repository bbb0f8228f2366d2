#pragma once

#include "gui/bridge/frame.h"

#include <string>
#include <vector>

namespace ipclab {

/// The key that free play starts with, and the one that the manual pages' examples use.
inline constexpr int openingKey = 1234;

/// What stands on the stage when the window opens: a queue with a few messages, a sender, and a
/// receiver asleep on a type that is not there. Each line of it is a real call.
[[nodiscard]] std::string openingScript(int key, const std::vector<UserChoice>& users);

/// The call that the form holds then.
inline constexpr const char* openingProposal = "A: msgsnd(q, {3, \"hello bob\"}, 9, 0)";

} // namespace ipclab
