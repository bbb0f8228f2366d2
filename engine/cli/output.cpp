#include "engine/cli/output.h"

#include "engine/base/result.h"
#include "engine/base/standard_streams.h"
#include "engine/cli/commands.h"

#include <cstdio>

namespace ipclab {

namespace {

int firstErrno = 0;

} // namespace

void printOut(std::string_view text) {
    if (firstErrno == 0 && std::fwrite(text.data(), 1, text.size(), stdout) != text.size())
        firstErrno = errno;
}

bool flushOutput() {
    if (firstErrno == 0 && std::fflush(stdout) != 0) firstErrno = errno;
    return firstErrno == 0;
}

int endOutput(int status) {
    if (flushOutput()) return status;
    tell("ipclab-cli: " + Error{"writing to standard output", firstErrno}.message() + '\n');
    return exitNoOutput;
}

} // namespace ipclab
