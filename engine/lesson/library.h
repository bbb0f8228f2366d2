#pragma once

#include "engine/lesson/lesson.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace ipclab {

/// Where lessons and translations are: share/ipclab beside the folder that the program is in, or
/// where they were installed. IPCLAB_DATA names another place.
[[nodiscard]] std::filesystem::path dataFolder();

/// A lesson that comes with IPC Lab.
struct LessonEntry {
    std::string name;           ///< "types-and-blocking": the file's name without number and ending
    std::string title;          ///< in the wanted language
    std::filesystem::path file; ///< in the wanted language, or in English where there is none
    std::string_view mechanism; ///< what it is about: mechanismOf()
};

/// The catalogue's name of what a lesson is about ("shared memory"): that of its first call which
/// makes an object, or a key. "message queue" where it has none.
[[nodiscard]] std::string_view mechanismOf(const Lesson& lesson);

/// All lessons in their order, in a language ("en", "ko"). Pages that cannot be read up to the step
/// that tells what they are about are left out.
[[nodiscard]] std::vector<LessonEntry> lessons(std::string_view language);
[[nodiscard]] std::vector<LessonEntry> lessons(const std::filesystem::path& folder,
                                               std::string_view language);

/// Reads a lesson's page (.md) or a script (any other name). The error holds "FILE:3:7: …" with
/// the line and a caret below it.
[[nodiscard]] Result<Lesson> loadLesson(const std::filesystem::path& file, bool allowRoot = false);
/// The same for text that was read elsewhere (standard input): a page when `isPage`.
[[nodiscard]] Result<Lesson> readLesson(std::string_view text, const std::string& name, bool isPage,
                                        bool allowRoot = false);

/// What a lesson or script is read from, to its end. More than maxPageBytes or maxScriptBytes is
/// refused, and not read.
[[nodiscard]] Result<std::string> readLessonText(int fd, const std::string& name, bool isPage);

/// The name of a lesson that comes with IPC Lab, or the path of a file: which file is meant.
[[nodiscard]] Result<std::filesystem::path> findLesson(const std::string& nameOrPath,
                                                       std::string_view language);

} // namespace ipclab
