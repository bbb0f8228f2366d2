#include "engine/lesson/outline.h"

#include "engine/call/catalogue.h"
#include "engine/lesson/page.h"

#include <algorithm>

namespace ipclab {

namespace {

bool makesSomething(CallId call) {
    switch (call) {
    case CallId::Msgget:
    case CallId::Pipe:
    case CallId::Pipe2:
    case CallId::Mkfifo:
    case CallId::Shmget:
    case CallId::Ftok:
        return true;
    default:
        return false;
    }
}

Parsed<std::string_view> mechanismIn(std::span<const PageBlock> blocks) {
    const auto script = parseScript(scriptOf(blocks));
    if (!script) return std::unexpected(script.error());
    return mechanismOf(script->statements);
}

} // namespace

std::string_view mechanismOf(std::span<const Statement> statements) {
    for (const Statement& statement : statements)
        for (const Action& action : statement.actions)
            if (action.call && makesSomething(action.call->id))
                return entryOf(action.call->id).mechanism;
    return {};
}

Parsed<LessonOutline> outlineOf(std::string_view page) {
    const auto blocks = cutPage(page);
    if (!blocks) return std::unexpected(blocks.error());
    const auto step = std::ranges::find(*blocks, PageBlock::Kind::Steps, &PageBlock::kind);
    if (step == blocks->end())
        return std::unexpected(SyntaxError{{1, 1}, "no step here: a lesson has ```ipc blocks"});
    auto mechanism = mechanismIn({blocks->begin(), std::next(step)});
    if (mechanism && mechanism->empty()) mechanism = mechanismIn(*blocks);
    if (!mechanism) return std::unexpected(mechanism.error());
    const auto title = std::ranges::find(*blocks, PageBlock::Kind::Title, &PageBlock::kind);
    return LessonOutline{title == blocks->end() ? std::string() : title->text(),
                         mechanism->empty() ? entryOf(CallId::Msgget).mechanism : *mechanism};
}

} // namespace ipclab
