// journal: the events so far: append, read again, seek with checkpoints, save, load.
#pragma once

#include "engine/base/result.h"
#include "engine/event/encode.h"
#include "engine/journal/checkpoints.h"
#include "engine/journal/chunk.h"
#include "engine/journal/spill.h"
#include "engine/world/world.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <mutex>
#include <vector>

namespace ipclab {

/// Where the events are.
struct JournalStatus {
    std::uint64_t memoryBytes = 0;  ///< encoded events in memory
    std::uint64_t spilledBytes = 0; ///< in a file that has no name
    /// Nothing can be spilled, so that memory grows with the events; `why` says what is missing.
    bool memoryOnly = false;
    std::string why;
};

/// Every event of a lab in order. One thread appends; any thread reads, and never waits for more
/// than the appending of one event.
class Journal {
public:
    static constexpr std::uint64_t usualMemory = std::uint64_t{64} * 1024 * 1024;

    /// Beyond `memoryLimit` bytes of encoded events the older ones go to an unnamed file.
    explicit Journal(std::uint64_t memoryLimit = usualMemory);
    Journal(const Journal&) = delete;
    Journal& operator=(const Journal&) = delete;

    void append(const Event& event);
    /// After append(): the state just after it. Kept as a checkpoint when one is due, which makes
    /// stateAt() fast; a Journal without it still answers, by applying more events.
    void offer(const World& world);

    [[nodiscard]] std::uint64_t size() const;
    /// At most `limit` events from `from` on. Fewer when the spilled file can't be read.
    [[nodiscard]] std::vector<Event> read(std::uint64_t from, std::size_t limit) const;
    /// The state just after the first `count` events.
    [[nodiscard]] World stateAt(std::uint64_t count) const;

    [[nodiscard]] JournalStatus status() const;
    [[nodiscard]] std::uint64_t memoryBytes() const { return status().memoryBytes; }
    [[nodiscard]] std::uint64_t spilledBytes() const { return status().spilledBytes; }

    /// Writes all events up to now. The file appears only when it is complete.
    [[nodiscard]] Result<void> save(const std::filesystem::path& file) const;
    [[nodiscard]] static Result<std::unique_ptr<Journal>>
    load(const std::filesystem::path& file, std::uint64_t memoryLimit = usualMemory);

private:
    [[nodiscard]] Result<ChunkView> viewAt(std::uint64_t event) const;
    void seal();
    void add(Chunk chunk);
    void spillOldest();

    const std::uint64_t memoryLimit_;
    mutable std::mutex mutex_; ///< all below but encoder_ and spill_'s writing end
    std::vector<Chunk> sealed_;
    Chunk open_;
    std::size_t firstInMemory_ = 0; ///< index in sealed_
    JournalStatus status_;
    mutable Checkpoints checkpoints_;
    EventEncoder encoder_; ///< of the appending thread
    Spill spill_;
};

} // namespace ipclab
