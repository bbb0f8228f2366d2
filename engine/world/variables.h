// variables: what a process's variables hold once a call has returned.
#pragma once

#include "engine/world/world.h"

#include <string_view>

namespace ipclab {

/// Stores a value in a variable of the process, or in a member of it: "q", "ds.msg_perm.mode".
void storeVariable(Process& process, std::string_view target, const Value& value);

/// What the call stores: the result where the line says so, and what the kernel wrote through a
/// pointer.
void storeResults(Process& process, const Action& action, const CallOutcome& done,
                  const event::Returned& returned);

} // namespace ipclab
