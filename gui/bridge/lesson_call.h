#pragma once

#include "engine/lesson/lesson.h"

#include <cstddef>
#include <optional>

namespace ipclab {

/// The call that a lesson's next step begins with: what the form proposes.
struct LessonCall {
    Statement statement;   ///< of one process, which may not run yet; one call, made once
    std::size_t step = 0;  ///< from 0
    std::size_t steps = 0; ///< of the lesson
    std::size_t more = 0;  ///< lines of the step that make something behind it
    bool asks = false;     ///< for a prediction, which the form must not answer

    bool operator==(const LessonCall& other) const {
        return step == other.step && print(statement) == print(other.statement);
    }
};

/// Nothing where there is no such step, or where it begins with something that no form holds: a
/// repeat, a signal from the lab, a store into memory.
[[nodiscard]] std::optional<LessonCall> lessonCall(const Lesson& lesson, std::size_t step);

} // namespace ipclab
