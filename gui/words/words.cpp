#include "gui/words/words.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QStringList>

#include <string>
#include <vector>

namespace ipclab {
namespace {

/// A phrase with %1, %2, … as a pattern that finds what was filled in.
struct Pattern {
    const char* phrase;
    QRegularExpression whole;
    std::vector<int> numbers; ///< which placeholder each group is
};

Pattern patternOf(const char* phrase) {
    static const QRegularExpression placeholder(QStringLiteral("%(\\d)"));
    const QString text = QString::fromUtf8(phrase);
    Pattern pattern{phrase, {}, {}};
    QString whole;
    qsizetype from = 0;
    for (auto each = placeholder.globalMatch(text); each.hasNext();) {
        const auto match = each.next();
        whole += QRegularExpression::escape(text.mid(from, match.capturedStart() - from));
        whole += QStringLiteral("(.*?)");
        pattern.numbers.push_back(match.captured(1).toInt());
        from = match.capturedEnd();
    }
    whole += QRegularExpression::escape(text.mid(from));
    pattern.whole = QRegularExpression(QRegularExpression::anchoredPattern(whole),
                                       QRegularExpression::DotMatchesEverythingOption);
    return pattern;
}

const std::vector<Pattern>& patterns() {
    static const std::vector<Pattern> all = [] {
        std::vector<Pattern> made;
        for (const char* phrase : enginePhrases())
            if (std::string_view(phrase).contains('%')) made.push_back(patternOf(phrase));
        return made;
    }();
    return all;
}

QString translated(const char* phrase) {
    return QCoreApplication::translate("engine", phrase);
}

/// One pass, so that a %1 inside what is filled in stays as it is.
QString filled(const QString& words, const QStringList& parts) {
    QString text;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const bool holds = words[i] == u'%' && i + 1 < words.size() && words[i + 1].isDigit();
        const int number = holds ? words[i + 1].digitValue() : 0;
        if (number < 1 || number >= parts.size()) {
            text += words[i];
            continue;
        }
        text += parts[number];
        ++i;
    }
    return text;
}

/// `depth` bounds how far what is filled in is looked at for phrases of its own.
QString inWindowLanguage(const QString& english, int depth) {
    constexpr int deepest = 4;
    if (english.isEmpty() || depth > deepest) return english;
    const std::string source = english.toStdString();
    if (const QString words = translated(source.c_str()); words != english) return words;
    for (const Pattern& pattern : patterns()) {
        const QString words = translated(pattern.phrase);
        if (words == QLatin1String(pattern.phrase)) continue;
        const auto match = pattern.whole.match(english);
        if (!match.hasMatch()) continue;
        QStringList parts(10);
        for (std::size_t i = 0; i < pattern.numbers.size(); ++i)
            parts[pattern.numbers[i]] =
                inWindowLanguage(match.captured(static_cast<int>(i) + 1), depth + 1);
        return filled(words, parts);
    }
    return english;
}

constexpr QChar narrowSpace(0x202f);

} // namespace

QString grouped(std::uint64_t value) {
    QString to = QString::number(value);
    for (qsizetype at = to.size() - 3; to.size() >= 5 && at > 0; at -= 3)
        to.insert(at, narrowSpace);
    return to;
}

QString groupedSigned(std::int64_t value) {
    if (value >= 0) return grouped(static_cast<std::uint64_t>(value));
    return QChar(0x2212) + grouped(~static_cast<std::uint64_t>(value) + 1);
}

QString unbroken(QString richText) {
    return richText.replace(narrowSpace, QChar::Nbsp);
}

QString catalogueWords(std::string_view english) {
    const std::string source(english);
    return source.empty() ? QString() : QCoreApplication::translate("catalogue", source.c_str());
}

QString engineWords(std::string_view english) {
    return engineWords(utf8(english));
}

QString engineWords(const QString& english) {
    // "FILE:12:1: " in front and the line with its caret below are no words.
    static const QRegularExpression placed(QStringLiteral("^(\\S+:\\d+:\\d+: )([^\\n]*)"));
    const auto place = placed.match(english);
    if (!place.hasMatch()) return inWindowLanguage(english, 0);
    return place.captured(1) + inWindowLanguage(place.captured(2), 0) +
           english.mid(place.capturedEnd());
}

} // namespace ipclab
