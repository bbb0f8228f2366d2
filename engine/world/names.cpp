#include "engine/world/names.h"

#include "engine/world/numbers.h"
#include "engine/world/pipes.h"
#include "engine/world/subjects.h"

#include <algorithm>

namespace ipclab {

namespace {

constexpr std::size_t mostNames = 256;

NamedFile* findName(World& world, std::string_view path) {
    const auto found = std::ranges::find_if(
        world.names, [path](const NamedFile& each) { return each.exists && each.path == path; });
    return found == world.names.end() ? nullptr : &*found;
}

bool isLink(const event::FileIdentity& file) {
    return (file.mode & number::fileType) == number::fileLink;
}

bool isFifo(const event::FileIdentity& file) {
    return (file.mode & number::fileType) == number::fileFifo;
}

void removeName(World& world, std::string_view path) {
    NamedFile* name = findName(world, path);
    if (!name) return;
    name->exists = false;
    const event::FileIdentity file = name->file;
    Pipe* pipe = isFifo(file) ? livePipe(world, file) : nullptr;
    if (!pipe) return;
    if (pipe->path == path)
        if (std::string other = pathOf(world, file); !other.empty()) pipe->path = std::move(other);
    leaveIfUnreachable(world, *pipe);
}

void addLink(World& world, std::string_view from, std::string_view to) {
    const NamedFile* name = findName(world, from);
    if (name) noteName(world, to, event::FileIdentity(name->file));
}

void rename(World& world, std::string_view from, std::string_view to) {
    const NamedFile* name = findName(world, from);
    if (!name || from == to) return;
    const event::FileIdentity file = name->file;
    if (const NamedFile* there = findName(world, to)) {
        // Two names of one file: rename(2) does nothing.
        if (there->file.ino == file.ino && there->file.dev == file.dev) return;
        removeName(world, to);
    }
    noteName(world, to, file);
    removeName(world, from);
}

void changeMode(World& world, std::string_view path, std::int64_t mode) {
    const NamedFile* changed = findName(world, path);
    // chmod follows a symbolic link, and nobody has told where it leads.
    if (!changed || isLink(changed->file)) return;
    const event::FileIdentity file = changed->file;
    for (NamedFile& name : world.names)
        if (name.file.dev == file.dev && name.file.ino == file.ino)
            name.file.mode = (file.mode & number::fileType) | static_cast<std::uint32_t>(mode);
}

} // namespace

void noteName(World& world, std::string_view path, const event::FileIdentity& file) {
    if (NamedFile* known = findName(world, path)) {
        // Opening a symbolic link shows where it leads, and makes no name of it.
        if (!isLink(known->file)) known->file = file;
        return;
    }
    std::erase_if(world.names, [path](const NamedFile& each) { return each.path == path; });
    if (world.names.size() >= mostNames) {
        const auto gone = std::ranges::find(world.names, false, &NamedFile::exists);
        world.names.erase(gone == world.names.end() ? world.names.begin() : gone);
    }
    world.names.push_back({std::string(path), file, true});
}

std::string pathOf(const World& world, const event::FileIdentity& file) {
    for (const NamedFile& name : world.names)
        if (name.exists && name.file.dev == file.dev && name.file.ino == file.ino) return name.path;
    return {};
}

void returnMkfifo(World& world, const CallOutcome& done) {
    if (done.result != 0 || done.files.size() != 1) return;
    noteName(world, done.call.data, done.files[0].file);
    if (!livePipe(world, done.files[0].file)) addPipe(world, done.files[0].file, done.call.data);
}

void returnName(World& world, const CallOutcome& done) {
    if (done.result != 0) return;
    const std::string_view both = done.call.data;
    const std::size_t nul = both.find('\0');
    const std::string_view first = both.substr(0, nul);
    const std::string_view second =
        nul == std::string_view::npos ? std::string_view() : both.substr(nul + 1);
    switch (done.call.id) {
    case CallId::Unlink:
        return removeName(world, first);
    case CallId::Link:
        return addLink(world, first, second);
    case CallId::Symlink:
        return noteName(world, second, {number::fileLink, 0, 0});
    case CallId::Rename:
        return rename(world, first, second);
    default: // Chmod
        return changeMode(world, first, done.call.args[0]);
    }
}

} // namespace ipclab
