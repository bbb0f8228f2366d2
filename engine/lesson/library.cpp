#include "engine/lesson/library.h"

#include "engine/base/fd.h"
#include "engine/base/read_text.h"
#include "engine/call/catalogue.h"
#include "engine/call/words.h"
#include "engine/lesson/outline.h"

#include <algorithm>
#include <cstdlib>
#include <fcntl.h>
#include <fmt/format.h>

namespace ipclab {

namespace fs = std::filesystem;

namespace {

/// "02-types-and-blocking.md" → "types-and-blocking": the number only gives the order.
std::string nameOf(const fs::path& file) {
    std::string name = file.stem().string();
    const auto digits = name.find_first_not_of("0123456789");
    if (digits != 0 && digits != std::string::npos && name[digits] == '-')
        name.erase(0, digits + 1);
    return name;
}

/// The whole file, or what is wrong with it.
Result<std::string> readFile(const fs::path& file, bool isPage) {
    const Fd fd(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
    if (!fd) return systemError(file.string());
    return readLessonText(fd.get(), file.string(), isPage);
}

std::vector<fs::path> pagesIn(const fs::path& folder) {
    std::vector<fs::path> pages;
    std::error_code error;
    for (const auto& each : fs::directory_iterator(folder, error))
        if (each.path().extension() == ".md") pages.push_back(each.path());
    std::ranges::sort(pages);
    return pages;
}

} // namespace

std::string_view mechanismOf(const Lesson& lesson) {
    for (const LessonStep& step : lesson.steps)
        if (const std::string_view about = mechanismOf(step.statements); !about.empty())
            return about;
    return entryOf(CallId::Msgget).mechanism;
}

fs::path dataFolder() {
    if (const char* chosen = std::getenv("IPCLAB_DATA")) return chosen;
    std::error_code error;
    const fs::path program = fs::read_symlink("/proc/self/exe", error);
    const fs::path beside = program.parent_path().parent_path() / "share" / "ipclab";
    return fs::is_directory(beside, error) ? beside : fs::path(IPCLAB_DATA_FOLDER);
}

std::vector<LessonEntry> lessons(const fs::path& folder, std::string_view language) {
    std::vector<LessonEntry> entries;
    for (const fs::path& english : pagesIn(folder / "en")) {
        std::error_code error;
        const fs::path translated = folder / language / english.filename();
        const fs::path& file = fs::exists(translated, error) ? translated : english;
        const auto text = readFile(file, true);
        const auto outline = text ? outlineOf(*text) : std::unexpected(SyntaxError{});
        if (!outline) continue;
        const std::string name = nameOf(english);
        entries.push_back(
            {name, outline->title.empty() ? name : outline->title, file, outline->mechanism});
    }
    return entries;
}

std::vector<LessonEntry> lessons(std::string_view language) {
    return lessons(dataFolder() / "lessons", language);
}

Result<std::string> readLessonText(int fd, const std::string& name, bool isPage) {
    const std::size_t most = isPage ? maxPageBytes : maxScriptBytes;
    auto text = readText(fd, most + 1, name);
    if (!text || text->size() <= most) return text;
    const std::string limit =
        isPage ? fmt::format("a page has at most {} bytes (maxPageBytes)", most)
               : fmt::format("a script has at most {} bytes (maxScriptBytes)", most);
    return failure(fmt::format("{}:1:1: {}", name, limit));
}

Result<Lesson> readLesson(std::string_view text, const std::string& name, bool isPage,
                          bool allowRoot) {
    auto lesson =
        isPage ? parseLesson(text, allowRoot) : parseScriptAsLesson(text, nameOf(name), allowRoot);
    if (!lesson) return failure(lesson.error().render(name, text));
    if (lesson->title.empty()) lesson->title = nameOf(name);
    return std::move(*lesson);
}

Result<Lesson> loadLesson(const fs::path& file, bool allowRoot) {
    const bool isPage = file.extension() == ".md";
    const auto text = readFile(file, isPage);
    if (!text) return std::unexpected(text.error());
    return readLesson(*text, file.string(), isPage, allowRoot);
}

Result<fs::path> findLesson(const std::string& nameOrPath, std::string_view language) {
    std::error_code error;
    // A lesson beats a folder of its name. A pipe is as good as a file: run <(make-a-script).
    const bool folder = fs::is_directory(nameOrPath, error);
    if (!folder && fs::exists(nameOrPath, error)) return fs::path(nameOrPath);
    for (const LessonEntry& entry : lessons(language))
        if (entry.name == nameOrPath) return entry.file;
    // It may be there, and out of reach.
    if (error) return systemError(nameOrPath, error.value());
    if (folder) return failure(fmt::format("'{}' is a folder, not a lesson or script", nameOrPath));
    return failure(fmt::format("no lesson and no file is called '{}'", nameOrPath));
}

} // namespace ipclab
