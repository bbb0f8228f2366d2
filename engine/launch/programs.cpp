#include "engine/launch/programs.h"

#include <string>
#include <unistd.h>
#include <vector>

namespace ipclab {

Result<std::filesystem::path> findProgram(const std::filesystem::path& folder,
                                          std::string_view name) {
    std::vector<std::filesystem::path> places{folder / name};
    if (folder.empty()) {
        std::error_code problem;
        const auto self = std::filesystem::read_symlink("/proc/self/exe", problem);
        if (problem) return systemError("readlink of /proc/self/exe", problem.value());
        const auto here = self.parent_path();
        places = {here / name, here.parent_path() / "libexec/ipclab" / name};
    }
    std::string searched;
    for (const std::filesystem::path& place : places) {
        if (::access(place.c_str(), X_OK) == 0) return place;
        searched += (searched.empty() ? "" : ", ") + place.string();
    }
    return failure("the program " + std::string(name) + " is not there: " + searched);
}

} // namespace ipclab
