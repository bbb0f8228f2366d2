#include "workers/supervisor/predecessor.h"

#include "engine/base/pidfd.h"

#include <csignal>
#include <cstdlib>
#include <fstream>
#include <poll.h>
#include <string>

namespace ipclab {

namespace {

bool diesWithin(const Fd& process, int ms) {
    pollfd waiting{process.get(), POLLIN, 0};
    return ::poll(&waiting, 1, ms) == 1;
}

/// Whether the process that has the pid now calls itself this worker; a dying one says nothing.
bool isStranger(pid_t pid, ProcessId worker, bool forked) {
    std::ifstream file("/proc/" + std::to_string(pid) + "/cmdline");
    std::string program, number;
    std::getline(file, program, '\0');
    std::getline(file, number, '\0');
    // A child that was forked this moment may still have its parent's number.
    return !program.empty() &&
           (program != "ipclab-worker" || (!forked && std::atoi(number.c_str()) != worker));
}

void end(pid_t pid, ProcessId worker, bool forked) {
    constexpr int patienceMs = 1000;
    const Fd process = openProcess(pid);
    if (!process || isStranger(pid, worker, forked)) return;
    if (diesWithin(process, 0)) return;
    (void)signalProcess(process, SIGKILL);
    (void)diesWithin(process, patienceMs);
}

End endOf(const WorkerSlot& slot) {
    const std::int32_t ending = slot.ending.load();
    if (ending > 0) return {false, ending - 1};
    return {true, ending < 0 ? -ending : SIGKILL};
}

} // namespace

std::vector<Orphan> endOrphans(Board& board) {
    std::vector<Orphan> ended;
    for (int i = firstWorker; i < boardSlots; ++i) {
        WorkerSlot& slot = board.workers[i];
        const pid_t pid = slot.pid.load();
        if (pid == 0 || slot.ended.load() != 0) continue;
        end(pid, static_cast<ProcessId>(i), slot.parent.load() != 0);
        ended.push_back({static_cast<ProcessId>(i), endOf(slot)});
    }
    return ended;
}

} // namespace ipclab
