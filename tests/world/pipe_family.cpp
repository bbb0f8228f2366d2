#include "tests/world/pipe_family.h"

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <set>

namespace ipclab {

void PipeFamily::startOver(std::size_t capacity) {
    while (!members_.empty())
        kill(members_.back());
    wrote_ = read_ = 0;
    discards_ = 0;
    countsKnown_ = true;
    Member maker;
    maker.id = story_.start(fmt::format("P{}", ++letters_));
    story_.makePipe(maker.id);
    model_ = std::make_unique<PipeModel>(pipe().ino, capacity);
    maker.table[3] = std::make_shared<Description>(Description{true});
    maker.table[4] = std::make_shared<Description>(Description{false});
    if (capacity != pipe().capacity)
        story_.control(maker.id, 4, F_SETPIPE_SZ, 1, static_cast<std::int64_t>(capacity) * 4096);
    members_.push_back(std::move(maker));
    for (int i = 0; i < 3; ++i)
        fork(members_.front());
}

void PipeFamily::fork(Member& parent) {
    Member child;
    child.id = story_.forkFrom(parent.id, fmt::format("P{}", ++letters_));
    child.table = parent.table;
    members_.push_back(std::move(child));
}

int PipeFamily::fdOf(const Member& member, std::size_t which) const {
    if (which >= member.table.size()) return 77; // leads nowhere
    return std::next(member.table.begin(), static_cast<std::ptrdiff_t>(which))->first;
}

void PipeFamily::closeOne(Member& member, std::size_t which) {
    const int fd = fdOf(member, which);
    const bool there = member.table.erase(fd) > 0;
    story_.enters(member.id, {CallId::Close, 0, {fd}, {}});
    story_.returns(member.id, there ? 0 : -1, there ? 0 : EBADF);
    endsChanged();
}

void PipeFamily::duplicateOne(Member& member, std::size_t which) {
    const int fd = fdOf(member, which);
    int to = 3;
    while (member.table.contains(to))
        ++to;
    story_.enters(member.id, {CallId::Dup, 0, {fd}, {}});
    const bool there = member.table.contains(fd);
    if (there) member.table[to] = member.table[fd];
    story_.returns(member.id, there ? to : -1, there ? 0 : EBADF);
}

void PipeFamily::setFlags(Member& member, std::size_t which, int flags) {
    const int fd = fdOf(member, which);
    const bool there = member.table.contains(fd);
    if (there) *member.table[fd]->use = {(flags & O_NONBLOCK) != 0, (flags & O_DIRECT) != 0};
    story_.enters(member.id, {CallId::Fcntl, 0, {fd, F_SETFL, flags}, {}});
    story_.returns(member.id, there ? 0 : -1, there ? 0 : EBADF);
}

void PipeFamily::enter(Member& member, ResolvedCall call) {
    member.call = call;
    member.stage = Member::Stage::Entered;
    story_.enters(member.id, std::move(call));
}

void PipeFamily::reachKernel(Member& member) {
    member.stage = Member::Stage::InKernel;
    const auto fd = static_cast<int>(member.call.args[0]);
    model_->perform(member.id, member.call, member.table.at(fd)->use);
}

Told PipeFamily::tell(Member& member) {
    if (member.stage == Member::Stage::Entered) reachKernel(member);
    if (const auto outcome = model_->outcome(member.id)) return tellReturn(member, *outcome);
    if (story_.process(member.id).state == ProcessState::Asleep) return Told::Nothing;
    story_.sleeps(member.id);
    return Told::Sleeps;
}

Told PipeFamily::tellReturn(Member& member, const PipeOutcome& outcome) {
    member.stage = Member::Stage::Idle;
    discards_ += outcome.discarded > 0;
    if (member.call.id == CallId::Read && outcome.result >= 0) {
        read_ += outcome.data.size();
        story_.brings(member.id, outcome.data);
        return Told::Returns;
    }
    if (outcome.result > 0) wrote_ += static_cast<std::uint64_t>(outcome.result);
    story_.returns(member.id, outcome.result, outcome.error);
    return Told::Returns;
}

void PipeFamily::kill(Member& member) {
    if (member.stage != Member::Stage::Idle) countsKnown_ = false;
    model_->forget(member.id);
    story_.end(member.id, SIGKILL);
    std::erase_if(members_, [id = member.id](const Member& each) { return each.id == id; });
    endsChanged();
}

void PipeFamily::see(const event::PipeSeen& look) {
    for (const event::OutsideChange& change : differences(story_.world, look))
        story_.happens(engineProcess, change);
    story_.happens(supervisorProcess, look);
    wrote_ = pipe().written - onTheirWay();
    read_ = pipe().read;
    countsKnown_ = true;
}

Member* PipeFamily::nextToTell(std::size_t behind) {
    for (Member& member : members_)
        if (member.stage == Member::Stage::Entered) reachKernel(member);
    if (const ProcessId first = model_->completed(behind))
        return &*std::ranges::find(members_, first, &Member::id);
    for (Member& member : members_)
        if (member.stage == Member::Stage::InKernel &&
            story_.process(member.id).state != ProcessState::Asleep)
            return &member;
    return nullptr;
}

std::pair<int, int> PipeFamily::ends() const {
    std::set<const Description*> all;
    for (const Member& member : members_)
        for (const auto& [fd, description] : member.table)
            all.insert(description.get());
    const auto readers = std::ranges::count(all, true, &Description::reads);
    return {static_cast<int>(readers), static_cast<int>(all.size()) - static_cast<int>(readers)};
}

void PipeFamily::endsChanged() {
    const auto [readers, writers] = ends();
    model_->setEnds(readers, writers);
}

bool PipeFamily::isStuck() const {
    const auto [readers, writers] = ends();
    const bool asleep = std::ranges::all_of(
        members_, [this](const Member& each) { return model_->sleeps(each.id); });
    return asleep || readers == 0 || writers == 0;
}

bool PipeFamily::allTold() const {
    return std::ranges::all_of(members_, [this](const Member& each) {
        return each.stage == Member::Stage::Idle || model_->sleeps(each.id);
    });
}

std::pair<int, int> PipeFamily::endsOf(const Member& member) const {
    int read = -1, write = -1;
    for (const auto& [fd, description] : member.table)
        (description->reads ? read : write) = fd;
    return {read, write};
}

std::string PipeFamily::wrongTable(const Member& member) const {
    std::map<int, std::string> expected, found;
    for (const auto& [fd, description] : member.table)
        expected[fd] = fmt::format("{}{}{}", description->reads, description->use->nonblocking,
                                   description->use->packets);
    for (const auto& [fd, descriptor] : story_.process(member.id).descriptors)
        if (const OpenFile* file = story_.world.file(descriptor.file))
            found[fd] = fmt::format("{}{}{}", file->access == AccessMode::Read, file->nonblocking,
                                    file->packets);
    if (expected == found) return {};
    return fmt::format("{} should have {} and has {}", member.id, expected, found);
}

std::string PipeFamily::wrongEnds() const {
    for (const Member& member : members_)
        if (std::string wrong = wrongTable(member); !wrong.empty()) return wrong;
    const auto [readers, writers] = ends();
    if (pipe().readers != readers || pipe().writers != writers) return "ends are miscounted";
    if (pipe().gone != (readers + writers == 0)) return "it is not gone when it should be";
    for (const Process& each : story_.world.processes) {
        const bool member = std::ranges::find(members_, each.id, &Member::id) != members_.end();
        if (!member && !each.descriptors.empty()) return "the dead have descriptors";
    }
    for (const WriteInFlight& each : story_.world.writesInFlight)
        if (!story_.process(each.process).alive()) return "the dead are writing";
    for (const PipeSleeper& each : pipe().sleepers)
        if (story_.process(each.process).state != ProcessState::Asleep) return "one awake sleeps";
    for (const Member& each : members_)
        if (model_->sleeps(each.id) && story_.process(each.id).state == ProcessState::Asleep &&
            std::ranges::find(pipe().sleepers, each.id, &PipeSleeper::process) ==
                pipe().sleepers.end())
            return "one who sleeps is not in the line";
    return {};
}

std::uint64_t PipeFamily::onTheirWay() const {
    std::uint64_t bytes = 0;
    for (const WriteInFlight& each : story_.world.writesInFlight)
        if (each.pipe == pipe().serial) bytes += each.copied;
    return bytes;
}

/// What was written is what the writers were told, or is on its way; what was read is what the
/// readers were told.
std::string PipeFamily::wrongCounts(bool inOrder) const {
    if (!countsKnown_) return {};
    std::uint64_t early = 0;
    for (const auto& [process, line] : pipe().earlyReads)
        for (const EarlyRead& each : line)
            early += each.data.size();
    if (pipe().read + early != read_)
        return fmt::format("{} bytes read, and {} told", pipe().read + early, read_);
    if (pipe().written != wrote_ + onTheirWay() + pipe().strangeBytes)
        return fmt::format("{} bytes written, {} told and {} on their way", pipe().written, wrote_,
                           onTheirWay());
    if (inOrder && pipe().strangeBytes + early > 0) return "read what nobody wrote";
    return {};
}

std::string PipeFamily::wrongContents() const {
    if (!countsKnown_ || pipe().gone) return {};
    if (story_.slotsInUse() != model_->slotsInUse())
        return fmt::format("slots {} instead of {}", story_.slotsInUse(), model_->slotsInUse());
    std::string all;
    for (const PipeSlot& slot : pipe().pages)
        all.append(*slot.bytes, slot.read);
    return all == model_->unread() ? std::string() : "other bytes than the kernel's";
}

} // namespace ipclab
