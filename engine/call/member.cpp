#include "engine/call/member.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <fmt/format.h>
#include <optional>

namespace ipclab {

namespace {

/// One member of a struct of the kernel's, and its place in QueueStat or SegmentStat.
template <class Stat> struct StatMember {
    std::string_view name;
    std::int64_t (*get)(const Stat&);
    void (*set)(Stat&, std::int64_t);
};

template <auto Member> struct StatOf;
template <class Stat, class Field, Field Stat::* Member> struct StatOf<Member> {
    static std::int64_t get(const Stat& stat) { return static_cast<std::int64_t>(stat.*Member); }
    static void set(Stat& stat, std::int64_t value) { stat.*Member = static_cast<Field>(value); }
    using Type = Stat;
};

template <auto Member> constexpr auto statMember(std::string_view name) {
    using Of = StatOf<Member>;
    return StatMember<typename Of::Type>{name, Of::get, Of::set};
}

/// shm_perm.mode holds two marks besides the permission bits.
constexpr std::int64_t destMark = 01000;   // SHM_DEST
constexpr std::int64_t lockedMark = 02000; // SHM_LOCKED

std::int64_t segmentMode(const SegmentStat& stat) {
    return stat.mode | (stat.dest ? destMark : 0) | (stat.locked ? lockedMark : 0);
}

void setSegmentMode(SegmentStat& stat, std::int64_t mode) {
    stat.mode = static_cast<std::uint32_t>(mode & 0777);
    stat.dest = (mode & destMark) != 0;
    stat.locked = (mode & lockedMark) != 0;
}

using Q = QueueStat;
using S = SegmentStat;

constexpr std::array queueMembers{
    statMember<&Q::mode>("msg_perm.mode"), statMember<&Q::uid>("msg_perm.uid"),
    statMember<&Q::gid>("msg_perm.gid"),   statMember<&Q::cuid>("msg_perm.cuid"),
    statMember<&Q::cgid>("msg_perm.cgid"), statMember<&Q::key>("msg_perm.__key"),
    statMember<&Q::qnum>("msg_qnum"),      statMember<&Q::qbytes>("msg_qbytes"),
    statMember<&Q::cbytes>("msg_cbytes"),  statMember<&Q::lspid>("msg_lspid"),
    statMember<&Q::lrpid>("msg_lrpid"),    statMember<&Q::stime>("msg_stime"),
    statMember<&Q::rtime>("msg_rtime"),    statMember<&Q::ctime>("msg_ctime"),
};

constexpr std::array segmentMembers{
    StatMember<S>{"shm_perm.mode", segmentMode, setSegmentMode},
    statMember<&S::uid>("shm_perm.uid"),
    statMember<&S::gid>("shm_perm.gid"),
    statMember<&S::cuid>("shm_perm.cuid"),
    statMember<&S::cgid>("shm_perm.cgid"),
    statMember<&S::key>("shm_perm.__key"),
    statMember<&S::segsz>("shm_segsz"),
    statMember<&S::nattch>("shm_nattch"),
    statMember<&S::cpid>("shm_cpid"),
    statMember<&S::lpid>("shm_lpid"),
    statMember<&S::atime>("shm_atime"),
    statMember<&S::dtime>("shm_dtime"),
    statMember<&S::ctime>("shm_ctime"),
};

template <class Members> auto findIn(const Members& members, std::string_view path) {
    const auto* const found =
        std::ranges::find_if(members, [path](const auto& each) { return each.name == path; });
    return found == members.end() ? nullptr : found;
}

auto memberFor(const QueueStat& /*of*/, std::string_view path) {
    return findIn(queueMembers, path);
}
auto memberFor(const SegmentStat& /*of*/, std::string_view path) {
    return findIn(segmentMembers, path);
}

std::string_view kindOf(const Value& value) {
    constexpr std::array<std::string_view, std::variant_size_v<Value>> kinds{
        "a number", "a text",    "a message",         "a struct msqid_ds",
        "an array", "a pointer", "a struct shmid_ds", "an array of char"};
    return kinds[value.index()];
}

std::unexpected<Error> wrongKind(std::string_view path, const Value& value) {
    return failure(fmt::format("{} has no member {}", kindOf(value), path));
}

Result<Value> withMessageMember(MessageBuffer message, std::string_view path, const Value& value) {
    const auto* const number = std::get_if<std::int64_t>(&value);
    const std::string* const text = textOf(value);
    if (path == "mtype" && number) {
        message.mtype = *number;
        return message;
    }
    if (path == "mtext" && text) {
        message.mtext = *text;
        return message;
    }
    if (path == "mtype") return failure(fmt::format("mtype is a number, not {}", kindOf(value)));
    if (path == "mtext") return failure(fmt::format("mtext is a text, not {}", kindOf(value)));
    return wrongKind(path, message);
}

template <class Stat>
Result<Value> withStatMember(Stat stat, std::string_view path, const Value& value) {
    const auto* member = memberFor(stat, path);
    if (!member) return wrongKind(path, stat);
    const auto* const number = std::get_if<std::int64_t>(&value);
    if (!number) return failure(fmt::format("{} is a number, not {}", path, kindOf(value)));
    member->set(stat, *number);
    return stat;
}

/// The number in "[3]".
std::optional<std::size_t> itemIn(std::string_view path) {
    std::size_t item = 0;
    const auto read = std::from_chars(path.data() + 1, path.data() + path.size(), item);
    return read.ec == std::errc() && *read.ptr == ']' ? std::optional(item) : std::nullopt;
}

/// fd[0] = 5, buf[0] = 'A'.
Result<Value> withItem(Value array, std::string_view path, const Value& value) {
    const auto item = itemIn(path);
    const auto* const number = std::get_if<std::int64_t>(&value);
    if (!item || !number)
        return failure(fmt::format("an item of an array is a number, not {}", kindOf(value)));
    auto* const numbers = std::get_if<IntArray>(&array);
    if (numbers && *item < numbers->items.size()) {
        numbers->items[*item] = static_cast<std::int32_t>(*number);
        return array;
    }
    auto* const bytes = std::get_if<CharArray>(&array);
    auto* const text = bytes ? &bytes->bytes : std::get_if<std::string>(&array);
    if (text && *item < text->size()) {
        (*text)[*item] = static_cast<char>(*number);
        return array;
    }
    return failure(fmt::format("{} has no item {}", kindOf(array), path));
}

} // namespace

const std::vector<std::string_view>& memberNames() {
    static const std::vector<std::string_view> names = [] {
        std::vector<std::string_view> all{"mtype", "mtext"};
        for (const auto& member : queueMembers)
            all.push_back(member.name);
        for (const auto& member : segmentMembers)
            all.push_back(member.name);
        return all;
    }();
    return names;
}

bool isMember(std::string_view path) {
    return std::ranges::find(memberNames(), path) != memberNames().end();
}

bool isMessageFields(const Expr& fields) {
    return std::ranges::all_of(
        fields.names, [](const std::string& name) { return name == "mtype" || name == "mtext"; });
}

const std::string* textOf(const Value& value) {
    if (const auto* array = std::get_if<CharArray>(&value)) return &array->bytes;
    return std::get_if<std::string>(&value);
}

Value structOf(const Expr& fields) {
    if (isMessageFields(fields)) return MessageBuffer{};
    if (fields.names[0].starts_with("shm_")) return SegmentStat{};
    return QueueStat{};
}

Target splitTarget(std::string_view target) {
    const std::size_t end = target.find_first_of(".[");
    if (end == std::string_view::npos) return {target, {}};
    return {target.substr(0, end), target.substr(target[end] == '.' ? end + 1 : end)};
}

Result<Value> memberOf(const Value& value, std::string_view path) {
    if (const auto* message = std::get_if<MessageBuffer>(&value)) {
        if (path == "mtype") return message->mtype;
        if (path == "mtext") return message->mtext;
    }
    if (const auto* stat = std::get_if<QueueStat>(&value))
        if (const auto* member = memberFor(*stat, path)) return member->get(*stat);
    if (const auto* stat = std::get_if<SegmentStat>(&value))
        if (const auto* member = memberFor(*stat, path)) return member->get(*stat);
    return wrongKind(path, value);
}

Result<Value> assigned(const Value* before, std::string_view target, const Value& value) {
    const std::string_view path = splitTarget(target).member;
    if (path.empty()) return value;
    if (path.starts_with('[')) return withItem(before ? *before : Value(), path, value);
    const bool ofMessage = path == "mtype" || path == "mtext";
    if (!before && ofMessage) return withMessageMember({}, path, value);
    if (!before && path.starts_with("shm_")) return withStatMember(SegmentStat{}, path, value);
    if (!before) return withStatMember(QueueStat{}, path, value);
    if (const auto* message = std::get_if<MessageBuffer>(before))
        return withMessageMember(*message, path, value);
    if (const auto* stat = std::get_if<QueueStat>(before))
        return withStatMember(*stat, path, value);
    if (const auto* stat = std::get_if<SegmentStat>(before))
        return withStatMember(*stat, path, value);
    return wrongKind(path, *before);
}

} // namespace ipclab
