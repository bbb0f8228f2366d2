// What each call did, once it has returned: one line a call.
#include "engine/world/subjects.h"

namespace ipclab {

void takeEffect(World& world, const Process& process, const CallOutcome& done,
                const event::Returned& returned) {
    switch (returned.call) {
    case CallId::Msgget:
        return returnGet(world, process, done, returned.existed);
    case CallId::Msgsnd:
        return returnSend(world, process, done);
    case CallId::Msgrcv:
        return returnReceive(world, process, done);
    case CallId::Msgctl:
        return returnControl(world, done, returned.stat.get());
    case CallId::Kill:
        return returnKill(world, process, done);
    case CallId::Sigaction:
        return;
    case CallId::Wait:
        return returnWait(world, process, done);
    case CallId::Pipe:
    case CallId::Pipe2:
        return returnPipe(world, process, done);
    case CallId::Mkfifo:
        return returnMkfifo(world, done);
    case CallId::Open:
        return returnOpen(world, process, done);
    case CallId::Read:
        return returnRead(world, process, done);
    case CallId::Write:
        return returnWrite(world, process, done);
    case CallId::Close:
        return returnClose(world, process, done);
    case CallId::Dup:
    case CallId::Dup2:
        return returnDuplicate(world, process, done);
    case CallId::Fcntl:
        return returnFcntl(world, process, done);
    case CallId::Unlink:
    case CallId::Link:
    case CallId::Symlink:
    case CallId::Rename:
    case CallId::Chmod:
        return returnName(world, done);
    default:
        break;
    }
}

} // namespace ipclab
