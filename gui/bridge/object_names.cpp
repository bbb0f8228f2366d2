#include "gui/bridge/object_names.h"

#include <algorithm>

namespace ipclab {
namespace {

/// The line by which a process comes to the object that has this key now.
std::string getLine(ParameterKind kind, const std::string& letter, const std::string& variable,
                    std::int32_t key) {
    const std::string start = letter + ": " + variable + " = ";
    if (kind == ParameterKind::QueueId) return start + "msgget(" + std::to_string(key) + ", 0)";
    return start + "shmget(" + std::to_string(key) + ", 0, 0)";
}

} // namespace

void ObjectNames::seen(ParameterKind kind, std::int32_t id, std::int32_t key) {
    keys_[{kind, id}] = key;
}

const std::string& ObjectNames::variableFor(const Object& object) {
    const auto known = variables_.find(object);
    if (known != variables_.end()) return known->second;
    const auto ofKind = [&](const auto& each) { return each.first.first == object.first; };
    const std::string what = object.first == ParameterKind::QueueId ? "queue" : "segment";
    const std::string number = std::to_string(std::ranges::count_if(variables_, ofKind) + 1);
    return variables_.emplace(object, what + number).first->second;
}

std::vector<Statement> ObjectNames::replaceIn(Statement& statement) {
    std::vector<Statement> gets;
    for (Action& action : statement.actions) {
        if (!action.call) continue;
        const auto parameters = entryOf(action.call->id).parameters;
        for (std::size_t i = 0; i < action.call->args.size() && i < parameters.size(); ++i) {
            Expr& arg = action.call->args[i];
            if (arg.kind != Expr::Kind::Number) continue;
            const Object object{parameters[i].kind, static_cast<std::int32_t>(arg.number)};
            const auto key = keys_.find(object);
            if (key == keys_.end() || key->second == 0) continue;
            const std::string& variable = variableFor(object);
            for (const std::string& letter : statement.processes) {
                if (!got_.emplace(letter, variable).second) continue;
                auto line = parseStatement(getLine(object.first, letter, variable, key->second));
                if (line) gets.push_back(std::move(*line));
            }
            arg = Expr{};
            arg.kind = Expr::Kind::Name;
            arg.text = variable;
        }
    }
    return gets;
}

} // namespace ipclab
