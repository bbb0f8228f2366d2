#include "gui/stage/segment_words.h"

#include "gui/stage/hex_grid.h"
#include "gui/stage/stage_tr.h"
#include "gui/words/words.h"

#include "engine/world/segment_questions.h"

#include <algorithm>

namespace ipclab::words {
namespace {

QString permissions(const SegmentStat& stat) {
    return modeLetters(stat.mode) + ' ' +
           QString::number(stat.mode & 0777, 8).rightJustified(4, '0');
}

/// A removed one has no key any more: 0 does not mean that it was made with IPC_PRIVATE.
QString keyOf(const SegmentStat& stat) {
    return stat.dest ? QString::number(stat.key) : keyText(stat.key);
}

bool copiesElsewhere(const World& world) {
    return std::ranges::any_of(world.queues, [](const Queue& each) { return !each.removed; }) ||
           std::ranges::any_of(world.pipes, [](const Pipe& each) { return !each.gone; });
}

} // namespace

QString segmentTitle() {
    return StageTr::tr("Shared memory segment");
}

QStringList segmentMeta(const World& world, const Segment& segment) {
    const SegmentStat& stat = segment.stat;
    const QString who = owner(world, stat.uid);
    const QString mode = permissions(stat);
    return {StageTr::tr("key %1 · id %2 · %3 · %4 B · nattch %5 · owner %6")
                .arg(keyOf(stat))
                .arg(stat.id)
                .arg(mode)
                .arg(stat.segsz)
                .arg(stat.nattch)
                .arg(who),
            StageTr::tr("key %1 · id %2 · %3 · %4 B · nattch %5")
                .arg(keyOf(stat))
                .arg(stat.id)
                .arg(mode)
                .arg(stat.segsz)
                .arg(stat.nattch),
            StageTr::tr("id %1 · %2 · %3 B · nattch %4")
                .arg(stat.id)
                .arg(mode)
                .arg(stat.segsz)
                .arg(stat.nattch),
            StageTr::tr("id %1 · nattch %2").arg(stat.id).arg(stat.nattch)};
}

QString segmentFate(const Segment& segment) {
    if (segment.removed) return StageTr::tr("removed");
    if (segment.stat.dest) return StageTr::tr("removed, lives until the last detach");
    return {};
}

QString segmentGone() {
    return StageTr::tr("Gone with its last attachment: the kernel has taken the pages back, "
                       "and its id gives EINVAL from now on.");
}

QStringList pageTexts(const World& world, const Segment& segment, std::uint64_t page) {
    const QString where =
        StageTr::tr("page %1 of %2")
            .arg(number(page + 1), number(mappedBytes(segment) / segmentPageBytes));
    const QString none = StageTr::tr("no copy through the kernel");
    QStringList to{where + QStringLiteral(" · ") + none, where};
    if (copiesElsewhere(world))
        to.prepend(where + QStringLiteral(" · ") +
                   StageTr::tr("no copy through the kernel (a queue or a pipe: two)"));
    return to;
}

QString copiesTip() {
    return StageTr::tr("A pipe or a message queue copies every byte twice: from the writer into "
                       "the kernel, and from the kernel to the reader. A segment is the same "
                       "memory in each process: no copy, no system call, and nobody waits.");
}

QString goToOffset() {
    return StageTr::tr("go to offset…");
}

QString bytes(std::uint64_t count) {
    constexpr std::uint64_t kib = 1024, mib = kib * kib;
    if (count >= mib && count % mib == 0) return number(count / mib) + QStringLiteral(" MiB");
    if (count >= 10 * kib && count % kib == 0) return number(count / kib) + QStringLiteral(" KiB");
    return number(count) + QStringLiteral(" B");
}

QStringList stripTexts(const Segment& segment) {
    const std::uint64_t pages = mappedBytes(segment) / segmentPageBytes;
    const std::uint64_t touched =
        std::max<std::uint64_t>(segment.rss / segmentPageBytes, segment.pages.size());
    const QString share = StageTr::tr("%1 of %2 pages touched").arg(number(touched), number(pages));
    return {share + QStringLiteral(" · rss ") + bytes(segment.rss), share,
            QStringLiteral("%1 / %2").arg(number(touched), number(pages))};
}

QString ago(std::int64_t thenNs, std::int64_t nowNs) {
    const double seconds = static_cast<double>(nowNs - thenNs) / 1e9;
    if (seconds < 0.3) return StageTr::tr("now");
    if (seconds < 10) return StageTr::tr("%1 s ago").arg(seconds, 0, 'f', 1);
    if (nowNs - thenNs < agesShownNs) return StageTr::tr("%1 s ago").arg(static_cast<int>(seconds));
    return StageTr::tr("over a minute ago");
}

QString writerMark(const World& world, ProcessId process) {
    if (process == outsideSender) return QStringLiteral("◇");
    return letter(world, process);
}

QString byteTip(const World& world, const Segment& segment, std::uint64_t offset,
                std::int64_t nowNs) {
    unsigned char value = 0;
    std::uint8_t writer = 0;
    if (const SegmentPage* page = segment.pages.find(offset / segmentPageBytes)) {
        value = static_cast<unsigned char>(page->bytes[offset % segmentPageBytes]);
        writer = page->writer[offset % segmentPageBytes];
    }
    QString to = StageTr::tr("+%1 (0x%2): 0x%3 = %4")
                     .arg(offset)
                     .arg(offset, 0, 16)
                     .arg(value, 2, 16, QChar('0'))
                     .arg(value);
    if (value >= 0x20 && value < 0x7f) to += QStringLiteral(" '%1'").arg(QChar(value));
    if (writer == 0 || writer > segment.writers.size())
        return to + '\n' + StageTr::tr("nobody has written here yet");
    const SegmentWriter& last = segment.writers[writer - 1U];
    return to + '\n' +
           StageTr::tr("last written by %1, who last wrote %2")
               .arg(letter(world, last.process), ago(last.lastNs, nowNs));
}

QString segmentNote(const Segment& segment) {
    QStringList to;
    if (segment.outsideChanges > 0)
        to << (segment.outsideChanges == 1
                   ? StageTr::tr("changed from outside")
                   : StageTr::tr("changed from outside ×%1").arg(segment.outsideChanges));
    if (!segment.contentsKnown && !segment.removed)
        to << (segment.missing.empty() ? StageTr::tr("contents not compared with the kernel")
                                       : StageTr::tr("contents not compared with the kernel: %1")
                                             .arg(engineWords(segment.missing)));
    return to.join(QStringLiteral(" · "));
}

QString access(const Attachment& attachment) {
    if (attachment.noAccess) return QStringLiteral("--");
    QString to = attachment.readOnly ? QStringLiteral("r-") : QStringLiteral("rw");
    if (attachment.executable) to += 'x';
    return to;
}

QString address(std::uint64_t at) {
    return QStringLiteral("0x%1").arg(at, 0, 16);
}

std::vector<Buffer> attachmentRows(const Process& process) {
    std::vector<Buffer> to;
    for (const Attachment& each : process.attachments) {
        Buffer row;
        for (const auto& [name, value] : process.variables)
            if (row.name.isEmpty() && pointerOf(value) == each.address) row.name = text(name);
        if (row.name.isEmpty()) row.name = StageTr::tr("id %1 at").arg(each.segment);
        row.type = address(each.address);
        row.value = access(each);
        to.push_back(row);
    }
    return to;
}

} // namespace ipclab::words
