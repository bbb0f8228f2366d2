#include "tests/gui/words/engine_source.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>

namespace ipclab {
namespace {

/// Neighbouring C string literals as the one text that they are.
QString joined(const QString& literals) {
    static const QRegularExpression literal(QStringLiteral("\"((?:[^\"\\\\]|\\\\.)*)\""));
    QString text;
    for (auto each = literal.globalMatch(literals); each.hasNext();)
        text += each.next().captured(1);
    return text.replace("\\\"", "\"").replace("\\\\", "\\");
}

/// What fmt would make of it, with X for every value.
QString formatted(QString text) {
    static const QRegularExpression value(QStringLiteral("(?<!\\{)\\{[\\d:a-z]*\\}"));
    text.replace(value, "X");
    return text.replace("{{", "{").replace("}}", "}");
}

} // namespace

QList<SourcePhrase> phrasesOf(const QString& room) {
    static const QRegularExpression said(QStringLiteral(
        "\\b(?:missing\\s*=|(?:failure|fail|failExpected|bad|LiteralProblem|"
        "Notice|notice|unavailable)\\s*[({])\\s*(?:[\\w.()\\[\\]]+,\\s*)?(fmt::\\s*format\\()?\\s*"
        "((?:\"(?:[^\"\\\\\\n]|\\\\.)*\"\\s*)+)(\\+)?"));
    QList<SourcePhrase> found;
    const QDir folder(QStringLiteral(IPCLAB_SOURCE_FOLDER "/") + room);
    for (const QString& name : folder.entryList({"*.cpp"}, QDir::Files)) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly)) continue;
        const QString source = QString::fromUtf8(file.readAll());
        for (auto each = said.globalMatch(source); each.hasNext();) {
            const auto match = each.next();
            // "the program " + name + …: only the beginning stands in one place.
            if (!match.captured(3).isEmpty()) continue;
            QString text = joined(match.captured(2));
            if (!match.captured(1).isEmpty()) text = formatted(text);
            found.append({room + "/" + name, text});
        }
    }
    return found;
}

} // namespace ipclab
