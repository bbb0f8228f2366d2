#pragma once

#include "engine/call/language.h"

#include <span>
#include <string>
#include <string_view>

namespace ipclab {

/// What a list of lessons shows of a page.
struct LessonOutline {
    std::string title;          ///< empty when the page has none
    std::string_view mechanism; ///< what it is about: mechanismOf()
};

/// Reads no further than to the first step that makes something: a list of all lessons is wanted
/// before the window stands. What is wrong behind that is found when the page is read.
[[nodiscard]] Parsed<LessonOutline> outlineOf(std::string_view page);

/// The catalogue's name of what the first of these statements that makes an object, or a key, is
/// about ("shared memory"); empty when none does.
[[nodiscard]] std::string_view mechanismOf(std::span<const Statement> statements);

} // namespace ipclab
