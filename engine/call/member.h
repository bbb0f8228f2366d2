#pragma once

#include "engine/base/result.h"
#include "engine/call/call.h"
#include "engine/call/value.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ipclab {

/// Every member that the language knows: mtype, mtext, msg_perm.mode, msg_qnum, …
[[nodiscard]] const std::vector<std::string_view>& memberNames();
[[nodiscard]] bool isMember(std::string_view path);
/// Whether all names of {.names = …} are members of a message.
[[nodiscard]] bool isMessageFields(const Expr& fields);

/// "ds.msg_perm.mode" is the member "msg_perm.mode" of the variable "ds", "fd[0]" the member "[0]"
/// of "fd"; "q" has no member.
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

/// The variable that a call writes into: "rbuf" for a msgrcv with &rbuf, "ds" for an IPC_STAT with
/// &ds, "fd" for pipe(fd), "buf" for read(…, buf, …) and strcpy(buf, …), "status" for
/// wait(&status); empty for any other call. Copying may turn out to go through a pointer
/// (copied.h).
[[nodiscard]] std::string_view filledVariable(const Call& call);
/// The argument in which it stands; nothing where the call fills no variable.
[[nodiscard]] std::optional<std::size_t> filledArgument(const Call& call);

/// The text that a value is: of a std::string or a declared buffer; nullptr for any other.
[[nodiscard]] const std::string* textOf(const Value& value);
/// The struct that has the fields of a {.msg_qbytes = 100}, all zero.
[[nodiscard]] Value structOf(const Expr& fields);

} // namespace ipclab
