#pragma once

#include "engine/call/language.h"

#include <functional>
#include <optional>

namespace ipclab {

/// What is known of a variable before a script runs.
struct Foreknown {
    bool isSet = false;           ///< an earlier line of the process sets it
    const Value* array = nullptr; ///< an array or a buffer as it will be, its contents aside
};

/// What resolve() will refuse whatever the variables hold by then: a text as a size, a key of more
/// than 32 bits, a descriptor of the lab's own. The place is the argument's.
[[nodiscard]] std::optional<SyntaxError>
foreseenRefusal(const Call& call, const std::function<Foreknown(std::string_view name)>& known);

} // namespace ipclab
