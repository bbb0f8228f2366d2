#include "gui/explain/segment_phrase.h"

#include "engine/world/questions.h"

#include <algorithm>

namespace ipclab::phrase {

const Segment* segmentOf(const World& world, std::int64_t id) {
    if (const Segment* segment = world.segment(static_cast<std::int32_t>(id))) return segment;
    const auto found =
        std::ranges::find_if(world.segments.rbegin(), world.segments.rend(),
                             [id](const Segment& segment) { return segment.stat.id == id; });
    return found == world.segments.rend() ? nullptr : &*found;
}

const Attachment* attachmentAt(const Process& process, std::uint64_t where) {
    for (const Attachment& each : process.attachments)
        if (where >= each.address && where < each.address + each.bytes) return &each;
    for (const Attachment& each : process.attachments)
        if (where >= each.address && where < each.address + each.bytes + segmentPageBytes)
            return &each;
    return nullptr;
}

QString address(std::uint64_t where) {
    return QStringLiteral("0x%1").arg(where, 0, 16);
}

std::string segmentName(const Process& process, std::int64_t id) {
    for (const auto& [variable, value] : process.variables) {
        const auto* number = std::get_if<std::int64_t>(&value);
        if (number && *number == id && variable.starts_with("sh")) return variable;
    }
    return queueName(process, id);
}

std::string addressName(const Process& process, std::uint64_t where) {
    for (const auto& [variable, value] : process.variables) {
        const auto* pointer = std::get_if<Address>(&value);
        if (pointer && pointer->at == where) return variable;
    }
    return "(char *)" + address(where).toStdString();
}

QueueStat permissions(const SegmentStat& stat) {
    QueueStat same;
    same.mode = stat.mode;
    same.uid = stat.uid;
    same.gid = stat.gid;
    same.cuid = stat.cuid;
    same.cgid = stat.cgid;
    return same;
}

QString segmentPermission(const World& world, const Process& process, const SegmentStat& stat) {
    const QueueStat same = permissions(stat);
    const QString who = text(process.user).toHtmlEscaped(), mode = octal(stat.mode);
    const QString granted = bits(permissionBits(same, process.uid, process.gid));
    switch (permissionClass(same, process.uid, process.gid)) {
    case PermissionClass::Owner:
        return Explain::tr("%1 owns the segment, so the <b>owner</b> bits of %2 apply: %3.")
            .arg(who, mode, granted);
    case PermissionClass::Group:
        return Explain::tr(
                   "%1 is in the segment's group, so the <b>group</b> bits of %2 apply: %3.")
            .arg(who, mode, granted);
    case PermissionClass::Other:
        break;
    }
    return Explain::tr("%1 is neither the owner %2 nor in the segment's group, so the <b>other</b> "
                       "bits of %3 apply: %4.")
        .arg(who, user(world, stat.uid), mode, granted);
}

} // namespace ipclab::phrase
