#pragma once

#include "engine/base/result.h"
#include "engine/event/encode.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace ipclab {

/// So many events share one chunk, the unit that is spilled and saved. Within it the encoding
/// restarts with every block, so that reading can begin there.
inline constexpr std::uint32_t eventsPerChunk = 4096;
inline constexpr std::uint32_t eventsPerBlock = 256;
/// A chunk with long texts is closed earlier.
inline constexpr std::size_t largestChunk = std::size_t{256} * 1024;

/// Some thousand encoded events: the newest are still being appended, the others never change.
struct Chunk {
    std::uint64_t first = 0; ///< place of its first event in the journal
    std::uint32_t count = 0;
    std::uint32_t size = 0;
    std::vector<std::uint32_t> blocks;        ///< where every block begins
    std::string text;                         ///< the open chunk's bytes
    std::shared_ptr<const std::string> bytes; ///< a closed chunk's, unless they are spilled
    std::uint64_t spilledAt = 0;              ///< their place in the spilled file

    [[nodiscard]] std::uint64_t end() const { return first + count; }
    [[nodiscard]] bool full() const {
        return count >= eventsPerChunk || text.size() >= largestChunk;
    }
};

/// A part of a chunk that can be decoded without the journal: from the beginning of a block on.
struct ChunkView {
    std::uint64_t first = 0; ///< place of its first event in the journal
    std::uint32_t count = 0;
    std::shared_ptr<const std::string> bytes;
    std::size_t offset = 0; ///< where in `bytes` it begins
};

/// Calls `visit` with every event and its place until it returns false. Fails on damaged bytes.
Result<void> forEach(const ChunkView& view,
                     const std::function<bool(std::uint64_t place, Event&& event)>& visit);

} // namespace ipclab
