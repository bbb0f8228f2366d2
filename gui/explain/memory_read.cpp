// What a process read out of a segment, and whether it saw the pieces of several writes.
#include "engine/call/language.h"
#include "engine/call/printf.h"
#include "gui/explain/outcome.h"
#include "gui/explain/segment_phrase.h"

#include <algorithm>

namespace ipclab {

namespace {

/// The text that %s read, where the whole of what was printed is that text.
std::optional<std::string> textRead(const CallOutcome& outcome) {
    if (outcome.call.id != CallId::Printf) return {};
    const auto printed = unpackPrintf(outcome.call.data);
    if (!printed || printed->arguments.size() != 1) return {};
    if (printed->format == "%s") return outcome.data;
    if (printed->format == "%s\n" && outcome.data.ends_with('\n'))
        return outcome.data.substr(0, outcome.data.size() - 1);
    return {};
}

/// The first address that the call read.
std::optional<std::uint64_t> addressRead(const ResolvedCall& call) {
    if (call.id == CallId::Load || call.id == CallId::Strlen)
        return static_cast<std::uint64_t>(call.args[0]);
    if (call.id == CallId::Strcpy || call.id == CallId::Memcpy)
        return static_cast<std::uint64_t>(call.args[1]);
    if (call.id != CallId::Printf) return {};
    const auto printed = unpackPrintf(call.data);
    if (!printed) return {};
    for (const PrintfArgument& each : printed->arguments)
        if (each.kind == PrintfArgument::Kind::Address || each.kind == PrintfArgument::Kind::Memory)
            return static_cast<std::uint64_t>(each.number);
    return {};
}

/// What strcpy or memset leaves in memory, when that is known from the line alone.
std::optional<std::string> textOf(const Call& call) {
    const auto valueAt = [&call](std::size_t place) { return evaluate(call.args[place], Scope{}); };
    if (call.id == CallId::Strcpy && call.args.size() == 2) {
        const auto text = valueAt(1);
        if (const auto* known = text ? std::get_if<std::string>(&*text) : nullptr) return *known;
    }
    if (call.id != CallId::Memset || call.args.size() != 3) return {};
    constexpr std::int64_t most = 64 * 1024;
    const auto byte = valueAt(1), count = valueAt(2);
    const auto* value = byte ? std::get_if<std::int64_t>(&*byte) : nullptr;
    const auto* times = count ? std::get_if<std::int64_t>(&*count) : nullptr;
    if (value == nullptr || times == nullptr || *times < 0 || *times > most) return {};
    return std::string(static_cast<std::size_t>(*times), static_cast<char>(*value));
}

/// The texts that the process's repeat writes by turns to this place of the segment.
std::vector<std::string> textsWritten(const Process& writer, std::int64_t segment,
                                      std::uint64_t offset) {
    if (!writer.given || !writer.given->statement || !writer.given->statement->repeated) return {};
    const ResolvedCall* now = writer.current ? &writer.current->call
                              : writer.last  ? &writer.last->call
                                             : nullptr;
    if (now == nullptr || (now->id != CallId::Strcpy && now->id != CallId::Memset)) return {};
    const auto address = static_cast<std::uint64_t>(now->args[0]);
    const Attachment* at = phrase::attachmentAt(writer, address);
    if (at == nullptr || at->segment != segment || address - at->address + at->offset != offset)
        return {};
    std::vector<std::string> texts;
    std::string place;
    for (const Action& action : writer.given->statement->actions) {
        const auto text = action.call ? textOf(*action.call) : std::nullopt;
        if (!text) continue;
        const std::string to = print(action.call->args[0]);
        if (place.empty()) place = to;
        if (place == to && std::ranges::find(texts, *text) == texts.end()) texts.push_back(*text);
    }
    return texts;
}

/// Where the first piece of another write begins in what was read; nothing where it is one of the
/// texts, or holds a byte that none of them has at its place.
std::optional<std::size_t> tornAt(const std::string& read, const std::vector<std::string>& texts) {
    if (texts.size() < 2 || std::ranges::find(texts, read) != texts.end()) return {};
    const auto stands = [&](const std::string& text, std::size_t at) {
        return at < text.size() && text[at] == read[at];
    };
    std::size_t longest = 0;
    for (std::size_t at = 0; at < read.size(); ++at)
        if (std::ranges::none_of(texts, [&](const auto& text) { return stands(text, at); }))
            return {};
    for (const std::string& text : texts) {
        std::size_t same = 0;
        while (same < read.size() && stands(text, same))
            ++same;
        longest = std::max(longest, same);
    }
    return longest;
}

/// A few bytes around the place where one write's piece ends and another's begins.
QString around(const std::string& read, std::size_t at) {
    constexpr std::size_t side = 12;
    const std::size_t from = at > side ? at - side : 0;
    const QString piece = phrase::text(quoted(read.substr(from, 2 * side))).toHtmlEscaped();
    return (from > 0 ? QStringLiteral("… ") : QString()) + piece;
}

bool explainTorn(Explanation& explanation, const Outcome& outcome, const Attachment& attachment,
                 std::uint64_t address) {
    const auto read = textRead(outcome.call);
    if (!read) return false;
    const std::uint64_t offset = address - attachment.address + attachment.offset;
    for (const Process& writer : outcome.world.processes) {
        if (writer.id == outcome.process.id) continue;
        const auto torn = tornAt(*read, textsWritten(writer, attachment.segment, offset));
        if (!torn) continue;
        explanation.severity = Severity::Worth;
        explanation.headline = Explain::tr("Torn read.");
        explanation.sentence =
            Explain::tr("%1 read a text that %2 never wrote: up to byte %3 it is of one write, "
                        "then of another (%4). %2 was in the middle of its copy, and nothing makes "
                        "a reader of shared memory wait.")
                .arg(outcome.who(), phrase::name(writer))
                .arg(*torn)
                .arg(around(*read, *torn));
        return true;
    }
    return false;
}

/// "hello", cut short where it is long.
QString shown(const std::string& printed) {
    constexpr std::size_t most = 40;
    const QString text = phrase::text(quoted(printed.substr(0, most))).toHtmlEscaped();
    return printed.size() > most ? text + QStringLiteral(" …") : text;
}

} // namespace

void explainMemoryRead(Explanation& explanation, const Outcome& outcome) {
    const bool prints = outcome.call.call.id == CallId::Printf;
    const auto address = addressRead(outcome.call.call);
    const Attachment* attachment =
        address ? phrase::attachmentAt(outcome.process, *address) : nullptr;
    if (attachment == nullptr) {
        if (prints)
            explanation.sentence =
                Explain::tr("%1 printed %2.").arg(outcome.who(), shown(outcome.call.data));
        return;
    }
    if (explainTorn(explanation, outcome, *attachment, *address)) return;
    explanation.sentence =
        prints ? Explain::tr("%1 printed %2. It read its own memory, and that is the segment: "
                             "reading needs no call and no copy through the kernel; only printing "
                             "is a write.")
                     .arg(outcome.who(), shown(outcome.call.data))
               : Explain::tr("%1 read its own memory, and that is the segment: no call, no copy "
                             "through the kernel.")
                     .arg(outcome.who());
}

} // namespace ipclab
