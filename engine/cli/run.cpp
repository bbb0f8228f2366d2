#include "engine/cli/commands.h"

#include "engine/base/standard_streams.h"
#include "engine/cli/event_text.h"
#include "engine/cli/output.h"
#include "engine/lab/lab.h"
#include "engine/lesson/lab_playground.h"
#include "engine/lesson/library.h"

#include <algorithm>
#include <fmt/format.h>
#include <unistd.h>

namespace ipclab {

namespace {

int complain(const Error& error, int status) {
    tell(fmt::format("ipclab-cli: {}\n", error.message()));
    return status;
}

struct Input {
    std::string name;
    Lesson lesson;
};

Result<Input> read(const std::string& given, bool allowRoot) {
    if (given == "-") {
        const auto text = readLessonText(STDIN_FILENO, "standard input", false);
        if (!text) return std::unexpected(text.error());
        auto lesson = readLesson(*text, "standard input", false, allowRoot);
        if (!lesson) return std::unexpected(lesson.error());
        return Input{"standard input", std::move(*lesson)};
    }
    const auto file = findLesson(given, "en");
    if (!file) return std::unexpected(file.error());
    auto lesson = loadLesson(*file, allowRoot);
    if (!lesson) return std::unexpected(lesson.error());
    return Input{file->string(), std::move(*lesson)};
}

/// Prints what has happened, one line an event.
class Printer {
public:
    Printer(const Lab& lab, bool json) : lab_(lab), json_(json) {}
    /// The next events. False when there are none: whoever makes them may be faster than this.
    bool printSome() { return printUpTo(printed_ + atOnce); }
    /// All events of which there were so many.
    void printAll(std::uint64_t count) {
        while (printed_ < count && printUpTo(std::min(count, printed_ + atOnce))) {
        }
    }

private:
    static constexpr std::uint64_t atOnce = 4096;

    bool printUpTo(std::uint64_t end) {
        const auto events = lab_.events(printed_, static_cast<std::size_t>(end - printed_));
        for (const Event& event : events)
            print(event);
        printed_ += events.size();
        return flushOutput() && !events.empty();
    }
    void print(const Event& event) {
        if (json_) {
            applyTo(world_, event);
            printOut(eventJson(event, world_) + '\n');
        } else if (const auto line = text_.line(event)) {
            printOut(*line + '\n');
        }
    }
    const Lab& lab_;
    bool json_;
    EventText text_;
    World world_; ///< for eventJson: letters of processes
    std::uint64_t printed_ = 0;
};

/// Waits until all is at rest, and prints what happens meanwhile. False after `left`, or when it
/// cannot print.
bool waitPrinting(Lab& lab, Printer& printer, std::chrono::milliseconds left) {
    using std::chrono::milliseconds;
    constexpr milliseconds betweenLooks{50};
    const auto end = std::chrono::steady_clock::now() + left;
    for (;;) {
        const bool more = printer.printSome();
        left = std::chrono::duration_cast<milliseconds>(end - std::chrono::steady_clock::now());
        if (left.count() <= 0 || !flushOutput()) return false;
        if (lab.waitUntilQuiet(more ? milliseconds(0) : std::min(left, betweenLooks))) return true;
    }
}

/// What loops at full speed would fill the output for ever.
void stopRepeats(Lab& lab) {
    const auto world = lab.world();
    for (const Process& process : world->processes)
        (void)lab.stopRepeating(process.id);
}

int play(const Input& input, const RunOptions& options, Lab& lab) {
    LabPlayground playground(lab);
    Player player(input.lesson, playground);
    Printer printer(lab, options.json);
    const auto wait = [&](auto left) { return waitPrinting(lab, printer, left); };
    while (!player.isOver()) {
        playStep(player, wait, std::chrono::seconds(options.deadlineSeconds));
        if (player.failure()) stopRepeats(lab);
        printer.printAll(lab.eventCount());
        if (!flushOutput()) break;
        if (player.failure()) {
            tell(player.failure()->message(input.name) + '\n');
            return endOutput(player.failure()->refusal.empty() ? exitFails : exitBadInput);
        }
    }
    return endOutput(exitHolds);
}

} // namespace

int runInput(const RunOptions& options) {
    const auto input = read(options.input, options.allowRoot);
    if (!input) {
        tell(input.error().message() + '\n');
        return exitBadInput;
    }
    LabOptions labOptions;
    labOptions.privateNamespace = options.privateNamespace || input->lesson.privateNamespace;
    labOptions.sysctls = input->lesson.sysctls;
    labOptions.allowRoot = options.allowRoot;
    auto lab = Lab::open(labOptions);
    if (!lab) return complain(lab.error(), exitNoLab);
    return play(*input, options, **lab);
}

int printLessons() {
    const auto all = lessons("en");
    if (all.empty())
        return complain(
            {"no lessons in " + dataFolder().string() + "; IPCLAB_DATA can name another folder", 0},
            exitBadInput);
    std::size_t width = 0;
    for (const LessonEntry& lesson : all)
        width = std::max(width, lesson.name.size());
    for (const LessonEntry& lesson : all)
        printOut(fmt::format("{:<{}}  {}\n", lesson.name, width, lesson.title));
    return endOutput(exitHolds);
}

} // namespace ipclab
