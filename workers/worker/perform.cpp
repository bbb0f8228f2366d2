#include "workers/worker/perform.h"

#include "engine/call/catalogue.h"
#include "workers/worker/files.h"
#include "workers/worker/signals.h"

#include <algorithm>

namespace ipclab {

namespace {

constexpr std::string_view unknownCall = "a call that this worker does not know";

} // namespace

Outcome Performer::perform(const PlannedCall& planned) {
    const ResolvedCall& call = planned.call;
    switch (call.id) {
    case CallId::Msgget:
        return messageQueues_.msgget(call);
    case CallId::Msgsnd:
        return messageQueues_.msgsnd(planned);
    case CallId::Msgrcv:
        return messageQueues_.msgrcv(call);
    case CallId::Msgctl:
        return messageQueues_.msgctl(call);
    case CallId::Kill:
        return performKill(call);
    case CallId::Sigaction:
        return performSigaction(call);
    case CallId::Pipe:
    case CallId::Pipe2:
        return descriptors_.pipe(call);
    case CallId::Open:
        return descriptors_.open(call);
    case CallId::Read:
        return descriptors_.read(call);
    case CallId::Write:
        return descriptors_.write(planned);
    case CallId::Close:
    case CallId::Dup:
    case CallId::Dup2:
    case CallId::Fcntl:
    case CallId::Lseek:
        return performOnDescriptor(call);
    case CallId::Mkfifo:
        return descriptors_.mkfifo(call);
    case CallId::Unlink:
    case CallId::Link:
    case CallId::Symlink:
    case CallId::Rename:
    case CallId::Chmod:
        return performOnName(call);
    case CallId::Shmget:
        return sharedMemory_.shmget(call);
    case CallId::Shmat:
        return sharedMemory_.shmat(call);
    case CallId::Shmdt:
        return sharedMemory_.shmdt(call);
    case CallId::Shmctl:
        return sharedMemory_.shmctl(call);
    case CallId::Mprotect:
        return sharedMemory_.mprotect(call);
    case CallId::Munmap:
        return sharedMemory_.munmap(call);
    case CallId::Ftok:
        return keys_.ftok(call);
    case CallId::Fork:
    case CallId::Wait:
    case CallId::Exit:
    case CallId::Setrlimit:
        return performProcess(call);
    default:
        break;
    }
    return isMemoryCall(call.id) ? performMemory(call) : refuse(unknownCall);
}

Outcome Performer::performMemory(const ResolvedCall& call) {
    switch (call.id) {
    case CallId::Strcpy:
        return memory_.strcpy(call);
    case CallId::Memcpy:
        return memory_.memcpy(call);
    case CallId::Memset:
        return memory_.memset(call);
    case CallId::Strlen:
        return memory_.strlen(call);
    case CallId::Printf:
        return memory_.printf(call);
    case CallId::Load:
        return memory_.load(call);
    case CallId::Store:
        return memory_.store(call);
    case CallId::AtomicAdd:
        return memory_.atomicAdd(call);
    default:
        return refuse(unknownCall);
    }
}

Outcome Performer::performProcess(const ResolvedCall& call) {
    switch (call.id) {
    case CallId::Fork:
        return processes_.fork(call);
    case CallId::Wait:
        return processes_.wait(call);
    case CallId::Exit:
        ProcessCalls::exit(call);
    default:
        return ProcessCalls::setrlimit(call);
    }
}

long systemCallNumber(CallId id) {
    return entryOf(id).number;
}

std::size_t largestResult(const ResolvedCall& call) {
    constexpr std::size_t anyText = 256; // a packed QueueStat, files, or the name of a limit
    constexpr std::size_t whole = 512;   // an encoded Returned without data
    if (call.id == CallId::Shmctl) return whole;
    if (call.id == CallId::Printf || (call.flags & rawSource) != 0) return maxPayload;
    const bool rawWrite = call.id == CallId::Write && (call.flags & rawAddress) != 0;
    if (call.id != CallId::Msgrcv && call.id != CallId::Read && !rawWrite) return anyText;
    return std::max<std::size_t>(
        anyText, std::clamp<std::int64_t>(call.args[1], 0, static_cast<std::int64_t>(maxPayload)));
}

} // namespace ipclab
