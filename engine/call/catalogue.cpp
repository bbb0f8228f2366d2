#include "engine/call/catalogue.h"

#include "engine/call/constants_table.h"
#include "engine/call/descriptor_table.h"
#include "engine/call/file_table.h"
#include "engine/call/key_table.h"
#include "engine/call/memory_table.h"
#include "engine/call/message_queue_table.h"
#include "engine/call/pipe_table.h"
#include "engine/call/process_table.h"
#include "engine/call/shared_memory_table.h"
#include "engine/call/signal_table.h"

#include <algorithm>
#include <fcntl.h>
#include <fmt/format.h>
#include <string>

namespace ipclab {

namespace {

constexpr auto entries = [] {
    std::array<CatalogueEntry, callCount> all{};
    const auto place = [&all](const auto& calls) {
        for (const CatalogueEntry& entry : calls)
            all[static_cast<std::size_t>(entry.id)] = entry;
    };
    place(table::messageQueueCalls);
    place(table::signalCalls);
    place(table::pipeCalls);
    place(table::descriptorCalls);
    place(table::processCalls);
    place(table::fileCalls);
    place(table::sharedMemoryCalls);
    place(table::memoryCalls);
    place(table::keyCalls);
    return all;
}();

consteval bool everyCallIsThere() {
    for (std::size_t i = 0; i < entries.size(); ++i)
        if (static_cast<std::size_t>(entries[i].id) != i || entries[i].name.empty()) return false;
    return true;
}
static_assert(everyCallIsThere(), "a CallId has no entry in any table");

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

bool isChosenByKernel(ResultKind kind) {
    switch (kind) {
    case ResultKind::QueueId:
    case ResultKind::SegmentId:
    case ResultKind::Pid:
    case ResultKind::AddressResult:
    case ResultKind::Key:
        return true;
    default:
        return false;
    }
}

bool takes(const CatalogueEntry& entry, std::size_t arguments) {
    const std::size_t most = entry.parameters.size();
    const auto needed =
        static_cast<std::size_t>(std::ranges::count(entry.parameters, false, &Parameter::optional));
    return arguments >= needed && (arguments <= most || entry.variadic);
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
    // O_RDONLY is no bit but the want of O_WRONLY and O_RDWR.
    if (find(parameter.constants, "O_RDONLY") && (value & O_ACCMODE) == O_RDONLY) join("O_RDONLY");
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
