#include "workers/worker/key.h"

#include "workers/worker/same_key.h"

#include <cerrno>
#include <sys/ipc.h>
#include <sys/stat.h>

namespace ipclab {

Outcome KeyCalls::ftok(const ResolvedCall& call) {
    Outcome outcome;
    makeSameKeyPair(call.data.c_str());
    // Looked at first: what ftok asks of the file is asked again here only to be shown.
    struct stat file{};
    const bool known = ::stat(call.data.c_str(), &file) == 0;
    outcome.result = ::ftok(call.data.c_str(), static_cast<int>(call.args[0]));
    // A key of -1 is a key as well: 0xffffffff. Only a file that is not there is an error.
    if (outcome.result == -1 && !known) {
        outcome.error = errno;
        return outcome;
    }
    whole_.files = {{-1, {file.st_mode, file.st_dev, file.st_ino}}};
    outcome.whole = &whole_;
    return outcome;
}

} // namespace ipclab
