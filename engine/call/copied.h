#pragma once

#include "engine/call/call.h"
#include "engine/call/value.h"

#include <string_view>

namespace ipclab {

/// The member of the filled variable (member.h) that a copy goes into: "mtext" for
/// strcpy(sbuf.mtext, …); empty where it is the whole variable.
[[nodiscard]] std::string_view filledMember(const Call& call);

/// What the variable (or its member) holds after read, strcpy, memcpy or memset, given what it held
/// before (nullptr when it did not exist yet) and the bytes that came back with the return, if any.
/// ResolvedCall says rawAddress, or not intoVariable, where the name was a pointer after all.
[[nodiscard]] Value filledValue(const ResolvedCall& call, const Value* before,
                                std::string_view returned);

} // namespace ipclab
