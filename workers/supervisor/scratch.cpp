#include "workers/supervisor/scratch.h"

#include <cstdlib>
#include <fmt/format.h>
#include <linux/magic.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <vector>

namespace ipclab {

namespace {

constexpr const char* memoryPlace = "/dev/shm";

/// Whoever may not reach a place may not make a folder there either.
std::vector<std::string> places() {
    std::vector<std::string> all;
    const char* chosen = ::secure_getenv("TMPDIR");
    if (chosen != nullptr && chosen[0] == '/') all.emplace_back(chosen);
    all.insert(all.end(), {"/tmp", "/var/tmp"});
    return all;
}

bool isInMemory(const char* path) {
    struct statfs system{};
    return ::statfs(path, &system) == 0 && system.f_type == TMPFS_MAGIC;
}

} // namespace

Result<Scratch> Scratch::enter() {
    std::string obstacles;
    for (const std::string& place : places()) {
        SharedFolder::removeAbandoned(place);
        auto disk = SharedFolder::make(place);
        if (!disk) {
            obstacles += (obstacles.empty() ? "" : "; ") + disk.error().message();
            continue;
        }
        if (::chdir(disk->path().c_str()) != 0) return systemError("chdir to " + disk->path());
        Scratch scratch(std::move(*disk));
        scratch.linkMemory();
        return scratch;
    }
    return failure("the lab's scratch folder could not be made: " + obstacles);
}

void Scratch::removeAbandoned() {
    for (const std::string& place : places())
        SharedFolder::removeAbandoned(place);
    SharedFolder::removeAbandoned(memoryPlace);
}

void Scratch::linkMemory() {
    if (!isInMemory(memoryPlace)) {
        missing_ =
            fmt::format("there is no tmpfs at {}, so the scratch folder has no ram/", memoryPlace);
        return;
    }
    SharedFolder::removeAbandoned(memoryPlace);
    auto memory = SharedFolder::make(memoryPlace);
    if (memory && ::symlink(memory->path().c_str(), "ram") == 0)
        memory_.emplace(std::move(*memory));
    else
        missing_ = "the scratch folder has no ram/: " +
                   (memory ? systemError("symlink").error() : memory.error()).message();
}

} // namespace ipclab
