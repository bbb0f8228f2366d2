// How a resolved call is printed; for the files that print one mechanism each.
#pragma once

#include "engine/call/language.h"

namespace ipclab {

/// The number of a parameter by the names of its constants: "IPC_CREAT|0644".
[[nodiscard]] std::string printFlags(CallId id, std::size_t parameter, std::int64_t value);
/// NULL, (void *)8, (char *)0x7f31c0a5e000
[[nodiscard]] std::string printAddress(std::int64_t address, std::string_view type = "void *");
/// The address at `place` where the call has a raw one, else the name of a buffer.
[[nodiscard]] std::string printBuffer(const ResolvedCall& call, std::size_t place,
                                      std::string_view buffer);
/// `"text"`, or `"x" * 4096`
[[nodiscard]] std::string printBytes(const std::string& bytes);

[[nodiscard]] std::string printPipeCall(const ResolvedCall& call);
[[nodiscard]] std::string printFileCall(const ResolvedCall& call);
[[nodiscard]] std::string printSharedMemoryCall(const ResolvedCall& call);
[[nodiscard]] std::string printMemoryCall(const ResolvedCall& call);

} // namespace ipclab
