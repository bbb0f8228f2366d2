#include "tests/world/pipe_model.h"

#include <algorithm>
#include <cerrno>
#include <fmt/format.h>

namespace ipclab {

namespace {

constexpr std::size_t pageBytes = 4096;

PipeOutcome failed(int error) {
    return {-1, error, {}, 0};
}

PipeOutcome written(std::size_t bytes) {
    return {static_cast<std::int64_t>(bytes), 0, {}, 0};
}

} // namespace

void PipeModel::perform(ProcessId process, const ResolvedCall& call,
                        std::shared_ptr<const PipeUse> use) {
    Waiting waiting{process, call.data, static_cast<std::uint64_t>(call.args[1]), 0,
                    std::move(use)};
    if (call.id == CallId::Read)
        read(std::move(waiting));
    else
        write(std::move(waiting));
    goOn();
}

void PipeModel::read(Waiting reader) {
    if (!slots_.empty()) return finish(reader.process, take(reader.count));
    if (writeEnds_ == 0) return finish(reader.process, {});
    if (reader.use->nonblocking) return finish(reader.process, failed(EAGAIN));
    readers_.push_back(std::move(reader));
}

void PipeModel::write(Waiting writer) {
    if (readEnds_ == 0) return finish(writer.process, failed(EPIPE));
    join(writer);
    fill(writer);
    waitOrGiveUp(std::move(writer));
}

void PipeModel::waitOrGiveUp(Waiting writer) {
    const std::size_t copied = writer.copied;
    if (copied == writer.bytes.size()) return finish(writer.process, written(copied));
    if (writer.use->nonblocking)
        return finish(writer.process, copied > 0 ? written(copied) : failed(EAGAIN));
    writers_.push_back(std::move(writer));
}

/// pipe_write() merges the odd bytes into the last page if they fit behind all that was ever there.
void PipeModel::join(Waiting& writer) {
    const std::size_t odd = writer.bytes.size() % pageBytes;
    if (odd == 0 || slots_.empty()) return;
    Slot& last = slots_.back();
    if (last.packet || last.bytes.size() + odd > pageBytes) return;
    last.bytes += writer.bytes.substr(0, odd);
    writer.copied = odd;
}

void PipeModel::fill(Waiting& writer) {
    while (writer.copied < writer.bytes.size() && slots_.size() < capacity_) {
        slots_.push_back({writer.bytes.substr(writer.copied, pageBytes), 0, writer.use->packets});
        writer.copied += slots_.back().bytes.size();
    }
}

PipeOutcome PipeModel::take(std::uint64_t count) {
    PipeOutcome got;
    while (count > got.data.size() && !slots_.empty()) {
        Slot& oldest = slots_.front();
        const std::string part = oldest.bytes.substr(oldest.read, count - got.data.size());
        got.data += part;
        oldest.read += part.size();
        const bool packet = oldest.packet;
        if (packet) got.discarded = oldest.bytes.size() - oldest.read;
        if (packet || oldest.read == oldest.bytes.size()) slots_.pop_front();
        if (packet) break;
    }
    got.result = static_cast<std::int64_t>(got.data.size());
    return got;
}

bool PipeModel::readersGoOn() {
    if (readers_.empty() || (slots_.empty() && writeEnds_ > 0)) return false;
    const Waiting first = readers_.front();
    readers_.erase(readers_.begin());
    finish(first.process, slots_.empty() ? PipeOutcome() : take(first.count));
    return true;
}

/// Who is woken puts in what there is room for, and lines up again behind the others.
bool PipeModel::writersGoOn() {
    if (writers_.empty() || (slots_.size() == capacity_ && readEnds_ > 0)) return false;
    Waiting first = std::move(writers_.front());
    writers_.erase(writers_.begin());
    if (readEnds_ == 0) {
        finish(first.process, first.copied > 0 ? written(first.copied) : failed(EPIPE));
        return true;
    }
    fill(first);
    waitOrGiveUp(std::move(first));
    return true;
}

void PipeModel::goOn() {
    while (readersGoOn() || writersGoOn())
        ;
}

void PipeModel::setEnds(int readers, int writers) {
    readEnds_ = readers;
    writeEnds_ = writers;
    goOn();
}

void PipeModel::writeFromOutside(const std::string& bytes) {
    Waiting outside{0, bytes, bytes.size(), 0, std::make_shared<PipeUse>()};
    join(outside);
    fill(outside);
    goOn();
}

std::uint64_t PipeModel::readFromOutside(std::uint64_t count) {
    const std::uint64_t got = take(count).data.size();
    goOn();
    return got;
}

void PipeModel::forget(ProcessId process) {
    const auto is = [process](const auto& each) { return each.process == process; };
    std::erase_if(readers_, is);
    std::erase_if(writers_, is);
    std::erase_if(done_, is);
}

void PipeModel::finish(ProcessId process, PipeOutcome outcome) {
    done_.push_back({process, std::move(outcome)});
}

bool PipeModel::complete(ProcessId process) const {
    return std::ranges::find(done_, process, &Done::process) != done_.end();
}

bool PipeModel::sleeps(ProcessId process) const {
    return std::ranges::find(readers_, process, &Waiting::process) != readers_.end() ||
           std::ranges::find(writers_, process, &Waiting::process) != writers_.end();
}

ProcessId PipeModel::completed(std::size_t behind) const {
    return done_.empty() ? ProcessId{0} : done_[behind % done_.size()].process;
}

std::optional<PipeOutcome> PipeModel::outcome(ProcessId process) {
    const auto found = std::ranges::find(done_, process, &Done::process);
    if (found == done_.end()) return std::nullopt;
    PipeOutcome fetched = std::move(found->outcome);
    done_.erase(found);
    return fetched;
}

event::PipeSeen PipeModel::look(bool contents) const {
    event::PipeSeen seen;
    seen.dev = 13;
    seen.ino = ino_;
    const std::string all = unread();
    seen.bytes = all.size();
    seen.capacity = capacity_ * pageBytes;
    seen.quiet = true;
    seen.contentsKnown = contents;
    if (contents) seen.contents = all;
    return seen;
}

std::string PipeModel::unread() const {
    std::string all;
    for (const Slot& slot : slots_)
        all.append(slot.bytes, slot.read);
    return all;
}

std::string PipeModel::slotsInUse() const {
    std::string line;
    for (const Slot& slot : slots_) {
        if (!line.empty()) line += " ";
        if (slot.read > 0) line += fmt::format("{}+", slot.read);
        line += fmt::format("{}{}", slot.bytes.size() - slot.read, slot.packet ? "p" : "");
    }
    return line;
}

} // namespace ipclab
