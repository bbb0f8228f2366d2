#include "gui/controls/missing_get.h"

#include "engine/call/language.h"
#include "gui/controls/expression.h"

namespace ipclab {

std::optional<Statement> missingGet(const World& world, const Process& process, const Expr& id) {
    if (uncast(id).kind != Expr::Kind::Name) return std::nullopt;
    const std::string& name = uncast(id).text;
    if (process.variables.contains(name)) return std::nullopt;
    for (const Queue& queue : world.queues) {
        if (queue.removed || queue.stat.key == 0) continue;
        const auto get = parseStatement(process.letter + ": " + name + " = msgget(" +
                                        std::to_string(queue.stat.key) + ", 0)");
        return get ? std::optional(*get) : std::nullopt;
    }
    return std::nullopt;
}

} // namespace ipclab
