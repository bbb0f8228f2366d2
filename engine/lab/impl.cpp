#include "engine/lab/impl.h"

#include "engine/base/clock.h"
#include "engine/call/process_name.h"

#include <algorithm>
#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <utility>

namespace ipclab {

Lab::Impl::Impl(const LabOptions& options, SharedBoard board, SharedRing supervisorRing)
    : options_(options), board_(std::move(board)), supervisorRing_(std::move(supervisorRing)),
      own_(*board_) {
}

Result<std::unique_ptr<Lab::Impl>> Lab::Impl::open(const LabOptions& options) {
    auto board = SharedBoard::create();
    if (!board) return std::unexpected(board.error());
    auto ring = SharedRing::create();
    if (!ring) return std::unexpected(ring.error());
    auto readersRing = SharedRing::attach(Fd(::fcntl(ring->fd(), F_DUPFD_CLOEXEC, 0)));
    if (!readersRing) return std::unexpected(readersRing.error());

    std::unique_ptr<Impl> impl(new Impl(options, std::move(*board), std::move(*ring)));
    auto supervisor =
        Supervisor::start(impl->board_, impl->supervisorRing_, impl->supervisorOptions());
    if (!supervisor) return std::unexpected(supervisor.error());
    impl->hello_ = supervisor->hello();
    impl->supervisor_.emplace(std::move(*supervisor));
    ++impl->starts_;
    Impl& self = *impl;
    impl->intake_ = std::make_unique<Intake>(
        *self.board_, self.own_,
        [&self](ProcessId process, event::ProcessStarted& started) {
            self.introduce(process, started);
        },
        [&self] { self.watchSupervisor(); });
    impl->intake_->addRing(supervisorProcess, std::move(*readersRing));
    if (const auto started = self.intake_->start(); !started)
        return std::unexpected(started.error());
    if (self.hello_.missing[0] != '\0')
        self.own_.add(engineProcess, event::Notice{self.hello_.missing});
    if (self.hello_.shmRmidForced)
        self.own_.add(engineProcess, event::Notice{event::shmRmidForced});
    return impl;
}

Lab::Impl::~Impl() {
    closing_ = true;
    // The intake goes on while the supervisor ends the workers: one that waits for room in its
    // ring would otherwise be killed in the middle of it, which is harmless but says "hole".
    {
        const std::lock_guard lock(supervisorMutex_);
        supervisor_.reset();
    }
    intake_.reset();
}

SupervisorOptions Lab::Impl::supervisorOptions() const {
    return {options_.programs, options_.privateNamespace, options_.sysctls, options_.allowRoot};
}

std::vector<UserChoice> Lab::Impl::users() const {
    std::vector<UserChoice> choices;
    for (int i = 0; i < userCount; ++i) {
        const Hello::User& user = hello_.users[i];
        choices.push_back({userNames[i], user.available != 0, user.why, user.uid, user.gid});
    }
    return choices;
}

/// Of the supervisor that is there now: one that follows another has a folder of its own.
std::filesystem::path Lab::Impl::scratchFolder() {
    const std::lock_guard lock(supervisorMutex_);
    return supervisor_->hello().scratch;
}

void Lab::Impl::introduce(ProcessId process, event::ProcessStarted& started) {
    const std::lock_guard lock(membersMutex_);
    const Member* member = members_.find(process);
    if (!member) return;
    started.letter = member->letter;
    started.label = member->label;
    started.user = member->user;
    started.uid = member->uid;
    started.gid = member->gid;
}

std::string Lab::Impl::obstacleTo(std::string_view user) const {
    const auto named = std::ranges::find(userNames, user);
    if (named == userNames.end())
        return fmt::format("there is no user '{}': choose alice, bob, carol or root", user);
    const Hello::User& identity = hello_.users[named - userNames.begin()];
    return identity.available ? "" : fmt::format("{} cannot be chosen: {}", user, identity.why);
}

Result<ProcessId> Lab::Impl::addProcess(std::string letter, std::string label, std::string user) {
    if (std::string obstacle = obstacleTo(user); !obstacle.empty())
        return failure(std::move(obstacle));
    const auto index = static_cast<int>(std::ranges::find(userNames, user) - userNames.begin());
    const Hello::User& identity = hello_.users[index];
    dropUnusedForks();
    if (letter.empty())
        letter =
            freeProcessName([this](std::string_view name) { return members_.hasLetter(name); });
    if (members_.hasLetter(letter))
        return failure(fmt::format("there is, or was, a process {} already", letter));
    if (alive() >= maxProcesses || members_.full())
        return failure(fmt::format("the lab's limit of {} processes (maxProcesses)", maxProcesses));

    Member member;
    member.letter = letter;
    member.label = std::move(label);
    member.user = user;
    member.uid = identity.insideUid;
    member.gid = identity.insideGid;
    ProcessId id = 0;
    {
        const std::lock_guard lock(membersMutex_);
        id = members_.add(std::move(member));
    }
    board_->workers[id].ended.store(0); // where the number was reserved for a fork, and not taken
    const std::lock_guard lock(supervisorMutex_);
    auto ends = supervisor_->startWorker(id, index, letter);
    if (!ends) {
        dropUntaken(id);
        return std::unexpected(ends.error());
    }
    intake_->addRing(id, std::move(ends->ring));
    members_.find(id)->control = std::move(ends->control);
    members_.find(id)->supervisor = starts_;
    intake_->wake();
    return id;
}

Result<void> Lab::Impl::rename(ProcessId process, std::string label) {
    Member* member = members_.find(process);
    if (!member) return failure("there is no such process");
    own_.add(process, event::Renamed{std::move(label)});
    intake_->wake();
    return {};
}

Result<void> Lab::Impl::sendSignal(ProcessId process, int signal) {
    const Member* member = members_.find(process);
    if (!member) return failure("there is no such process");
    if (board_->workers[process].ended.load() != 0)
        return failure(fmt::format("{} has ended already", member->letter));
    const std::lock_guard lock(supervisorMutex_);
    return supervisor_->signal(process, signal);
}

void Lab::Impl::watchTable(bool on) {
    tableWatched_ = on;
    const std::lock_guard lock(supervisorMutex_);
    (void)supervisor_->watchTable(on); // a supervisor that is dead is started again with it
}

std::uint64_t Lab::Impl::requestQuiet() {
    const std::uint64_t request = ++quietRequests_;
    const std::lock_guard lock(supervisorMutex_);
    (void)supervisor_->requestQuiet(request); // asked again after a restart
    return request;
}

bool Lab::Impl::waitUntilQuiet(std::chrono::milliseconds deadline) {
    const std::uint64_t request = requestQuiet();
    return intake_->waitFor([request](const World& world) { return world.quiet >= request; },
                            deadline);
}

LabStatistics Lab::Impl::statistics() {
    LabStatistics statistics;
    const auto world = intake_->world();
    statistics.events = world->events;
    statistics.holes = world->holes;
    statistics.lost = intake_->lost();
    for (const auto& [id, member] : members_.all())
        statistics.slowed += board_->workers[id].slowed.load();
    statistics.journalBytes = intake_->journal().memoryBytes();
    statistics.spilledBytes = intake_->journal().spilledBytes();
    return statistics;
}

void Lab::Impl::watchSupervisor() {
    if (closing_) return;
    std::unique_lock lock(supervisorMutex_, std::try_to_lock);
    if (!lock || !supervisor_) return;
    pollfd death{supervisor_->deathFd(), POLLIN, 0};
    if (::poll(&death, 1, 0) == 1) restartSupervisor();
}

bool Lab::Impl::isTornAway(const Member& member) {
    const std::lock_guard lock(supervisorMutex_);
    pollfd death{supervisor_->deathFd(), POLLIN, 0};
    return member.supervisor < starts_ || ::poll(&death, 1, 0) == 1;
}

/// Nobody else knows of a process that the supervisor was about to start when it died.
void Lab::Impl::dropUnstarted() {
    const std::lock_guard lock(membersMutex_);
    for (const auto& [id, member] : members_.all()) {
        WorkerSlot& slot = board_->workers[id];
        if (!member.control || member.reserved || slot.ready.load() != 0 || slot.ended.load() != 0)
            continue;
        if (slot.pid.load() == 0) slot.ended.store(1);
        own_.add(id, event::Notice{fmt::format("{} could not be started: {}", member.letter,
                                               event::supervisorDied)});
    }
}

void Lab::Impl::restartSupervisor() {
    // Its workers die with it (the kernel sees to that); the new one clears up what they left, and
    // says what the kernel knows of each object then.
    intake_->supervisorDied();
    own_.add(engineProcess, event::Notice{event::supervisorDied});
    dropUnstarted();
    auto fresh = Supervisor::start(board_, supervisorRing_, supervisorOptions());
    if (!fresh) {
        own_.add(engineProcess,
                 event::Notice{"no new supervisor could be started: " + fresh.error().message()});
        closing_ = true;
        return;
    }
    *supervisor_ = std::move(*fresh);
    ++starts_;
    if (tableWatched_) (void)supervisor_->watchTable(true);
    if (quietRequests_ > 0) (void)supervisor_->requestQuiet(quietRequests_);
}

} // namespace ipclab
