#include "engine/call/catalogue.h"
#include "engine/call/print_call.h"

#include <fcntl.h>
#include <fmt/format.h>

namespace ipclab {

namespace {

std::string printMode(std::int64_t mode) {
    return fmt::format("0{:03o}", mode);
}

std::string printTwoPaths(const ResolvedCall& call) {
    const std::size_t end = call.data.find('\0');
    const std::string second = end == std::string::npos ? "" : call.data.substr(end + 1);
    return fmt::format("{}({}, {})", entryOf(call.id).name, quoted(call.data.substr(0, end)),
                       quoted(second));
}

} // namespace

std::string printFileCall(const ResolvedCall& call) {
    const auto& args = call.args;
    const std::string path = quoted(call.data);
    switch (call.id) {
    case CallId::Open: {
        const bool hasMode = (args[0] & O_CREAT) != 0 || args[1] != 0;
        return fmt::format("open({}, {}{})", path, printFlags(call.id, 1, args[0]),
                           hasMode ? ", " + printMode(args[1]) : "");
    }
    case CallId::Mkfifo:
    case CallId::Chmod:
        return fmt::format("{}({}, {})", entryOf(call.id).name, path, printMode(args[0]));
    case CallId::Ftok:
        return fmt::format("ftok({}, {})", path, args[0]);
    case CallId::Unlink:
        return fmt::format("unlink({})", path);
    default:
        return printTwoPaths(call);
    }
}

} // namespace ipclab
