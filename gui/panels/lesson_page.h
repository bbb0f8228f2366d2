#pragma once

#include "engine/lesson/lesson.h"
#include "gui/theme/theme.h"

#include <QTextBrowser>
#include <QWidget>
#include <map>
#include <optional>
#include <set>

class QTextCursor;
class QTextFrameFormat;

namespace ipclab {

/// How far the lesson has been played.
struct LessonProgress {
    std::size_t begun = 0; ///< steps that were begun
    bool playing = false;  ///< the last of them is not over
    QString failure;       ///< the line that went otherwise, in words; empty if none
    bool operator==(const LessonProgress&) const = default;
};

/// Shows text that strangers wrote: it loads no file and opens no link by itself.
class LessonText : public QTextBrowser {
public:
    using QTextBrowser::QTextBrowser;
    QVariant loadResource(int, const QUrl&) override { return {}; }
};

/// The lesson tab: its prose, the step that comes next, and questions to answer before it runs.
class LessonPage : public QWidget {
    Q_OBJECT
public:
    explicit LessonPage(const Theme& theme, QWidget* parent = nullptr);

    /// Nothing: free play.
    void setLesson(std::optional<Lesson> lesson);
    void setProgress(const LessonProgress& progress);
    [[nodiscard]] const LessonProgress& progress() const { return progress_; }

    /// What can be read now.
    [[nodiscard]] QString asText() const { return text_->toPlainText(); }
    /// The line at the top of what is seen.
    [[nodiscard]] QString firstSeen() const;
    /// Where the next step stands in what is seen, with its question; pixels from the upper edge.
    /// Empty where there is none.
    [[nodiscard]] QRect nextStep() const;
    /// Follows a link of the page: "play", "reveal:2", "choose:2:0".
    void follow(const QString& link);

protected:
    void showEvent(QShowEvent* event) override;

signals:
    /// Play the next step.
    void stepRequested();
    /// A web address in the lesson was clicked.
    void linkClicked(const QUrl& url);

private:
    void render();
    void renderStep(QTextCursor& cursor, std::size_t index);
    void renderPrediction(QTextCursor& cursor, std::size_t index);
    void renderSource(QTextCursor& cursor, std::size_t index);
    void insertMarkdown(QTextCursor& cursor, const std::string& markdown);
    void insertLink(QTextCursor& cursor, const QString& link, const QString& text);
    [[nodiscard]] QTextFrameFormat box(const QColor& ground, const QColor& border) const;
    void scrollToProgress();
    [[nodiscard]] int topOf(int position) const;
    [[nodiscard]] QRectF frameAt(int position) const;
    [[nodiscard]] int wantedTop() const;
    [[nodiscard]] int lineFrom(int y) const;
    [[nodiscard]] bool played(std::size_t index) const;

    const Theme& theme_;
    LessonText* text_;
    std::optional<Lesson> lesson_;
    LessonProgress progress_;
    /// Where a step's parts begin in the document.
    struct Parts {
        int before = 0, question = 0, source = 0, afterwards = 0;
    };
    std::vector<Parts> parts_;
    bool scrollsWhenShown_ = false;
    std::set<std::size_t> revealed_;
    std::map<std::size_t, std::size_t> predicted_; ///< step → choice
};

} // namespace ipclab
