#include "gui/panels/c_highlighter.h"

#include "engine/call/catalogue.h"

namespace ipclab {
namespace {

/// Where a comment begins at or behind `from`; what looks like one in a string is none. -1 if none.
qsizetype commentIn(const QString& text, qsizetype from) {
    static const QRegularExpression token(QStringLiteral(R"("(\\.|[^"\\])*"|'(\\.|[^'\\])*'|/\*)"));
    for (auto found = token.globalMatch(text, from); found.hasNext();) {
        const auto match = found.next();
        if (match.capturedView().startsWith(u'/')) return match.capturedStart();
    }
    return -1;
}

} // namespace

CHighlighter::CHighlighter(QTextDocument* document, const Theme& theme)
    : QSyntaxHighlighter(document), theme_(theme) {
    applyTheme();
}

void CHighlighter::applyTheme() {
    const Palette& palette = theme_.palette();
    const auto format = [](const QColor& colour, bool bold = false) {
        QTextCharFormat made;
        made.setForeground(colour);
        if (bold) made.setFontWeight(QFont::Bold);
        return made;
    };
    QStringList calls;
    for (const CatalogueEntry& entry : catalogue()) {
        calls << QString::fromUtf8(entry.name.data(), qsizetype(entry.name.size()));
    }
    const auto pattern = [](const QString& text) { return QRegularExpression(text); };
    rules_ = {
        {pattern(QStringLiteral("\\b(%1)\\b(?=\\()").arg(calls.join('|'))),
         format(palette.link, true)},
        {pattern(QStringLiteral("\\b(int|long|char|void|struct|static|const|if|else|for|while|"
                                "return|sizeof|unsigned|size_t|ssize_t|pid_t|key_t)\\b")),
         format(palette.inKernel)},
        {pattern(QStringLiteral("\\b[A-Z][A-Z0-9_]{2,}\\b")), format(palette.asleep)},
        {pattern(QStringLiteral("\\b(0x[0-9a-fA-F]+|\\d+)\\b")), format(palette.asleep)},
        {pattern(QStringLiteral("^\\s*#.*$")), format(palette.mutedText)},
        {pattern(QStringLiteral("\"(\\\\.|[^\"\\\\])*\"|'(\\\\.|[^'\\\\])*'")),
         format(palette.ready)},
    };
    comment_ = format(palette.faintText);
    rehighlight();
}

void CHighlighter::highlightBlock(const QString& text) {
    for (const Rule& rule : rules_) {
        for (auto found = rule.pattern.globalMatch(text); found.hasNext();) {
            const auto match = found.next();
            setFormat(static_cast<int>(match.capturedStart()),
                      static_cast<int>(match.capturedLength()), rule.format);
        }
    }
    // A comment may reach over several lines; state 1 says that one is open.
    qsizetype begin = previousBlockState() == 1 ? 0 : commentIn(text, 0);
    setCurrentBlockState(0);
    while (begin >= 0) {
        const qsizetype end = text.indexOf(QStringLiteral("*/"), begin);
        if (end < 0) setCurrentBlockState(1);
        const qsizetype length = end < 0 ? text.size() - begin : end + 2 - begin;
        setFormat(static_cast<int>(begin), static_cast<int>(length), comment_);
        begin = commentIn(text, begin + length);
    }
}

} // namespace ipclab
