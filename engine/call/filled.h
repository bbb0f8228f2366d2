#pragma once

#include "engine/call/call.h"
#include "engine/call/value.h"

#include <string_view>

namespace ipclab {

/// What a call fills through a pointer: "rbuf" for a msgrcv with &rbuf, "ds" for an IPC_STAT with
/// &ds, "fd" for pipe(fd), "buf" for read(…, buf, …), "status" for wait(&status); "sbuf" and its
/// "mtext" for strcpy(sbuf.mtext, …). Empty where no variable stands. Which of them are pointers
/// only the process knows: ResolvedCall says rawAddress then, or not intoVariable.
[[nodiscard]] std::string_view filledVariable(const Call& call);
[[nodiscard]] std::string_view filledMember(const Call& call);

/// What the variable (or its member) holds after read, strcpy, memcpy or memset, given what it held
/// before (nullptr when it did not exist yet) and the bytes that came back with the return, if any.
[[nodiscard]] Value filledValue(const ResolvedCall& call, const Value* before,
                                std::string_view returned);

} // namespace ipclab
