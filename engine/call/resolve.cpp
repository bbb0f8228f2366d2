#include "engine/call/resolve.h"

#include "engine/call/catalogue.h"

#include <fmt/format.h>

namespace ipclab {

Result<ResolvedCall> resolve(const Call& call, const Scope& scope) {
    const CatalogueEntry& entry = entryOf(call.id);
    if (!takes(entry, call.args.size()))
        return failure(fmt::format("{} takes {} arguments, not {}", entry.name,
                                   entry.parameters.size(), call.args.size()));
    switch (call.id) {
    case CallId::Msgget:
    case CallId::Msgsnd:
    case CallId::Msgrcv:
    case CallId::Msgctl:
        return resolveMessageQueue(call, scope);
    case CallId::Kill:
    case CallId::Sigaction:
        return resolveSignal(call, scope);
    case CallId::Pipe:
    case CallId::Pipe2:
    case CallId::Read:
    case CallId::Write:
    case CallId::Close:
    case CallId::Dup:
    case CallId::Dup2:
    case CallId::Fcntl:
    case CallId::Lseek:
        return resolvePipe(call, scope);
    case CallId::Mkfifo:
    case CallId::Open:
    case CallId::Unlink:
    case CallId::Link:
    case CallId::Symlink:
    case CallId::Rename:
    case CallId::Chmod:
        return resolveFile(call, scope);
    case CallId::Fork:
    case CallId::Wait:
    case CallId::Exit:
    case CallId::Setrlimit:
        return resolveProcess(call, scope);
    case CallId::Shmget:
    case CallId::Shmat:
    case CallId::Shmdt:
    case CallId::Shmctl:
    case CallId::Mprotect:
    case CallId::Munmap:
        return resolveSharedMemory(call, scope);
    case CallId::Strcpy:
    case CallId::Memcpy:
    case CallId::Memset:
    case CallId::Strlen:
    case CallId::Printf:
    case CallId::Load:
    case CallId::Store:
    case CallId::AtomicAdd:
        return resolveMemory(call, scope);
    case CallId::Ftok:
        return resolveKey(call, scope);
    }
    return failure("unknown call");
}

} // namespace ipclab
