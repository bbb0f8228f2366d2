#include "engine/base/standard_streams.h"
#include "engine/cli/commands.h"
#include "engine/cli/output.h"

#include <charconv>
#include <csignal>
#include <fmt/format.h>
#include <span>
#include <string_view>

namespace {

using namespace ipclab;

constexpr std::string_view usage =
    R"(ipclab-cli: pipes, FIFOs, message queues and shared memory with real processes and real system
calls, in a terminal

  ipclab-cli run LESSON|FILE|-   makes the calls of a lesson (.md) or a script (any other file;
                                 - is standard input) and prints one line an event
      --json                     one JSON object a line instead
      --private                  in an IPC namespace of its own
      --allow-root               a script may use "process X as root"
      --deadline SECONDS         for one step (default 30)
  ipclab-cli list                the lessons that come with IPC Lab
  ipclab-cli calls               every call, its flags and its errors
  ipclab-cli --version

exit status: 0 every expectation holds; 1 one does not, or a line could not be made or did not end
             in time (standard error says which and why); 2 the input is wrong or asks for what is
             not to be had, nothing was run; 3 the lab could not be opened; 4 the output could not
             be written
)";

int wrong(std::string_view what) {
    tell(fmt::format("ipclab-cli: {}\nusage: ipclab-cli run LESSON|FILE|- | list | calls    (more: "
                     "ipclab-cli --help)\n",
                     what));
    return exitBadInput;
}

int parseRun(std::span<char*> arguments) {
    RunOptions options;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const std::string_view argument = arguments[i];
        if (argument == "--json")
            options.json = true;
        else if (argument == "--private")
            options.privateNamespace = true;
        else if (argument == "--allow-root")
            options.allowRoot = true;
        else if (argument == "--deadline") {
            const std::string_view number = ++i < arguments.size() ? arguments[i] : "";
            const auto [end, problem] = std::from_chars(
                number.data(), number.data() + number.size(), options.deadlineSeconds);
            if (problem != std::errc() || end != number.data() + number.size() ||
                options.deadlineSeconds < 1)
                return wrong(fmt::format("--deadline takes seconds, not '{}'", number));
        } else if (argument.starts_with("--"))
            return wrong(fmt::format("there is no option '{}'", argument));
        else if (!options.input.empty())
            return wrong(fmt::format("one lesson or script at a time, not '{}' too", argument));
        else
            options.input = argument;
    }
    if (options.input.empty()) return wrong("run needs a lesson, a file, or - for standard input");
    return runInput(options);
}

} // namespace

int main(int argc, char** argv) {
    fillStandardStreams();
    // Where `ulimit -f` is low: the lab's memory files are files too, and EFBIG says what it is.
    std::signal(SIGXFSZ, SIG_IGN);
    const std::span<char*> arguments(argv, static_cast<std::size_t>(argc));
    if (argc < 2) return wrong("what is to be done?");
    const std::string_view command = arguments[1];
    if (command == "run") return parseRun(arguments.subspan(2));
    if (argc > 2) return wrong(fmt::format("'{}' takes no arguments", command));
    if (command == "list") return printLessons();
    if (command == "calls") return printCalls();
    if (command == "--version") {
        printOut(fmt::format("ipclab-cli {}\n", IPCLAB_VERSION));
        return endOutput(exitHolds);
    }
    if (command == "--help" || command == "-h") {
        printOut(usage);
        return endOutput(exitHolds);
    }
    return wrong(fmt::format("there is no command '{}'", command));
}
