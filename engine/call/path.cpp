#include "engine/call/path.h"

#include "engine/call/bytes.h"
#include "engine/call/evaluate.h"
#include "engine/call/pointer.h"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>

namespace ipclab {

namespace {

/// Calls `see` with every part between slashes that is not "." or empty.
template <class See> void eachPart(std::string_view path, See see) {
    while (!path.empty()) {
        const std::size_t end = std::min(path.find('/'), path.size());
        if (const std::string_view part = path.substr(0, end); !part.empty() && part != ".")
            see(part);
        path.remove_prefix(std::min(end + 1, path.size()));
    }
}

/// N of "/proc/self/fd/N", or -1.
int ownDescriptor(std::string_view path) {
    constexpr std::string_view folder = "/proc/self/fd/";
    if (!path.starts_with(folder)) return -1;
    path.remove_prefix(folder.size());
    int fd = -1;
    const auto [end, problem] = std::from_chars(path.data(), path.data() + path.size(), fd);
    return problem == std::errc{} && end == path.data() + path.size() ? fd : -1;
}

/// "the lab's own scratch folder, /tmp/…"
std::string folderName(const Scope& scope) {
    if (scope.scratchFolder.empty()) return "the lab's own scratch folder";
    return fmt::format("the lab's own scratch folder, {}", scope.scratchFolder);
}

Result<void> checkInside(std::string_view path, const Scope& scope, PathUse use) {
    if (use == PathUse::Opened && path.starts_with("/proc/self/fd/")) {
        const int fd = ownDescriptor(path);
        if (fd >= 0 && fd < firstOwnDescriptor) return {};
    }
    bool leavesIt = path.starts_with('/');
    int parts = 0;
    bool isRam = false;
    eachPart(path, [&](std::string_view part) {
        leavesIt = leavesIt || part == "..";
        isRam = ++parts == 1 && part == "ram";
    });
    if (leavesIt)
        return failure(fmt::format("{} may lead out of the lab: files live in {}, so a path is "
                                   "relative and without .., as in \"fifo\"",
                                   quoted(path), folderName(scope)));
    const bool isFolder = !path.empty() && (parts == 0 || isRam);
    if (use == PathUse::Name || use == PathUse::Opened || !isFolder) return {};
    if (use == PathUse::Removed && (path == "." || path.ends_with("/."))) return {};
    return failure(fmt::format("{} is {}, which stays as it is", quoted(path), folderName(scope)));
}

} // namespace

Result<std::string> pathOf(const Expr& written, const Scope& scope, std::string_view what,
                           PathUse use) {
    const auto pointer = pointerOf(written, scope);
    if (!pointer) return std::unexpected(pointer.error());
    if (pointer->isAddress)
        return failure(
            fmt::format("{} must be a text such as \"fifo\", not {}", what, print(written)));
    auto text = evaluateText(*pointer->operand, scope, what);
    if (!text) return text;
    if (auto inside = checkInside(*text, scope, use); !inside)
        return std::unexpected(inside.error());
    return text;
}

} // namespace ipclab
