#pragma once

#include "engine/world/world.h"

#include <string_view>

namespace ipclab {

/// Stores a value: `q`, or one member of a struct: `ds.msg_perm.mode`, `sbuf.mtype`. A struct that
/// did not exist appears with all other members zero, as a fresh variable in C would be cleared.
void storeVariable(Process& process, std::string_view target, const Value& value);

/// The variable behind `&rbuf`, `rbuf` or a cast of them; empty when the argument is none.
[[nodiscard]] std::string_view variableIn(const Expr& argument);

} // namespace ipclab
