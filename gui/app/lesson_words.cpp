#include "gui/app/lesson_words.h"

#include <QCoreApplication>
#include <QTextDocument>

namespace ipclab {
namespace {

struct LessonWords {
    Q_DECLARE_TR_FUNCTIONS(ipclab::LessonWords)
};

/// Markdown as one line of text, without its marks.
QString plain(const std::string& markdown) {
    QTextDocument page;
    page.setMarkdown(QString::fromStdString(markdown), QTextDocument::MarkdownNoHTML);
    return page.toPlainText().simplified().toHtmlEscaped();
}

} // namespace

QString lessonOpening(const Lesson& lesson) {
    const QString title = QString::fromStdString(lesson.title).toHtmlEscaped();
    const QString about = lesson.steps.empty() ? QString() : plain(lesson.steps.front().before);
    return QStringLiteral("<b>%1</b> · %2")
        .arg(title, about.isEmpty() ? LessonWords::tr("Space plays the first step.") : about);
}

QString lessonQuestion(const Lesson& lesson, std::size_t step) {
    if (step >= lesson.steps.size() || !lesson.steps[step].prediction) return {};
    const Prediction& asked = *lesson.steps[step].prediction;
    QString choices;
    for (const std::string& choice : asked.choices) {
        constexpr qsizetype longest = 30; // what is longer may break
        QString words = plain(choice);
        if (words.size() <= longest) words.replace(u' ', QChar::Nbsp);
        choices += QStringLiteral(" &nbsp; ○&nbsp;") + words;
    }
    return QStringLiteral("<p class=\"ask\"><b>%1</b> %2%3</p>")
        .arg(LessonWords::tr("Predict:"), plain(asked.question), choices);
}

} // namespace ipclab
