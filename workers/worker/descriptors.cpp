#include "workers/worker/descriptors.h"

#include <algorithm>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace ipclab {

namespace {

/// A negative count is the kernel's to refuse, without a byte being moved.
bool beyondLimit(std::int64_t count) {
    return count > static_cast<std::int64_t>(maxPayload);
}

event::FileIdentity identityOf(const struct stat& is) {
    return {is.st_mode, is.st_dev, is.st_ino};
}

event::OpenedFile opened(int fd) {
    struct stat is{};
    if (::fstat(fd, &is) != 0) return {fd, {}};
    return {fd, identityOf(is)};
}

} // namespace

DescriptorCalls::DescriptorCalls() : buffer_(std::make_unique<char[]>(maxPayload)) {
}

Outcome DescriptorCalls::withFiles(Outcome outcome) {
    outcome.whole = &whole_;
    return outcome;
}

Outcome DescriptorCalls::pipe(const ResolvedCall& call) {
    int ends[2] = {-1, -1};
    const bool raw = (call.flags & rawAddress) != 0;
    int* const pipefd = raw ? reinterpret_cast<int*>(call.args[2]) : ends;
    const int flags = call.id == CallId::Pipe2 ? static_cast<int>(call.args[0]) : 0;
    const Outcome outcome = finished(::pipe2(pipefd, flags));
    if (outcome.result != 0) return outcome;
    whole_.files = {opened(pipefd[0]), opened(pipefd[1])};
    return withFiles(outcome);
}

Outcome DescriptorCalls::open(const ResolvedCall& call) {
    const Outcome outcome = finished(::open(call.data.c_str(), static_cast<int>(call.args[0]),
                                            static_cast<mode_t>(call.args[1])));
    if (outcome.result < 0) return outcome;
    whole_.files = {opened(static_cast<int>(outcome.result))};
    return withFiles(outcome);
}

Outcome DescriptorCalls::mkfifo(const ResolvedCall& call) {
    const Outcome outcome =
        finished(::mkfifo(call.data.c_str(), static_cast<mode_t>(call.args[0])));
    struct stat is{};
    if (outcome.result != 0 || ::lstat(call.data.c_str(), &is) != 0) return outcome;
    whole_.files = {{-1, identityOf(is)}};
    return withFiles(outcome);
}

Outcome DescriptorCalls::read(const ResolvedCall& call) {
    if (beyondLimit(call.args[1])) return refuse(payloadLimit);
    const bool raw = (call.flags & rawAddress) != 0;
    char* const into = raw ? reinterpret_cast<char*>(call.args[2]) : buffer_.get();
    const Outcome outcome = finished(
        ::read(static_cast<int>(call.args[0]), into, static_cast<std::size_t>(call.args[1])));
    if (outcome.result <= 0) return outcome;
    return finished(outcome.result, 0, {into, static_cast<std::size_t>(outcome.result)});
}

std::string writtenBytes(const ResolvedCall& write) {
    // What lies behind the text in a real program's buffer is written too; here it is zeroes.
    std::string bytes = write.data;
    bytes.resize(std::max<std::size_t>(
        bytes.size(),
        std::clamp<std::int64_t>(write.args[1], 0, static_cast<std::int64_t>(maxPayload))));
    return bytes;
}

Outcome DescriptorCalls::write(const PlannedCall& planned) {
    const ResolvedCall& call = planned.call;
    if (beyondLimit(call.args[1])) return refuse(payloadLimit);
    const bool raw = (call.flags & rawAddress) != 0;
    const void* const from =
        raw ? reinterpret_cast<const void*>(call.args[2]) : planned.message.data();
    const Outcome outcome = finished(
        ::write(static_cast<int>(call.args[0]), from, static_cast<std::size_t>(call.args[1])));
    if (!raw || outcome.result <= 0) return outcome;
    // Only the worker knows what stood there.
    return finished(outcome.result, 0,
                    {static_cast<const char*>(from), static_cast<std::size_t>(outcome.result)});
}

Outcome performOnDescriptor(const ResolvedCall& call) {
    const auto fd = static_cast<int>(call.args[0]);
    switch (call.id) {
    case CallId::Close:
        return finished(::close(fd));
    case CallId::Dup:
        return finished(::dup(fd));
    case CallId::Dup2:
        return finished(::dup2(fd, static_cast<int>(call.args[1])));
    case CallId::Fcntl:
        return finished(::fcntl(fd, static_cast<int>(call.args[1]), call.args[2]));
    default: // Lseek
        return finished(::lseek(fd, call.args[1], static_cast<int>(call.args[2])));
    }
}

} // namespace ipclab
