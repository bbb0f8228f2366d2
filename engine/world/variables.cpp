#include "engine/world/variables.h"

namespace ipclab {

namespace {

Value& variableNamed(Process& process, std::string_view name) {
    if (const auto found = process.variables.find(name); found != process.variables.end())
        return found->second;
    return process.variables[std::string(name)];
}

void storeStatMember(QueueStat& stat, std::string_view member, std::int64_t value) {
    const auto unsignedValue = static_cast<std::uint32_t>(value);
    if (member == "msg_perm.mode")
        stat.mode = unsignedValue;
    else if (member == "msg_perm.uid")
        stat.uid = unsignedValue;
    else if (member == "msg_perm.gid")
        stat.gid = unsignedValue;
    else if (member == "msg_qbytes")
        stat.qbytes = static_cast<std::uint64_t>(value);
}

void storeMember(Value& variable, std::string_view member, const Value& value) {
    if (member == "mtype" || member == "mtext") {
        if (!std::holds_alternative<MessageBuffer>(variable)) variable = MessageBuffer{};
        auto& buffer = std::get<MessageBuffer>(variable);
        if (const auto* number = std::get_if<std::int64_t>(&value))
            buffer.mtype = *number;
        else if (const auto* text = std::get_if<std::string>(&value))
            buffer.mtext = *text;
        return;
    }
    if (!std::holds_alternative<QueueStat>(variable)) variable = QueueStat{};
    if (const auto* number = std::get_if<std::int64_t>(&value))
        storeStatMember(std::get<QueueStat>(variable), member, *number);
}

} // namespace

void storeVariable(Process& process, std::string_view target, const Value& value) {
    const std::size_t dot = target.find('.');
    Value& variable = variableNamed(process, target.substr(0, dot));
    if (dot == std::string_view::npos)
        variable = value;
    else
        storeMember(variable, target.substr(dot + 1), value);
}

std::string_view variableIn(const Expr& argument) {
    const Expr* expr = &argument;
    while (expr->kind == Expr::Kind::Cast || expr->kind == Expr::Kind::AddressOf) {
        if (expr->parts.empty()) return {};
        expr = &expr->parts.front();
    }
    return expr->kind == Expr::Kind::Name ? std::string_view(expr->text) : std::string_view();
}

} // namespace ipclab
