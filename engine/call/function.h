#pragma once

#include "engine/base/result.h"
#include "engine/call/value.h"

#include <span>
#include <string_view>

namespace ipclab {

/// A function of C that only looks at its argument, so that it can stand inside of an expression:
/// strlen of a text, and what wait(&status) is asked with: WIFEXITED, WEXITSTATUS, …
struct NamedFunction {
    std::string_view name;
    Result<Value> (*apply)(const Value& argument);
};

[[nodiscard]] std::span<const NamedFunction> namedFunctions();
[[nodiscard]] const NamedFunction* functionNamed(std::string_view name);

} // namespace ipclab
