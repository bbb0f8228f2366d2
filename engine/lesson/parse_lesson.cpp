#include "engine/lesson/lesson.h"
#include "engine/lesson/page.h"
#include "engine/lesson/refuse.h"

#include <algorithm>
#include <fmt/format.h>
#include <utility>

namespace ipclab {

namespace {

std::unexpected<SyntaxError> problem(int line, std::string message) {
    return std::unexpected(SyntaxError{{line, 1}, std::move(message)});
}

/// "> **Predict:** What comes first?", with "> - 5" lines as choices.
Prediction predictionOf(const PageBlock& block) {
    Prediction prediction;
    prediction.at = {block.line, 1};
    PageBlock question;
    for (const std::string& line : block.lines) {
        if (line.starts_with("- "))
            prediction.choices.push_back(line.substr(2));
        else
            question.lines.push_back(line);
    }
    std::string& first = question.lines.front();
    first.erase(0, first.find(":**") + 3);
    first.erase(0, first.find_first_not_of(' '));
    prediction.question = question.text();
    return prediction;
}

/// What stands between <details> and </details>, without the tags and the summary.
std::string answerOf(const PageBlock& block) {
    std::string text = block.text();
    for (const auto& [open, close] : {std::pair{"<summary", "</summary>"}, {"<details", ">"}}) {
        const auto from = text.find(open);
        const auto to = text.find(close, from);
        if (from != std::string::npos && to != std::string::npos)
            text.erase(from, to + std::string_view(close).size() - from);
    }
    if (const auto end = text.find("</details>"); end != std::string::npos) text.resize(end);
    const auto first = text.find_first_not_of(" \n");
    if (first == std::string::npos) return {};
    return text.substr(first, text.find_last_not_of(" \n") - first + 1);
}

void addParagraph(std::string& text, const std::string& paragraph) {
    if (!text.empty() && !paragraph.empty()) text += "\n\n";
    text += paragraph;
}

/// Puts the parts of a page into steps, in their order.
class LessonBuilder {
public:
    Parsed<Lesson> build(const std::vector<PageBlock>& blocks) {
        for (const PageBlock& block : blocks)
            if (auto added = add(block); !added) return std::unexpected(added.error());
        if (lesson_.steps.empty()) return problem(1, "no step here: a lesson has ```ipc blocks");
        if (lesson_.steps.size() > maxSteps)
            return problem(lesson_.steps[maxSteps].at.line,
                           fmt::format("more than {} steps (maxSteps)", maxSteps));
        if (next_.prediction)
            return problem(next_.prediction->at.line, "no step follows this question");
        lesson_.closing = std::move(next_.before);
        return std::move(lesson_);
    }

private:
    Parsed<bool> add(const PageBlock& block) {
        switch (block.kind) {
        case PageBlock::Kind::Title:
            lesson_.title = block.text();
            break;
        case PageBlock::Kind::Prose:
            addParagraph(next_.before, block.text());
            break;
        case PageBlock::Kind::Predict:
            if (next_.prediction) return problem(block.line, "a second question for one step");
            next_.prediction = predictionOf(block);
            break;
        case PageBlock::Kind::Steps:
            next_.at = {block.line, 1};
            next_.source = block.text();
            lesson_.steps.push_back(std::exchange(next_, {}));
            break;
        case PageBlock::Kind::Answer:
            if (lesson_.steps.empty())
                return problem(block.line, "<details> stands behind the step that it explains");
            addParagraph(lesson_.steps.back().afterwards, answerOf(block));
            break;
        }
        return true;
    }

    Lesson lesson_;
    LessonStep next_;
};

/// Gives each statement to the last step that begins at or before it.
void handOut(Script&& script, Lesson& lesson) {
    lesson.privateNamespace = script.privateNamespace;
    lesson.sysctls = script.sysctls;
    for (Statement& statement : script.statements) {
        auto step = std::ranges::upper_bound(lesson.steps, statement.at.line, {},
                                             [](const LessonStep& each) { return each.at.line; });
        std::prev(step)->statements.push_back(std::move(statement));
    }
}

} // namespace

std::size_t Lesson::statementCount() const {
    std::size_t count = 0;
    for (const LessonStep& step : steps)
        count += step.statements.size();
    return count;
}

Parsed<Lesson> parseLesson(std::string_view page, bool allowRoot) {
    if (page.size() > maxPageBytes)
        return problem(1, fmt::format("a page has at most {} bytes (maxPageBytes)", maxPageBytes));
    const auto blocks = cutPage(page);
    if (!blocks) return std::unexpected(blocks.error());
    auto lesson = LessonBuilder().build(*blocks);
    if (!lesson) return lesson;
    auto script = parseScript(scriptOf(*blocks));
    if (!script) return std::unexpected(script.error());
    if (const auto refused = refuse(*script, allowRoot)) return std::unexpected(*refused);
    handOut(std::move(*script), *lesson);
    return lesson;
}

Parsed<Lesson> parseScriptAsLesson(std::string_view text, std::string title, bool allowRoot) {
    auto script = parseScript(text);
    if (!script) return std::unexpected(script.error());
    if (const auto refused = refuse(*script, allowRoot)) return std::unexpected(*refused);
    Lesson lesson;
    lesson.title = std::move(title);
    lesson.privateNamespace = script->privateNamespace;
    lesson.sysctls = script->sysctls;
    for (Statement& statement : script->statements) {
        LessonStep step;
        step.source = statement.source;
        step.at = statement.at;
        step.statements.push_back(std::move(statement));
        lesson.steps.push_back(std::move(step));
    }
    return lesson;
}

} // namespace ipclab
