#pragma once

#include "gui/app/entry_button.h"
#include "gui/app/mechanism.h"

#include <QFrame>
#include <QLabel>
#include <QVBoxLayout>

#include <map>
#include <vector>

class QScrollArea;

namespace ipclab {

/// One lesson as the sidebar names it.
struct SidebarLesson {
    QString name;  ///< as the command line names it
    QString title; ///< as the lesson says
    bool finished = false;
    Mechanism mechanism = Mechanism::MessageQueue; ///< what it is about
};

/// The left side: the mechanisms, the lessons of the chosen one with their progress, and files of
/// one's own.
class Sidebar : public QFrame {
    Q_OBJECT
public:
    explicit Sidebar(QWidget* parent = nullptr);

    void setLessons(const std::vector<SidebarLesson>& lessons);
    /// The lesson that runs and how far it is; an empty name is free play.
    void setCurrent(Mechanism mechanism, const QString& name, int step, int steps);
    void setFinished(const QString& name);
    /// Says beside each mechanism how many of its objects stand.
    void count(const World& world);

signals:
    void freePlayChosen(ipclab::Mechanism mechanism);
    void lessonChosen(const QString& name);
    void openRequested();

private:
    struct Row {
        SidebarLesson lesson;
        EntryButton* button = nullptr; ///< made when its mechanism is chosen first
    };
    void addMechanisms();
    QLabel* heading(const QString& text);
    void makeButtons();
    void mark(Row& row, bool current, const QString& progress);

    QScrollArea* scroll_;
    QFrame* inner_; ///< all rows, scrolled
    QVBoxLayout* column_;
    Mechanism current_ = Mechanism::MessageQueue;
    QVBoxLayout* lessons_;
    std::map<Mechanism, EntryButton*> mechanisms_;
    std::vector<Row> rows_;
};

} // namespace ipclab
