#include "workers/supervisor/pipe_watch.h"

#include "engine/base/pidfd.h"
#include "engine/observe/pipe_look.h"

#include <algorithm>
#include <fcntl.h>
#include <sys/stat.h>

namespace ipclab {

namespace {

bool isPipe(const event::SeenDescriptor& each) {
    return S_ISFIFO(each.file.mode);
}

bool sameSight(const event::PipeSeen& a, const event::PipeSeen& b) {
    return a.bytes == b.bytes && a.capacity == b.capacity && a.contentsKnown == b.contentsKnown &&
           a.contents == b.contents && a.missing == b.missing;
}

} // namespace

PipeWatch::PipeWatch(Reporter& reporter, Children& children, const DescriptorWatch& descriptors)
    : reporter_(reporter), children_(children), descriptors_(descriptors) {
    for (const int fd : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
        struct stat is{};
        if (::fstat(fd, &is) == 0) own_.emplace_back(is.st_dev, is.st_ino);
    }
}

bool PipeWatch::any() const {
    return std::ranges::any_of(descriptors_.tables(), [](const auto& table) {
        return std::ranges::any_of(table.second.descriptors, [](const auto& each) {
            return isPipe(each) && !each.target.starts_with("pipe:");
        });
    });
}

std::map<PipeWatch::Identity, PipeWatch::Holder> PipeWatch::holders() const {
    std::map<Identity, Holder> holders;
    for (const auto& [process, table] : descriptors_.tables())
        for (const event::SeenDescriptor& each : table.descriptors) {
            const Identity pipe{each.file.dev, each.file.ino};
            if (!isPipe(each) || std::ranges::find(own_, pipe) != own_.end()) continue;
            Holder& holder = holders[pipe];
            const bool reads = (each.flags & O_ACCMODE) != O_WRONLY;
            if (holder.fd < 0 || (reads && !holder.reads)) holder = {process, each.fd, reads};
        }
    return holders;
}

event::PipeSeen PipeWatch::look(const Identity& pipe, const Holder& holder) const {
    event::PipeSeen seen;
    const Child* child = children_.find(holder.process);
    const Fd copy = child ? copyOfDescriptor(child->pidfd, holder.fd) : Fd();
    if (copy)
        seen = lookAtPipe(copy.get());
    else
        seen.missing = "pidfd_getfd gives " + errnoName(errno);
    seen.dev = pipe.first;
    seen.ino = pipe.second;
    seen.quiet = static_cast<bool>(copy);
    return seen;
}

bool PipeWatch::isNews(const event::PipeSeen& seen) const {
    const auto known = known_.find({seen.dev, seen.ino});
    return known == known_.end() || known->second.othersActivity != reporter_.othersActivity() ||
           !sameSight(known->second.seen, seen);
}

std::vector<News> PipeWatch::survey() {
    const std::map<Identity, Holder> pipes = holders();
    std::erase_if(known_, [&](const auto& each) { return !pipes.contains(each.first); });
    std::vector<News> all;
    for (const auto& [pipe, holder] : pipes) {
        event::PipeSeen seen = look(pipe, holder);
        if (!isNews(seen)) continue;
        Record record;
        record.kind = RecordKind::Encoded;
        record.process = supervisorProcess;
        std::string data = encodedBody(seen);
        all.push_back({record, std::move(data), [this, key = pipe, said = std::move(seen)] {
                           known_[key] = {said, reporter_.othersActivity()};
                       }});
    }
    return all;
}

} // namespace ipclab
