#include "engine/call/catalogue.h"

#include "engine/call/constants_table.h"
#include "engine/call/message_queue_table.h"
#include "engine/call/signal_table.h"

#include <algorithm>
#include <fmt/format.h>
#include <string>

namespace ipclab {

namespace {

constexpr auto entries = [] {
    constexpr std::size_t size = table::messageQueueCalls.size() + table::signalCalls.size();
    static_assert(size == callCount, "every CallId has exactly one entry");
    return std::array<CatalogueEntry, size>{
        table::messageQueueCalls[0], table::messageQueueCalls[1], table::messageQueueCalls[2],
        table::messageQueueCalls[3], table::signalCalls[0],       table::signalCalls[1],
    };
}();

consteval bool inOrderOfCallId() {
    for (std::size_t i = 0; i < entries.size(); ++i)
        if (static_cast<std::size_t>(entries[i].id) != i) return false;
    return true;
}
static_assert(inOrderOfCallId(), "the catalogue is indexed by CallId");

const Constant* find(std::span<const Constant> constants, std::string_view name) {
    const auto found = std::ranges::find(constants, name, &Constant::name);
    return found == constants.end() ? nullptr : &*found;
}

/// Parameters whose value is one of their constants, never several joined by |.
bool isChoice(ParameterKind kind) {
    return kind == ParameterKind::Key || kind == ParameterKind::Command ||
           kind == ParameterKind::SignalNumber;
}

} // namespace

std::span<const CatalogueEntry> catalogue() {
    return entries;
}

const CatalogueEntry& entryOf(CallId id) {
    return entries[static_cast<std::size_t>(id)];
}

const CatalogueEntry* entryOf(std::string_view name) {
    const auto found = std::ranges::find(entries, name, &CatalogueEntry::name);
    return found == entries.end() ? nullptr : &*found;
}

const Constant* constantNamed(std::string_view name) {
    for (const CatalogueEntry& entry : entries)
        for (const Parameter& parameter : entry.parameters)
            if (const Constant* constant = find(parameter.constants, name)) return constant;
    if (const Constant* constant = find(table::limits, name)) return constant;
    return find(table::modeBits, name);
}

std::span<const Constant> generalConstants(GeneralConstants which) {
    if (which == GeneralConstants::Limits) return table::limits;
    return table::modeBits;
}

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
