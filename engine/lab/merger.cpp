#include "engine/lab/merger.h"

#include "engine/base/clock.h"

#include <algorithm>
#include <utility>

namespace ipclab {

std::uint64_t OwnEvents::add(ProcessId process, event::Body body) {
    const std::lock_guard lock(mutex_);
    WorkerSlot& slot = board_.workers[engineProcess];
    slot.numbering.store(1);
    const std::uint64_t seq = board_.nextSeq.fetch_add(1);
    events_.push_back({seq, monotonicNs(), process, std::move(body)});
    slot.numbering.store(0);
    return seq;
}

std::optional<std::uint64_t> OwnEvents::frontSeq() {
    const std::lock_guard lock(mutex_);
    if (events_.empty()) return {};
    return events_.front().seq;
}

Event OwnEvents::take() {
    const std::lock_guard lock(mutex_);
    Event event = std::move(events_.front());
    events_.pop_front();
    return event;
}

void Merger::addRing(ProcessId process, SharedRing ring) {
    // A ring whose process has ended and that is empty will never have anything more.
    std::erase_if(sources_, [this](Source& source) {
        const WorkerSlot& slot = board_.workers[source.process];
        return slot.ended.load() != 0 && slot.numbering.load() == 0 && !source.reader.front();
    });
    RingMemory& memory = ring.memory();
    sources_.push_back({process, std::move(ring), RingReader(memory)});
}

Merger::Source* Merger::sourceOfNext() {
    for (std::size_t i = 0; i < sources_.size(); ++i) {
        const std::size_t at = (recent_ + i) % sources_.size();
        const Record* front = sources_[at].reader.front();
        if (front && front->seq == next_) {
            recent_ = at;
            return &sources_[at];
        }
    }
    return nullptr;
}

std::optional<Event> Merger::next() {
    // Every process adds to the board's number all the time: it is looked at once a batch.
    if (next_ == taken_) taken_ = board_.nextSeq.load(std::memory_order_acquire);
    if (next_ == taken_) return {};
    if (Source* source = sourceOfNext()) {
        const Record record = *source->reader.front();
        ++next_;
        return decode(record, source->reader.take());
    }
    if (own_.frontSeq() == next_) {
        ++next_;
        return own_.take();
    }
    return hole();
}

void Merger::supervisorDied() {
    WorkerSlot& slot = board_.workers[supervisorProcess];
    if (slot.numbering.exchange(0) != 0) ++orphans_;
}

std::optional<Event> Merger::hole() {
    // Whoever took the number is either about to write, or has died before it could. As long as a
    // living process is between the two, wait for it.
    const Source* dead = nullptr;
    for (const Source& source : sources_) {
        const WorkerSlot& slot = board_.workers[source.process];
        if (slot.numbering.load() == 0 && !source.reader.broken()) continue;
        if (slot.ended.load() == 0 && !source.reader.broken()) return {};
        dead = &source;
    }
    if (!dead && orphans_ == 0) return {};
    if (board_.workers[engineProcess].numbering.load() != 0) return {};
    // It may have been written between the first look and the flags: look once more.
    if (sourceOfNext() || own_.frontSeq() == next_) return {};
    const ProcessId process = dead ? dead->process : supervisorProcess;
    if (!dead)
        --orphans_;
    else if (dead->reader.broken())
        ++lost_;
    else
        board_.workers[process].numbering.fetch_sub(1);
    const std::uint64_t number = next_++;
    return Event{number, monotonicNs(), process, event::Hole{process, number}};
}

} // namespace ipclab
