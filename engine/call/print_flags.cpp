#include "engine/call/catalogue.h"

#include <algorithm>
#include <fcntl.h>
#include <fmt/format.h>
#include <string>

namespace ipclab {

namespace {

/// Parameters whose value is one of their constants, never several joined by |.
bool isChoice(ParameterKind kind) {
    return kind == ParameterKind::Key || kind == ParameterKind::Command ||
           kind == ParameterKind::SignalNumber;
}

bool has(const Parameter& parameter, std::string_view name) {
    return std::ranges::find(parameter.constants, name, &Constant::name) !=
           parameter.constants.end();
}

} // namespace

std::string printFlags(const Parameter& parameter, std::int64_t value) {
    if (isChoice(parameter.kind)) {
        const auto same = std::ranges::find(parameter.constants, value, &Constant::value);
        if (same != parameter.constants.end()) return std::string(same->name);
        return fmt::format("{}", value);
    }
    constexpr std::int64_t permissionBits = 0777;
    std::string text;
    const auto join = [&text](std::string_view part) {
        if (!text.empty()) text += '|';
        text += part;
    };
    std::int64_t left = value;
    // O_RDONLY is no bit but the want of O_WRONLY and O_RDWR.
    if (has(parameter, "O_RDONLY") && (value & O_ACCMODE) == O_RDONLY) join("O_RDONLY");
    // Dispositions are small numbers in the same table as the SA_ flags, so only whole bits count.
    for (const Constant& constant : parameter.constants) {
        if (constant.value == 0 || (left & constant.value) != constant.value) continue;
        if (parameter.kind == ParameterKind::Disposition && !constant.name.starts_with("SA_"))
            continue;
        join(constant.name);
        left &= ~constant.value;
    }
    if (parameter.hasMode && (left & permissionBits) != 0) {
        join(fmt::format("0{:03o}", left & permissionBits));
        left &= ~permissionBits;
    }
    if (left != 0) join(fmt::format("0x{:x}", static_cast<std::uint64_t>(left)));
    return text.empty() ? "0" : text;
}

} // namespace ipclab
