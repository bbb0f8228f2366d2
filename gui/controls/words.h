#pragma once

#include <QCoreApplication>
#include <QString>

#include <string>
#include <string_view>

namespace ipclab {

[[nodiscard]] inline QString utf8(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

/// A phrase of the catalogue in the user's language; the English one where there is no other.
[[nodiscard]] inline QString catalogueWords(std::string_view english) {
    const std::string source(english);
    return source.empty() ? QString() : QCoreApplication::translate("catalogue", source.c_str());
}

} // namespace ipclab
