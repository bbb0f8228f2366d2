#include "gui/stage/pipe_words.h"
#include "gui/stage/stage_tr.h"

#include <algorithm>

namespace ipclab::words {
namespace {

QString endName(AccessMode access) {
    switch (access) {
    case AccessMode::Read:
        return StageTr::tr("read end");
    case AccessMode::Write:
        return StageTr::tr("write end");
    case AccessMode::ReadWrite:
        break;
    }
    return StageTr::tr("both ends");
}

QString accessName(AccessMode access) {
    switch (access) {
    case AccessMode::Read:
        return StageTr::tr("to read");
    case AccessMode::Write:
        return StageTr::tr("to write");
    case AccessMode::ReadWrite:
        break;
    }
    return StageTr::tr("to read and write");
}

QString whatOf(const World& world, const OpenFile& file, const QString& target) {
    const QString path = file.path.empty() ? target : text(file.path);
    switch (file.kind) {
    case FileKind::Terminal:
        return path == QStringLiteral("/dev/null") ? path : StageTr::tr("terminal");
    case FileKind::Pipe:
    case FileKind::Fifo: {
        const auto index = pipeOf(world, file);
        const QString name = index                         ? pipeName(world, world.pipes[*index])
                             : file.kind == FileKind::Fifo ? StageTr::tr("FIFO %1").arg(path)
                                                           : StageTr::tr("pipe");
        return StageTr::tr("%1, %2").arg(name, endName(file.access));
    }
    case FileKind::Regular:
        return StageTr::tr("file %1, %2").arg(path, accessName(file.access));
    case FileKind::Other:
        break;
    }
    return path.isEmpty() ? StageTr::tr("something else") : path;
}

QString marksOf(const OpenFile& file) {
    QStringList to;
    if (file.nonblocking) to << QStringLiteral("O_NONBLOCK");
    if (file.packets) to << QStringLiteral("O_DIRECT");
    if (file.append) to << QStringLiteral("O_APPEND");
    return to.join(' ');
}

bool isPipe(const OpenFile& file) {
    return file.kind == FileKind::Pipe || file.kind == FileKind::Fifo;
}

/// 0, 1 and 2, as they were at the start.
bool standard(const DescriptorRow& row) {
    return row.fd <= 2 && !row.closed && !row.pipeEnd;
}

void fold(std::vector<DescriptorRow>& rows) {
    for (std::size_t i = 1; i < rows.size();) {
        DescriptorRow& before = rows[i - 1];
        if (!standard(before) || !standard(rows[i]) || before.what != rows[i].what ||
            before.marks != rows[i].marks) {
            ++i;
            continue;
        }
        before.last = rows[i].last;
        rows.erase(rows.begin() + static_cast<std::ptrdiff_t>(i));
    }
}

} // namespace

QString DescriptorRow::number() const {
    return fd == last ? QString::number(fd) : QStringLiteral("%1–%2").arg(fd).arg(last);
}

std::vector<DescriptorRow> descriptorRows(const World& world, const Process& process,
                                          TableForm form) {
    std::vector<DescriptorRow> to;
    if (!process.alive() || form == TableForm::OneLine) return to;
    for (const auto& [fd, row] : process.descriptors)
        if (const OpenFile* file = world.file(row.file))
            to.push_back({fd,
                          fd,
                          false,
                          isPipe(*file),
                          whatOf(world, *file, text(row.target)),
                          marksOf(*file),
                          {}});
    for (const ClosedDescriptor& closed : process.closed)
        to.push_back({closed.fd,
                      closed.fd,
                      true,
                      isPipe(closed.file),
                      whatOf(world, closed.file, {}),
                      {},
                      QStringLiteral("close(%1)").arg(closed.fd)});
    if (std::ranges::all_of(to, standard)) return {};
    std::ranges::sort(to, {}, &DescriptorRow::fd);
    if (form == TableForm::Opened)
        std::erase_if(to, standard);
    else
        fold(to);
    return to;
}

QString descriptorLine(const World& world, const Process& process) {
    QStringList to;
    for (const auto& [fd, row] : process.descriptors) {
        const OpenFile* file = world.file(row.file);
        const auto pipe = file ? pipeOf(world, *file) : std::nullopt;
        if (!pipe) continue;
        const QString way = file->access == AccessMode::Read    ? QStringLiteral("←")
                            : file->access == AccessMode::Write ? QStringLiteral("→")
                                                                : QStringLiteral("↔");
        to << QString::number(fd) + ' ' + way + ' ' + pipeName(world, world.pipes[*pipe]);
    }
    return process.alive() ? to.join(QStringLiteral(" · ")) : QString();
}

} // namespace ipclab::words
