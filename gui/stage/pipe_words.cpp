#include "gui/stage/pipe_words.h"

#include "engine/world/pipe_questions.h"

#include "gui/stage/stage_tr.h"
#include "gui/words/words.h"

#include <algorithm>

namespace ipclab::words {
namespace {

std::uint64_t capacityBytes(const Pipe& pipe) {
    return std::uint64_t{pipe.capacity} * pipePageBytes;
}

/// Of a pipe without a name; it keeps its number when others go.
std::size_t numberOf(const World& world, const Pipe& pipe) {
    std::size_t number = 1;
    for (const Pipe& other : world.pipes) {
        if (other.serial == pipe.serial) break;
        if (other.path.empty()) ++number;
    }
    return number;
}

bool isOnlyPipe(const World& world) {
    return std::ranges::count_if(world.pipes, [](const Pipe& each) { return each.path.empty(); }) <
           2;
}

/// Every descriptor counts, as it does for the end of the file: after a fork two lead to one end.
/// Those of programs outside are known by the kernel's count alone.
QString endCounts(const World& world, const Pipe& pipe) {
    const auto ends = endsOf(world, pipe);
    const auto writes = static_cast<int>(std::ranges::count_if(ends, &PipeEnd::writes));
    const auto reads = static_cast<int>(std::ranges::count_if(ends, &PipeEnd::reads));
    return StageTr::tr("%n write end(s)", nullptr, std::max(writes, pipe.writers)) +
           QStringLiteral(", ") +
           StageTr::tr("%n read end(s)", nullptr, std::max(reads, pipe.readers));
}

/// A piece of text without the quotes around it.
QString inner(std::string_view bytes) {
    const QString quoted = literal(bytes);
    return quoted.mid(1, quoted.size() - 2);
}

QString waitsFor(const Pipe& pipe, const PipeSleeper& sleeper, const Process& process) {
    const QString who = text(process.letter);
    switch (sleeper.kind) {
    case PipeSleeper::Kind::Reads:
        return StageTr::tr("%1 waits for a byte").arg(who);
    case PipeSleeper::Kind::Writes:
        return StageTr::tr("%1 waits for a free page: %2 of %3 are used")
            .arg(who)
            .arg(pipe.pages.size())
            .arg(pipe.capacity);
    case PipeSleeper::Kind::OpensToRead:
        return StageTr::tr("%1 waits in open() for a writer").arg(who);
    case PipeSleeper::Kind::OpensToWrite:
        break;
    }
    return StageTr::tr("%1 waits in open() for a reader").arg(who);
}

/// "A 4, B 4": whose descriptors they are.
QString holders(const World& world, const std::vector<EndHolder>& ends) {
    QStringList to;
    for (const EndHolder& end : ends)
        to << letter(world, end.process) + ' ' + QString::number(end.fd);
    return to.join(QStringLiteral(", "));
}

SleeperLine whyReadSleeps(const World& world, const Pipe& pipe) {
    if (pipe.unread() > 0)
        return {SleeperLine::Kind::Why, StageTr::tr("bytes have come: it is being woken")};
    const auto ends = writeEnds(world, pipe);
    const auto forgotten = forgottenWriteEnds(world, pipe);
    if (!forgotten.empty() && ends.size() == forgotten.size())
        return {SleeperLine::Kind::Forgotten,
                StageTr::tr("for ever: no end-of-file while a write end is open (%1)")
                    .arg(holders(world, forgotten))};
    if (!forgotten.empty())
        return {SleeperLine::Kind::Forgotten,
                StageTr::tr("its end-of-file never comes while %1 stays open")
                    .arg(holders(world, forgotten))};
    return {SleeperLine::Kind::Why,
            StageTr::tr("the pipe is empty, a write end is open (%1)").arg(holders(world, ends))};
}

} // namespace

QString pipeName(const World& world, const Pipe& pipe) {
    if (!pipe.path.empty()) return StageTr::tr("FIFO %1").arg(text(pipe.path));
    if (isOnlyPipe(world)) return StageTr::tr("pipe");
    return StageTr::tr("pipe %1").arg(numberOf(world, pipe));
}

QStringList pipeFacts(const World& world, const Pipe& pipe) {
    const QString name = pipeName(world, pipe);
    if (pipe.gone) {
        const QString lost =
            pipe.lost == 0 ? StageTr::tr("gone with its last descriptor")
                           : StageTr::tr("gone with its last descriptor: %n unread byte(s) lost",
                                         nullptr, static_cast<int>(pipe.lost));
        return {name + QStringLiteral(" · ") + lost, lost};
    }
    const QString bytes =
        StageTr::tr("%1 of %2 bytes").arg(number(pipe.unread()), number(capacityBytes(pipe)));
    const QString pages = StageTr::tr("%1 of %2 pages").arg(pipe.pages.size()).arg(pipe.capacity);
    const QString ends = endCounts(world, pipe);
    const QString dot = QStringLiteral(" · ");
    const QString unlinked = pipe.unlinked ? dot + StageTr::tr("its name is gone") : QString();
    const QString whole = name + dot + bytes + dot + pages + dot + ends;
    // How full it is can be seen in the tube; that is said first only where write() would sleep.
    if (pipe.pages.size() >= pipe.capacity)
        return {whole + unlinked, whole, name + dot + pages + dot + ends, name + dot + pages,
                pages};
    // Whether read() ever returns 0 hangs on the ends.
    return {
        whole + unlinked,  whole, name + dot + bytes + dot + ends, name + dot + pages + dot + ends,
        name + dot + ends, ends};
}

QString copiedIn() {
    return StageTr::tr("write() copies in");
}
QString copiedOut() {
    return StageTr::tr("read() copies out");
}

PipeText pipeText(const Pipe& pipe, std::size_t most) {
    PipeText to;
    std::uint64_t shown = 0;
    std::uint64_t write = 0;
    for (const PipeSlot& page : pipe.pages) {
        to.packets |= page.packet;
        if (!page.bytes) continue;
        std::size_t at = 0;
        for (const WritePiece& piece : page.pieces) {
            const std::size_t end = std::min<std::size_t>(at + piece.bytes, page.bytes->size());
            const std::size_t from = std::max<std::size_t>(at, page.read);
            at = end;
            if (from >= end || shown >= most) continue;
            const std::size_t count = std::min<std::size_t>(end - from, most - shown);
            shown += count;
            const bool begins = piece.write != write || page.packet;
            write = piece.write;
            to.runs.push_back({inner(std::string_view(*page.bytes).substr(from, count)),
                               piece.writer, piece.writtenNs, begins && !to.runs.empty()});
        }
    }
    to.more = pipe.unread() - std::min(pipe.unread(), shown);
    return to;
}

std::vector<SleeperLine> pipeSleepers(const World& world, const Pipe& pipe) {
    using Kind = SleeperLine::Kind;
    constexpr std::size_t most = 3;
    std::vector<SleeperLine> to{{Kind::Headline, StageTr::tr("Asleep")}};
    std::size_t count = 0;
    for (const PipeSleeper& sleeper : pipe.sleepers) {
        const Process* process = world.process(sleeper.process);
        if (!process) continue;
        if (++count > most) continue;
        to.push_back({Kind::Who, waitsFor(pipe, sleeper, *process)});
        if (count == 1 && sleeper.kind == PipeSleeper::Kind::Reads)
            to.push_back(whyReadSleeps(world, pipe));
    }
    if (count > most) to.push_back({Kind::Why, StageTr::tr("and %1 more").arg(count - most)});
    if (count == 0) to.clear();
    return to;
}

QString pipeNote(const Pipe& pipe) {
    QStringList to;
    if (pipe.outsideChanges > 0)
        to << (pipe.outsideChanges == 1
                   ? StageTr::tr("changed from outside")
                   : StageTr::tr("changed from outside ×%1").arg(pipe.outsideChanges));
    if (pipe.lost > 0 && !pipe.gone && pipe.readers + pipe.writers == 0)
        to << StageTr::tr("%n unread byte(s) lost with the last descriptor", nullptr,
                          static_cast<int>(pipe.lost));
    // Whatever lies in a pipe that has no name and no reader any more, nobody will ever see it.
    const bool forNobody = pipe.readers == 0 && pipe.path.empty();
    if (!pipe.contentsKnown && !pipe.gone && !forNobody && !pipe.missing.empty())
        to << StageTr::tr("contents not compared with the kernel: %1")
                  .arg(engineWords(pipe.missing));
    return to.join(QStringLiteral(" · "));
}

QString pageTip(const World& world, const Pipe& pipe, std::size_t first, std::size_t count) {
    const QString name =
        count == 1
            ? StageTr::tr("page %1 from the read end").arg(first + 1)
            : StageTr::tr("pages %1 to %2 from the read end").arg(first + 1).arg(first + count);
    if (first >= pipe.pages.size()) return StageTr::tr("%1: free").arg(name);
    std::uint64_t unread = 0, read = 0;
    for (std::size_t i = first; i < std::min(first + count, pipe.pages.size()); ++i) {
        unread += pipe.pages[i].unread();
        read += pipe.pages[i].read;
    }
    QStringList to{StageTr::tr("%1: %2 bytes").arg(name, number(unread))};
    if (read > 0)
        to << StageTr::tr("%1 bytes are read: the page is free only when all of it is")
                  .arg(number(read));
    const PipeSlot& page = pipe.pages[first];
    if (page.packet) to << StageTr::tr("a packet: one read() takes it whole");
    QStringList writers;
    for (const WritePiece& piece : page.pieces)
        if (const QString who = letter(world, piece.writer); !writers.contains(who)) writers << who;
    to << StageTr::tr("written by %1").arg(writers.join(QStringLiteral(", ")));
    if (count == 1 && page.bytes) {
        const QString shown = literal(std::string_view(*page.bytes).substr(page.read));
        to << (shown.size() > 200 ? shown.left(200) + QStringLiteral("…") : shown);
    }
    return to.join('\n');
}

QStringList spokenPipe(const World& world, const Pipe& pipe) {
    QStringList to{pipeFacts(world, pipe).front()};
    for (const SleeperLine& line : pipeSleepers(world, pipe))
        to << line.text;
    return to;
}

} // namespace ipclab::words
