#include "workers/supervisor/reporter.h"

#include "engine/base/clock.h"

namespace ipclab {

Reporter::Reporter(Board& board, RingMemory& memory)
    : board_(board), memory_(memory), writer_(board, memory, board.workers[supervisorProcess]) {
}

std::uint64_t Reporter::othersActivity() const {
    return board_.nextSeq.load() - published_;
}

bool Reporter::room(std::size_t dataBytes) const {
    const std::uint64_t used =
        memory_.head.load(std::memory_order_relaxed) - memory_.tail.load(std::memory_order_acquire);
    return used + slotsFor(dataBytes) <= ringSlots;
}

void Reporter::post(const Record& record, std::string data) {
    pending_.push_back({record, std::move(data)});
    flush();
}

void Reporter::notice(std::string text, ProcessId of) {
    Record record;
    record.kind = RecordKind::Notice;
    record.process = of;
    post(record, std::move(text));
}

bool Reporter::publishIfNext(std::uint64_t expected, Record& record, std::string_view data) {
    if (waiting() || !room(data.size())) return false;
    record.timeNs = monotonicNs();
    if (!writer_.publishIfNext(expected, record, data)) return false;
    ++published_;
    return true;
}

void Reporter::flush() {
    while (waiting() && room(pending_.front().data.size())) {
        Pending& next = pending_.front();
        next.record.timeNs = monotonicNs();
        writer_.publish(next.record, next.data);
        ++published_;
        pending_.pop_front();
    }
}

} // namespace ipclab
