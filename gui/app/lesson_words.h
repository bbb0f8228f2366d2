// What the stage says of a lesson itself: what it is about, and what it asks before a step.
#pragma once

#include "engine/lesson/lesson.h"

#include <QString>

namespace ipclab {

/// The lesson's title and what it begins with, as rich text: the sentence before the first step.
[[nodiscard]] QString lessonOpening(const Lesson& lesson);

/// What the reader is asked before this step, as rich text on a line of its own; empty where it
/// asks nothing.
[[nodiscard]] QString lessonQuestion(const Lesson& lesson, std::size_t step);

} // namespace ipclab
