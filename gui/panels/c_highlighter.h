#pragma once

#include "gui/theme/theme.h"

#include <QRegularExpression>
#include <QSyntaxHighlighter>
#include <QTextCharFormat>

namespace ipclab {

/// Colours C as far as the exported programs need it: calls, constants, strings, comments.
class CHighlighter : public QSyntaxHighlighter {
public:
    CHighlighter(QTextDocument* document, const Theme& theme);
    void applyTheme();

protected:
    void highlightBlock(const QString& text) override;

private:
    struct Rule {
        QRegularExpression pattern;
        QTextCharFormat format;
    };
    const Theme& theme_;
    std::vector<Rule> rules_;
    QTextCharFormat comment_;
};

} // namespace ipclab
