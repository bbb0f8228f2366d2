#pragma once

#include "engine/world/world.h"

#include <QString>

#include <optional>

namespace ipclab {

/// What one access does to attached memory, as the small box on the attachment's line says it.
struct MemoryDeed {
    ProcessId process = 0;
    std::uint64_t attachment = 0; ///< Attachment::address
    std::uint64_t offset = 0;     ///< in the segment's memory
    bool writes = false;
    QString text; ///< "store 2a → +64"
};

/// Nothing where the call touches no attached memory. `result` counts where it has returned.
[[nodiscard]] std::optional<MemoryDeed> memoryDeed(const Process& process, const ResolvedCall& call,
                                                   std::optional<std::int64_t> result = {});

} // namespace ipclab
