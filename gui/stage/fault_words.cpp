#include "gui/stage/segment_words.h"
#include "gui/stage/stage_tr.h"

#include <csignal>

namespace ipclab::words {
namespace {

bool faulted(const Process& process) {
    return process.state == ProcessState::Killed && process.fault != 0 &&
           (process.endCode == SIGSEGV || process.endCode == SIGBUS);
}

QString where(const Process& process) {
    if (!process.faultCause || process.faultCause->segment < 0)
        return StageTr::tr("at %1").arg(address(process.fault));
    const FaultCause& cause = *process.faultCause;
    return (cause.write ? StageTr::tr("write to +%1") : StageTr::tr("read at +%1"))
        .arg(cause.offset);
}

QString why(const Process& process) {
    if (!process.faultCause) return StageTr::tr("nothing is mapped there");
    switch (process.faultCause->reason) {
    case FaultReason::ReadOnly:
        return StageTr::tr("of a read-only attachment");
    case FaultReason::NoAccess:
        return StageTr::tr("where mprotect allows nothing");
    case FaultReason::PastTheEnd:
        return StageTr::tr("past the last page of the segment");
    case FaultReason::Detached:
        return StageTr::tr("after the segment was detached");
    case FaultReason::NotMapped:
        break;
    }
    return StageTr::tr("nothing is mapped there");
}

} // namespace

std::vector<Buffer> faultRows(const Process& process) {
    if (!faulted(process)) return {};
    const QString name =
        process.endCode == SIGBUS ? QStringLiteral("SIGBUS:") : QStringLiteral("SIGSEGV:");
    return {{name, {}, where(process), true}, {{}, {}, why(process), true}};
}

QString faultLine(const Process& process) {
    QStringList to;
    for (const Buffer& row : faultRows(process))
        to << (row.name.isEmpty() ? row.value : row.name + ' ' + row.value);
    return to.join(' ');
}

} // namespace ipclab::words
