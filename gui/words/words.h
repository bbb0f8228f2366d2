// words: what the engine says in English, in the language of the window. The engine knows no Qt, so
// its phrases are listed here for lupdate; tests/gui/words holds the lists against the engine.
#pragma once

#include <QString>

#include <cstdint>
#include <span>
#include <string_view>

namespace ipclab {

[[nodiscard]] inline QString utf8(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

/// "65 536": thousands apart from five digits on, with a narrow space that does not break. Every
/// count that the window shows is written so, in each language: a comma or a point could be a
/// decimal one.
[[nodiscard]] QString grouped(std::uint64_t value);
/// The same with a minus sign before what is less than 0.
[[nodiscard]] QString groupedSigned(std::int64_t value);
/// Rich text whose numbers do not break: Qt's HTML takes a narrow space for a common one, and only
/// the wider one that does not break for what it is.
[[nodiscard]] QString unbroken(QString richText);

/// A phrase of the catalogue (means, hint, summary, when) in the user's language; the English one
/// where there is no other.
[[nodiscard]] QString catalogueWords(std::string_view english);

/// A refusal, an error, a notice or a remark of the engine in the user's language. What the engine
/// filled in ("B" of "B has ended") stays, or is translated where it is a phrase itself.
[[nodiscard]] QString engineWords(std::string_view english);
[[nodiscard]] QString engineWords(const QString& english);

/// What lupdate collects: every phrase of the catalogue, and those of the engine with %1, %2, … for
/// what is filled in.
[[nodiscard]] std::span<const char* const> cataloguePhrases();
[[nodiscard]] std::span<const char* const> enginePhrases();

} // namespace ipclab
