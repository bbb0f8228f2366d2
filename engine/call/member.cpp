#include "engine/call/member.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace ipclab {

namespace {

/// One member of struct msqid_ds and its place in QueueStat.
struct StatMember {
    std::string_view name;
    std::int64_t (*get)(const QueueStat&);
    void (*set)(QueueStat&, std::int64_t);
};

template <auto Member> constexpr StatMember statMember(std::string_view name) {
    return {name, [](const QueueStat& stat) { return static_cast<std::int64_t>(stat.*Member); },
            [](QueueStat& stat, std::int64_t value) {
                using Field = std::remove_reference_t<decltype(stat.*Member)>;
                stat.*Member = static_cast<Field>(value);
            }};
}

constexpr std::array statMembers{
    statMember<&QueueStat::mode>("msg_perm.mode"), statMember<&QueueStat::uid>("msg_perm.uid"),
    statMember<&QueueStat::gid>("msg_perm.gid"),   statMember<&QueueStat::cuid>("msg_perm.cuid"),
    statMember<&QueueStat::cgid>("msg_perm.cgid"), statMember<&QueueStat::key>("msg_perm.__key"),
    statMember<&QueueStat::qnum>("msg_qnum"),      statMember<&QueueStat::qbytes>("msg_qbytes"),
    statMember<&QueueStat::cbytes>("msg_cbytes"),  statMember<&QueueStat::lspid>("msg_lspid"),
    statMember<&QueueStat::lrpid>("msg_lrpid"),    statMember<&QueueStat::stime>("msg_stime"),
    statMember<&QueueStat::rtime>("msg_rtime"),    statMember<&QueueStat::ctime>("msg_ctime"),
};

const StatMember* findStat(std::string_view path) {
    const auto* const found = std::ranges::find(statMembers, path, &StatMember::name);
    return found == statMembers.end() ? nullptr : found;
}

std::string_view kindOf(const Value& value) {
    constexpr std::array<std::string_view, 4> kinds{"a number", "a text", "a message",
                                                    "a struct msqid_ds"};
    return kinds[value.index()];
}

std::unexpected<Error> wrongKind(std::string_view path, const Value& value) {
    return failure(fmt::format("{} has no member {}", kindOf(value), path));
}

Result<Value> withMessageMember(MessageBuffer message, std::string_view path, const Value& value) {
    const auto* const number = std::get_if<std::int64_t>(&value);
    const auto* const text = std::get_if<std::string>(&value);
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

Result<Value> withStatMember(QueueStat stat, std::string_view path, const Value& value) {
    const StatMember* member = findStat(path);
    if (!member) return wrongKind(path, stat);
    const auto* const number = std::get_if<std::int64_t>(&value);
    if (!number) return failure(fmt::format("{} is a number, not {}", path, kindOf(value)));
    member->set(stat, *number);
    return stat;
}

} // namespace

const std::vector<std::string_view>& memberNames() {
    static const std::vector<std::string_view> names = [] {
        std::vector<std::string_view> all{"mtype", "mtext"};
        for (const StatMember& member : statMembers)
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

Target splitTarget(std::string_view target) {
    const std::size_t dot = target.find('.');
    if (dot == std::string_view::npos) return {target, {}};
    return {target.substr(0, dot), target.substr(dot + 1)};
}

Result<Value> memberOf(const Value& value, std::string_view path) {
    if (const auto* message = std::get_if<MessageBuffer>(&value)) {
        if (path == "mtype") return message->mtype;
        if (path == "mtext") return message->mtext;
    }
    if (const auto* stat = std::get_if<QueueStat>(&value))
        if (const StatMember* member = findStat(path)) return member->get(*stat);
    return wrongKind(path, value);
}

Result<Value> assigned(const Value* before, std::string_view target, const Value& value) {
    const std::string_view path = splitTarget(target).member;
    if (path.empty()) return value;
    const bool ofMessage = path == "mtype" || path == "mtext";
    if (!before && ofMessage) return withMessageMember({}, path, value);
    if (!before) return withStatMember({}, path, value);
    if (const auto* message = std::get_if<MessageBuffer>(before))
        return withMessageMember(*message, path, value);
    if (const auto* stat = std::get_if<QueueStat>(before))
        return withStatMember(*stat, path, value);
    return wrongKind(path, *before);
}

} // namespace ipclab
