#include "gui/explain/pipe_phrase.h"

#include <algorithm>

namespace ipclab::phrase {

const OpenFile* fileOf(const World& world, const Process& process, std::int64_t fd) {
    const auto found = process.descriptors.find(static_cast<int>(fd));
    return found == process.descriptors.end() ? nullptr : world.file(found->second.file);
}

const Pipe* pipeOf(const World& world, const Process& process, std::int64_t fd) {
    if (const OpenFile* file = fileOf(world, process, fd)) return world.pipe(file->pipe);
    for (auto closed = process.closed.rbegin(); closed != process.closed.rend(); ++closed)
        if (closed->fd == fd) return world.pipe(closed->file.pipe);
    return nullptr;
}

bool isEnd(const OpenFile& file, End end) {
    if (file.access == AccessMode::ReadWrite) return true;
    return file.access == (end == End::Read ? AccessMode::Read : AccessMode::Write);
}

std::vector<Holder> holders(const World& world, const Pipe& pipe, End end) {
    std::vector<Holder> found;
    for (const Process& process : world.processes) {
        if (!process.alive()) continue;
        for (const auto& [fd, descriptor] : process.descriptors) {
            const OpenFile* file = world.file(descriptor.file);
            if (file && file->pipe == pipe.serial && isEnd(*file, end))
                found.push_back({&process, fd});
        }
    }
    return found;
}

QString holderList(const std::vector<Holder>& holders) {
    QStringList names;
    for (const Holder& holder : holders)
        names << Explain::tr("%1 (descriptor %2)").arg(name(*holder.process)).arg(holder.fd);
    return list(names);
}

std::optional<Holder> readyHolder(const std::vector<Holder>& holders, const Process& process) {
    const auto found = std::ranges::find_if(holders, [&](const Holder& holder) {
        return holder.process != &process && holder.process->state == ProcessState::Ready;
    });
    return found == holders.end() ? std::nullopt : std::optional(*found);
}

std::string descriptorName(const Process& process, int fd) {
    for (const auto& [variable, value] : process.variables) {
        if (const auto* array = std::get_if<IntArray>(&value)) {
            const auto item = std::ranges::find(array->items, std::int64_t{fd});
            if (item != array->items.end())
                return variable + "[" + std::to_string(item - array->items.begin()) + "]";
        }
    }
    for (const auto& [variable, value] : process.variables) {
        const auto* number = std::get_if<std::int64_t>(&value);
        if (number && *number == fd && variable.starts_with("fd")) return variable;
    }
    return std::to_string(fd);
}

QString pipeName(const Pipe& pipe) {
    return pipe.path.empty() ? Explain::tr("the pipe")
                             : Explain::tr("the FIFO %1").arg(text(pipe.path).toHtmlEscaped());
}

} // namespace ipclab::phrase
