// lesson: a Markdown page whose fenced ipc blocks are steps, and the player that plays them.
#pragma once

#include "engine/base/ipc_sysctls.h"
#include "engine/call/language.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ipclab {

/// What the reader is asked before a step is played.
struct Prediction {
    std::string question;             ///< Markdown, without the word "Predict"
    std::vector<std::string> choices; ///< Markdown; empty when the answer is free
    Position at;
};

/// One fenced ipc block, with the prose that leads to it.
struct LessonStep {
    std::string before; ///< Markdown between the last step and this one
    std::optional<Prediction> prediction;
    std::string source; ///< the block's lines as they are written
    std::vector<Statement> statements;
    std::string afterwards; ///< Markdown shown once the step was played; may be empty
    Position at;            ///< of the block's first line
};

/// A page that was read and checked. Positions count in the page's own lines and columns.
struct Lesson {
    std::string title;
    std::vector<LessonStep> steps;
    std::string closing; ///< Markdown behind the last step
    bool privateNamespace = false;
    IpcSysctls sysctls{}; ///< of its namespace

    [[nodiscard]] std::size_t statementCount() const;
};

inline constexpr std::size_t maxPageBytes = 1024 * 1024;
inline constexpr std::size_t maxSteps = 500;

/// Reads a Markdown page. A lesson is data from strangers: what could touch anything outside its
/// own lab is refused here, before the first step (see refuse.h).
/// So is a process as root, unless the user asked for it.
[[nodiscard]] Parsed<Lesson> parseLesson(std::string_view page, bool allowRoot = false);

/// Reads a bare script; every line is a step without prose. The same refusals.
[[nodiscard]] Parsed<Lesson> parseScriptAsLesson(std::string_view script, std::string title,
                                                 bool allowRoot = false);

} // namespace ipclab
