// controls: forms made from the catalogue, the permission grid, and the line that calls are
// typed into.
#pragma once

#include "gui/bridge/lesson_call.h"
#include "gui/controls/call_form.h"
#include "gui/controls/code_text.h"
#include "gui/controls/latest_result.h"
#include "gui/controls/memory_panel.h"
#include "gui/controls/panel_header.h"
#include "gui/controls/repeat_popup.h"
#include "gui/controls/result_box.h"
#include "gui/controls/suggestion_list.h"

#include <QLabel>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>
#include <QWidget>

#include <memory>

class QScrollArea;

namespace ipclab {

/// The right side of the window: one process, one call, every flag clickable, the line of C that
/// the clicks make, what came back and why, and what to try next.
class CallPanel : public QWidget {
    Q_OBJECT
public:
    explicit CallPanel(const Theme& theme, QWidget* parent = nullptr);

    void setUsers(std::vector<UserChoice> users);
    void setFrame(const Frame& frame);
    void setProcess(ProcessId process);
    [[nodiscard]] ProcessId process() const { return process_; }
    void setCall(CallId call);
    /// Fills the form with this line, without making the call.
    void fill(const Statement& statement);
    /// The same, and Enter makes it.
    void propose(const Statement& statement);
    /// Fills the form with the call that the lesson's next step begins with; "Make the call" plays
    /// that step as long as nothing is changed in it. What someone has begun to fill in stays, and
    /// the lesson's call is one of those to try next. Nothing: no step can be played now.
    void follow(const std::optional<LessonCall>& next);
    /// The form stands as the lesson has it.
    [[nodiscard]] bool showsLesson() const { return whose_ == Whose::Lessons; }
    /// Why something could not be done.
    /// With a remedy it stays until the next call or another lab. A call of the form whose queue
    /// has no variable here yet gets one by itself: the msgget that is missing.
    void showRefusal(const QString& why, Remedy remedy = {});
    /// Another lab has been opened: nothing was made, refused or filled in for it yet.
    void startAfresh();
    /// The line that "Make the call" gives; nothing while the form is not complete.
    [[nodiscard]] std::optional<Statement> statement() const;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    /// Enter in any field makes the call.
    void keyPressEvent(QKeyEvent* event) override;

public slots:
    void makeCall();
    void focusForm();

signals:
    void callRequested(const ipclab::Statement& statement);
    /// Play the lesson's next step.
    void stepRequested();
    void stopRequested(ipclab::ProcessId process);
    void releaseRequested(ipclab::ProcessId process);
    void withdrawRequested(ipclab::ProcessId process);
    void signalRequested(ipclab::ProcessId process, int signal);
    void renameRequested(ipclab::ProcessId process, const QString& label);
    void processChanged(ipclab::ProcessId process);

private:
    void buildLayout();
    void connectParts();
    void look();
    void showProcess(ProcessId process);
    void showLine();
    void showButtons();
    bool showLessonCall();
    [[nodiscard]] QString lessonWords() const;
    void showSuggestions();
    void showMemory();
    void askRepeat();
    void request(const Statement& statement);
    [[nodiscard]] const Process* caller() const;

    // Each is made in its place: to move a widget that is full already has the style sheet applied
    // anew to all that it holds.
    QScrollArea* scroll_;
    QWidget* inner_; ///< all below, scrolled
    PanelHeader* header_;
    CallForm* form_;
    CodeText* line_;
    QPushButton *make_, *repeat_, *takeBack_;
    QLabel* state_;
    RepeatPopup* popup_ = nullptr;  ///< made when it is opened
    MemoryPanel* memory_ = nullptr; ///< made when a process has attached a segment
    QVBoxLayout* memoryPlace_ = nullptr;
    ResultBox* result_;
    LatestResult latest_;
    SuggestionList* suggestions_;

    Frame frame_;
    std::vector<UserChoice> users_;
    ProcessId process_ = 0; ///< 0 while the one of the lesson's call does not run yet
    ProcessId wanted_ = 0;  ///< comes back with the moments in which it runs
    std::string absent_;    ///< the letter of who makes the lesson's call and does not run yet
    /// Who has filled in what stands in the form: a user who has not made it yet, the lesson for
    /// its next step, or nobody who still means it.
    enum class Whose : std::uint8_t { Nobodys, Users, Lessons };
    Whose whose_ = Whose::Nobodys;
    std::optional<LessonCall> next_, followed_; ///< of the next step; the last one filled in
    bool filling_ = false;                      ///< the form, not by its user
    QTimer lookLater_;    ///< many frames, one look: the form follows within a blink
    bool asking_ = false; ///< the form has asked for its call at this moment
};

} // namespace ipclab
