#include "engine/journal/journal.h"

#include <algorithm>

namespace ipclab {

Journal::Journal(std::uint64_t memoryLimit) : memoryLimit_(memoryLimit) {
}

void Journal::append(const Event& event) {
    bool spill = false;
    {
        const std::lock_guard lock(mutex_);
        if (open_.count % eventsPerBlock == 0) {
            encoder_.restart();
            open_.blocks.push_back(static_cast<std::uint32_t>(open_.text.size()));
        }
        encoder_.append(event, open_.text);
        ++open_.count;
        if (open_.full()) {
            seal();
            spill = status_.memoryBytes > memoryLimit_;
        }
    }
    if (spill) spillOldest();
}

void Journal::offer(const World& world) {
    const std::lock_guard lock(mutex_);
    if (world.events == open_.end() && checkpoints_.due(world.events)) checkpoints_.add(world);
}

std::uint64_t Journal::size() const {
    const std::lock_guard lock(mutex_);
    return open_.end();
}

JournalStatus Journal::status() const {
    const std::lock_guard lock(mutex_);
    JournalStatus status = status_;
    status.memoryBytes += open_.text.size();
    return status;
}

std::vector<Event> Journal::read(std::uint64_t from, std::size_t limit) const {
    std::vector<Event> events;
    const std::uint64_t total = size();
    if (from >= total) return events;
    const std::uint64_t end = from + std::min<std::uint64_t>(limit, total - from);
    while (from < end) {
        const auto view = viewAt(from);
        if (!view) break;
        const auto done = forEach(*view, [&](std::uint64_t place, Event&& event) {
            if (place >= from) events.push_back(std::move(event));
            return place + 1 < end;
        });
        if (!done) break;
        from = view->first + view->count;
    }
    return events;
}

World Journal::stateAt(std::uint64_t count) const {
    std::shared_ptr<const World> start;
    {
        const std::lock_guard lock(mutex_);
        count = std::min(count, open_.end());
        start = checkpoints_.before(count);
    }
    World world;
    if (start) world = *start;
    while (world.events < count) {
        const auto view = viewAt(world.events);
        if (!view) break;
        const std::uint64_t before = world.events;
        const auto done = forEach(*view, [&](std::uint64_t place, Event&& event) {
            if (place < world.events) return true;
            applyTo(world, event);
            const std::lock_guard lock(mutex_);
            if (checkpoints_.due(world.events)) checkpoints_.add(world);
            return world.events < count;
        });
        if (!done || world.events == before) break;
    }
    return world;
}

/// The chunk that holds the event, from the beginning of the event's block on.
Result<ChunkView> Journal::viewAt(std::uint64_t event) const {
    ChunkView view;
    std::uint64_t spilledAt = 0;
    std::size_t size = 0;
    {
        const std::lock_guard lock(mutex_);
        const bool isOpen = event >= open_.first;
        const Chunk& chunk =
            isOpen ? open_
                   : *std::prev(std::ranges::upper_bound(sealed_, event, {}, &Chunk::first));
        const auto block = static_cast<std::size_t>(event - chunk.first) / eventsPerBlock;
        view.offset = chunk.blocks[block];
        view.first = chunk.first + block * eventsPerBlock;
        view.count = static_cast<std::uint32_t>(chunk.end() - view.first);
        view.bytes = chunk.bytes;
        if (isOpen) {
            view.bytes = std::make_shared<const std::string>(chunk.text, view.offset);
            view.offset = 0;
        }
        spilledAt = chunk.spilledAt + view.offset;
        size = chunk.size - view.offset;
    }
    if (view.bytes) return view;
    auto bytes = spill_.read(spilledAt, size);
    if (!bytes) return std::unexpected(bytes.error());
    view.bytes = std::make_shared<const std::string>(std::move(*bytes));
    view.offset = 0;
    return view;
}

/// Closes the open chunk and opens the next.
void Journal::seal() {
    Chunk next;
    next.first = open_.end();
    next.text.reserve(std::min(largestChunk, open_.text.size() + open_.text.size() / 4));
    open_.size = static_cast<std::uint32_t>(open_.text.size());
    open_.bytes = std::make_shared<const std::string>(std::move(open_.text));
    open_.text.clear();
    status_.memoryBytes += open_.size;
    sealed_.push_back(std::move(open_));
    open_ = std::move(next);
}

/// A chunk that was loaded. The journal goes on behind it.
void Journal::add(Chunk chunk) {
    {
        const std::lock_guard lock(mutex_);
        chunk.first = open_.first;
        open_.first = chunk.end();
        status_.memoryBytes += chunk.size;
        sealed_.push_back(std::move(chunk));
    }
    spillOldest();
}

/// Moves the oldest closed chunks to the file until memory is within its limit again. Only the
/// appending thread comes here; the file is written without the lock.
void Journal::spillOldest() {
    for (;;) {
        std::shared_ptr<const std::string> bytes;
        {
            const std::lock_guard lock(mutex_);
            if (status_.memoryOnly || status_.memoryBytes <= memoryLimit_ ||
                firstInMemory_ >= sealed_.size())
                return;
            bytes = sealed_[firstInMemory_].bytes;
        }
        const auto place = spill_.append(*bytes);
        const std::lock_guard lock(mutex_);
        if (!place) {
            status_.memoryOnly = true;
            status_.why = place.error().message();
            return;
        }
        Chunk& chunk = sealed_[firstInMemory_++];
        chunk.spilledAt = *place;
        chunk.bytes.reset();
        status_.memoryBytes -= chunk.size;
        status_.spilledBytes += chunk.size;
    }
}

} // namespace ipclab
