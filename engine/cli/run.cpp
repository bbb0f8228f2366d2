#include "engine/cli/commands.h"

#include "engine/base/standard_streams.h"
#include "engine/cli/event_text.h"
#include "engine/cli/output.h"
#include "engine/lab/lab.h"
#include "engine/lesson/lab_playground.h"
#include "engine/lesson/library.h"

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

/// Prints what has happened since the last time, one line an event. False: it cannot.
class Printer {
public:
    Printer(const Lab& lab, bool json) : lab_(lab), json_(json) {}
    bool printNew() {
        constexpr std::size_t atOnce = 4096;
        for (auto events = lab_.events(printed_, atOnce); !events.empty();
             events = lab_.events(printed_, atOnce)) {
            for (const Event& event : events)
                print(event);
            printed_ += events.size();
        }
        return flushOutput();
    }

private:
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

int play(const Input& input, const RunOptions& options, Lab& lab) {
    LabPlayground playground(lab);
    Player player(input.lesson, playground);
    Printer printer(lab, options.json);
    while (!player.isOver()) {
        playStep(player, lab, std::chrono::seconds(options.deadlineSeconds));
        const bool printed = printer.printNew();
        if (player.failure()) {
            tell(player.failure()->message(input.name) + '\n');
            return endOutput(player.failure()->refusal.empty() ? exitFails : exitBadInput);
        }
        if (!printed) break;
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
    labOptions.msgmni = input->lesson.msgmni;
    labOptions.shmmni = input->lesson.shmmni;
    labOptions.shmall = input->lesson.shmall;
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
    for (const LessonEntry& lesson : all)
        printOut(fmt::format("{:<24} {}\n", lesson.name, lesson.title));
    return endOutput(exitHolds);
}

} // namespace ipclab
