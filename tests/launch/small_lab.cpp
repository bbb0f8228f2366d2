#include "tests/launch/small_lab.h"

#include "engine/launch/line.h"
#include "engine/observe/task_state.h"

#include <sys/msg.h>

namespace ipclab {

namespace {

template <class T> T certain(Result<T> result) {
    if (!result) qFatal("%s", result.error().message().c_str());
    return std::move(*result);
}

SupervisorOptions withPrograms(SupervisorOptions options) {
    options.programs = IPCLAB_PROGRAMS;
    return options;
}

} // namespace

std::optional<Event> Events::take() {
    const Record* front = reader_.front();
    if (!front) return {};
    const Record record = *front;
    return decode(record, reader_.take());
}

SmallLab::SmallLab(SupervisorOptions options)
    : options_(withPrograms(std::move(options))), board_(certain(SharedBoard::create())),
      ring_(certain(SharedRing::create())), events_(ring_.memory()),
      supervisor_(certain(Supervisor::start(board_, ring_, options_))) {
}

SmallLab::Worker& SmallLab::start(int user) {
    const auto process = static_cast<ProcessId>(firstWorker + workers_.size());
    WorkerEnds ends = certain(supervisor_->startWorker(process, user, "A"));
    Events events(ends.ring.memory());
    workers_.push_back({process, std::move(ends), events});
    workers_.back().pid = workers_.back().events.body<event::ProcessStarted>().pid;
    return workers_.back();
}

void SmallLab::give(Worker& worker, const ResolvedCall& call, std::uint64_t times) {
    board_->workers[worker.process].given += 1;
    LineHeader header;
    header.times = times;
    if (!sendLine(worker.ends.control.get(), header, {&call, 1}) || !supervisor_->look())
        qFatal("the line was not taken");
}

event::Returned SmallLab::call(Worker& worker, const ResolvedCall& call) {
    give(worker, call);
    return worker.events.body<event::Returned>();
}

Event SmallLab::quiet() {
    if (!supervisor_->requestQuiet(++requests_)) qFatal("the supervisor is gone");
    for (;;) {
        const Event event = events_.next<event::Quiet>();
        if (std::get<event::Quiet>(event.body).request == requests_) return event;
    }
}

void SmallLab::restart() {
    supervisor_.emplace(certain(Supervisor::start(board_, ring_, options_)));
}

bool lives(pid_t pid) {
    const auto watch = TaskWatch::open(pid);
    const char state = watch ? watch->look().state : '\0';
    return state != '\0' && state != 'Z' && state != 'X';
}

ResolvedCall toGet(int key, int flags) {
    return {CallId::Msgget, 0, {key, flags}, {}};
}

ResolvedCall toSend(int id, long type, std::string text) {
    const auto size = static_cast<std::int64_t>(text.size());
    return {CallId::Msgsnd, 0, {id, type, size, 0}, std::move(text)};
}

ResolvedCall toReceive(int id, long type, int flags) {
    return {CallId::Msgrcv, 0, {id, 1024, type, flags}, {}};
}

ResolvedCall toRemove(int id) {
    return {CallId::Msgctl, 0, {id, IPC_RMID}, {}};
}

} // namespace ipclab
