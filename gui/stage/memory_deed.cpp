#include "gui/stage/memory_deed.h"

#include "gui/stage/words.h"

#include "engine/call/printf.h"

#include <algorithm>

namespace ipclab {
namespace {

struct Access {
    std::uint64_t address = 0;
    bool writes = false;
    QString what; ///< "store 2a", "load 42"
};

std::uint64_t unsignedOf(std::int64_t value) {
    return static_cast<std::uint64_t>(value);
}

/// The bytes as they will stand in memory, the lowest first: what the hex view then shows.
QString littleEndian(std::int64_t value, std::int64_t width) {
    QStringList to;
    for (std::int64_t i = 0; i < std::min<std::int64_t>(width, 8); ++i)
        to << QStringLiteral("%1").arg(unsignedOf(value) >> (8 * i) & 0xff, 2, 16, QChar('0'));
    return to.join(' ');
}

QString times(std::int64_t count) {
    if (count <= 1) return {};
    return QStringLiteral("×") + words::number(unsignedOf(count)) + QStringLiteral("  ");
}

QString shortened(const std::string& data) {
    constexpr std::size_t most = 20;
    if (data.size() > most) return QStringLiteral("%1 B").arg(data.size());
    return words::literal(data);
}

Access store(const ResolvedCall& call) {
    const auto& a = call.args;
    if (a[3] == '=')
        return {unsignedOf(a[0]), true,
                times(a[4]) + QStringLiteral("store ") +
                    (a[1] <= 4 ? littleEndian(a[2], a[1]) : QString::number(a[2]))};
    return {unsignedOf(a[0]), true,
            times(a[4]) + QStringLiteral("%1= %2").arg(QChar(static_cast<char>(a[3]))).arg(a[2])};
}

Access copy(const ResolvedCall& call) {
    const bool reads = call.flags & intoVariable;
    const std::uint64_t address = unsignedOf(call.args[reads ? 1 : 0]);
    if (reads)
        return {address, false,
                call.id == CallId::Strcpy ? QStringLiteral("strcpy") : QStringLiteral("memcpy")};
    if (call.id == CallId::Strcpy)
        return {address, true, QStringLiteral("strcpy ") + shortened(call.data)};
    if (call.flags & rawSource)
        return {address, true, QStringLiteral("memcpy %1 B").arg(call.args[2])};
    return {address, true, QStringLiteral("memcpy ") + shortened(call.data)};
}

std::optional<Access> accessOf(const ResolvedCall& call, std::optional<std::int64_t> result) {
    const auto& a = call.args;
    const QString came = result ? ' ' + QString::number(*result) : QString();
    switch (call.id) {
    case CallId::Store:
        return store(call);
    case CallId::AtomicAdd:
        return Access{unsignedOf(a[0]), true,
                      times(a[3]) + QStringLiteral("atomic += %1").arg(a[2])};
    case CallId::Strcpy:
    case CallId::Memcpy:
        return copy(call);
    case CallId::Memset:
        return Access{
            unsignedOf(a[0]), true,
            QStringLiteral("memset %1 × %2 B").arg(a[1] & 0xff, 2, 16, QChar('0')).arg(a[2])};
    case CallId::Load:
        return Access{unsignedOf(a[0]), false, QStringLiteral("load") + came};
    case CallId::Strlen:
        return Access{unsignedOf(a[0]), false, QStringLiteral("strlen") + came};
    case CallId::Printf:
        if (const auto printed = unpackPrintf(call.data))
            for (const PrintfArgument& each : printed->arguments)
                if (each.kind == PrintfArgument::Kind::Address)
                    return Access{unsignedOf(each.number), false, QStringLiteral("printf")};
        return {};
    default:
        return {};
    }
}

} // namespace

std::optional<MemoryDeed> memoryDeed(const Process& process, const ResolvedCall& call,
                                     std::optional<std::int64_t> result) {
    const auto access = accessOf(call, result);
    if (!access) return {};
    const auto found = std::ranges::find_if(process.attachments, [&](const Attachment& each) {
        return access->address >= each.address && access->address - each.address < each.bytes;
    });
    if (found == process.attachments.end()) return {};
    MemoryDeed to;
    to.process = process.id;
    to.attachment = found->address;
    to.offset = access->address - found->address + found->offset;
    to.writes = access->writes;
    to.text = access->what + (access->writes ? QStringLiteral(" → +") : QStringLiteral(" ← +")) +
              QString::number(to.offset);
    return to;
}

} // namespace ipclab
