#include "engine/event/ring.h"

#include <cstring>
#include <ctime>
#include <sys/mman.h>
#include <unistd.h>
#include <utility>

namespace ipclab {

SharedRing::SharedRing(Fd fd, RingMemory* memory) : fd_(std::move(fd)), memory_(memory) {
}

SharedRing::SharedRing(SharedRing&& other) noexcept
    : fd_(std::move(other.fd_)), memory_(std::exchange(other.memory_, nullptr)) {
}

SharedRing& SharedRing::operator=(SharedRing&& other) noexcept {
    std::swap(fd_, other.fd_);
    std::swap(memory_, other.memory_);
    return *this;
}

SharedRing::~SharedRing() {
    if (memory_) ::munmap(memory_, sizeof(RingMemory));
}

Result<SharedRing> SharedRing::create() {
    Fd fd(::memfd_create("ipclab-ring", MFD_CLOEXEC));
    if (!fd) return systemError("memfd_create for a ring of events");
    if (::ftruncate(fd.get(), sizeof(RingMemory)) != 0) return systemError("ftruncate of a ring");
    return attach(std::move(fd));
}

Result<SharedRing> SharedRing::attach(Fd fd) {
    void* memory =
        ::mmap(nullptr, sizeof(RingMemory), PROT_READ | PROT_WRITE, MAP_SHARED, fd.get(), 0);
    if (memory == MAP_FAILED) return systemError("mmap of a ring of events");
    return SharedRing(std::move(fd), static_cast<RingMemory*>(memory));
}

bool RingWriter::room(std::uint32_t slots) {
    if (head_ + slots - seenTail_ <= ringSlots) return true;
    // Looked at only when the ring seems full: the consumer writes it all the time, and each look
    // would fetch it from the other processor.
    seenTail_ = memory_.tail.load(std::memory_order_acquire);
    return head_ + slots - seenTail_ <= ringSlots;
}

void RingWriter::reserve(std::uint32_t slots) {
    if (room(slots)) return;
    self_.slowed.fetch_add(1, std::memory_order_relaxed);
    // The consumer empties the ring every few milliseconds; a wake-up call from it would cost more
    // than this wait.
    constexpr timespec pause{0, 100'000};
    while (!room(slots))
        ::nanosleep(&pause, nullptr);
}

void RingWriter::publish(const Record& record, std::string_view data) {
    // The locked addition is the only barrier: it keeps the first store before it and, with the
    // release below, the last one behind the record. Every event pays for each barrier.
    self_.numbering.store(1, std::memory_order_relaxed);
    write([&](Record& slot) { slot = record; },
          board_.nextSeq.fetch_add(1, std::memory_order_acq_rel), data);
    show();
}

bool RingWriter::publishIfNext(std::uint64_t expected, const Record& record,
                               std::string_view data) {
    self_.numbering.store(1, std::memory_order_relaxed);
    const std::uint64_t mine = expected;
    const bool won =
        board_.nextSeq.compare_exchange_strong(expected, expected + 1, std::memory_order_acq_rel);
    if (won) write([&](Record& slot) { slot = record; }, mine, data);
    show();
    return won;
}

/// Into the slots behind the record, from the first again behind the last.
void RingWriter::copy(std::string_view data) {
    auto* bytes = reinterpret_cast<char*>(memory_.records);
    const std::size_t start = (head_ + 1) % ringSlots * sizeof(Record);
    const std::size_t first = std::min(data.size(), sizeof(memory_.records) - start);
    std::memcpy(bytes + start, data.data(), first);
    if (first < data.size()) std::memcpy(bytes, data.data() + first, data.size() - first);
}

/// What was written can be read from now on.
void RingWriter::show() {
    memory_.head.store(head_, std::memory_order_release);
    self_.numbering.store(0, std::memory_order_release);
    // The consumer has these slots in its cache; they come over while this process is in the
    // kernel.
    for (std::uint64_t ahead = 0; ahead < 4; ++ahead)
        __builtin_prefetch(&memory_.records[(head_ + ahead) % ringSlots], 1);
}

const Record* RingReader::front() {
    const std::uint64_t tail = memory_->tail.load(std::memory_order_relaxed);
    if (seenHead_ == tail) seenHead_ = memory_->head.load(std::memory_order_acquire);
    if (broken_ || seenHead_ == tail) return nullptr;
    const Record& record = memory_->records[tail % ringSlots];
    // A worker is an ordinary process whose memory may be overwritten: never trust its lengths, and
    // read each only once.
    size_ = std::atomic_ref(memory_->records[tail % ringSlots].dataBytes)
                .load(std::memory_order_relaxed);
    if (size_ > maxRecordData || slotsFor(size_) > seenHead_ - tail ||
        seenHead_ - tail > ringSlots) {
        broken_ = true;
        return nullptr;
    }
    return &record;
}

std::string RingReader::take() {
    const std::uint64_t tail = memory_->tail.load(std::memory_order_relaxed);
    std::string data;
    if (size_ > 0) {
        const auto* bytes = reinterpret_cast<const char*>(memory_->records);
        const std::size_t start = (tail + 1) % ringSlots * sizeof(Record);
        const std::size_t first = std::min<std::size_t>(size_, sizeof(memory_->records) - start);
        data.reserve(size_);
        data.append(bytes + start, first);
        data.append(bytes, size_ - first);
    }
    memory_->tail.store(tail + slotsFor(size_), std::memory_order_release);
    return data;
}

} // namespace ipclab
