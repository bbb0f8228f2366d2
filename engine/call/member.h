#pragma once

#include "engine/base/result.h"
#include "engine/call/call.h"
#include "engine/call/value.h"

#include <string>
#include <string_view>
#include <vector>

namespace ipclab {

/// Every member that the language knows: mtype, mtext, msg_perm.mode, msg_qnum, …
[[nodiscard]] const std::vector<std::string_view>& memberNames();
[[nodiscard]] bool isMember(std::string_view path);
/// Whether all names of {.names = …} are members of a message.
[[nodiscard]] bool isMessageFields(const Expr& fields);

/// "ds.msg_perm.mode" is the member "msg_perm.mode" of the variable "ds"; "q" has no member.
struct Target {
    std::string_view variable;
    std::string_view member; ///< empty for the whole variable
};
[[nodiscard]] Target splitTarget(std::string_view target);

/// The value of a member; fails when the value has no such member.
[[nodiscard]] Result<Value> memberOf(const Value& value, std::string_view path);

/// What the variable holds after `target = value`, given what it held before (nullptr when it did
/// not exist yet: then a member makes it the struct that has this member, all else zero).
[[nodiscard]] Result<Value> assigned(const Value* before, std::string_view target,
                                     const Value& value);

/// The variable that a call's result or the kernel's copy is stored in: "rbuf" for a msgrcv with
/// &rbuf, "ds" for an IPC_STAT with &ds; empty for any other call.
[[nodiscard]] std::string_view filledVariable(const Call& call);

} // namespace ipclab
