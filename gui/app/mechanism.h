#pragma once

#include "gui/bridge/frame.h"

#include <QString>

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ipclab {

/// What one can play freely with. The order is that of the sidebar.
enum class Mechanism : std::uint8_t { Pipe, Fifo, MessageQueue, SharedMemory, Key };

[[nodiscard]] std::span<const Mechanism> mechanisms();
/// "Message queue", in the user's language.
[[nodiscard]] QString mechanismName(Mechanism mechanism);
/// The sign in front of the name.
[[nodiscard]] QString mechanismSign(Mechanism mechanism);
/// One sentence for the tooltip and for screen readers.
[[nodiscard]] QString mechanismSummary(Mechanism mechanism);
/// The one that a lesson is about, by the name that the engine gives it ("shared memory").
[[nodiscard]] Mechanism mechanismNamed(std::string_view engineName);
/// The call that its form begins with: what one does most.
[[nodiscard]] CallId firstCall(Mechanism mechanism);
/// A short line of its calls, for who has never typed one.
[[nodiscard]] QString typedExample(Mechanism mechanism);
/// How many of its objects stand.
[[nodiscard]] int countOf(Mechanism mechanism, const World& world);

/// The key that free play starts with, and the one that the manual pages' examples use.
inline constexpr int openingKey = 1234;

/// What stands on the stage when free play begins: objects in use and, where there is something to
/// wait for, a process asleep. Each line of it is a real call.
[[nodiscard]] std::string openingScript(Mechanism mechanism, int key,
                                        const std::vector<UserChoice>& users);
/// The line that the form holds then: something to click at once.
[[nodiscard]] std::string openingProposal(Mechanism mechanism);

} // namespace ipclab
