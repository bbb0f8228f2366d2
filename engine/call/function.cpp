#include "engine/call/function.h"

#include "engine/call/language.h"
#include "engine/call/member.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <sys/wait.h>

namespace ipclab {

namespace {

Result<Value> lengthOf(const Value& argument) {
    if (const std::string* text = textOf(argument))
        return static_cast<std::int64_t>(std::min(text->find('\0'), text->size()));
    if (std::holds_alternative<Address>(argument))
        return failure("strlen of a pointer reads memory, so it is a line of its own: n = "
                       "strlen(p)");
    return failure(fmt::format("strlen takes a text, not {}", print(argument)));
}

/// What wait(2) says of a status, which is a number.
template <int (*Ask)(int)> Result<Value> askStatus(const Value& argument) {
    const auto* status = std::get_if<std::int64_t>(&argument);
    if (!status) return failure(fmt::format("a status is a number, not {}", print(argument)));
    return std::int64_t{Ask(static_cast<int>(*status))};
}

int ifExited(int status) {
    return WIFEXITED(status) ? 1 : 0;
}
int exitStatus(int status) {
    return WEXITSTATUS(status);
}
int ifSignaled(int status) {
    return WIFSIGNALED(status) ? 1 : 0;
}
int endSignal(int status) {
    return WTERMSIG(status);
}

constexpr std::array functions{
    NamedFunction{"strlen", lengthOf},
    NamedFunction{"WIFEXITED", askStatus<ifExited>},
    NamedFunction{"WEXITSTATUS", askStatus<exitStatus>},
    NamedFunction{"WIFSIGNALED", askStatus<ifSignaled>},
    NamedFunction{"WTERMSIG", askStatus<endSignal>},
};

} // namespace

std::span<const NamedFunction> namedFunctions() {
    return functions;
}

const NamedFunction* functionNamed(std::string_view name) {
    const auto* const found = std::ranges::find(functions, name, &NamedFunction::name);
    return found == functions.end() ? nullptr : found;
}

} // namespace ipclab
