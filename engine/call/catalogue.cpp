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

} // namespace ipclab
