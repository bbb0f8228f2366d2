#pragma once

#include "gui/app/entry_button.h"

#include <QFrame>
#include <QLabel>
#include <QVBoxLayout>

#include <vector>

namespace ipclab {

/// One lesson as the sidebar names it.
struct SidebarLesson {
    QString name;  ///< as the command line names it
    QString title; ///< as the lesson says
    bool finished = false;
};

/// The left side: the mechanisms, the lessons with their progress, and files of one's own.
class Sidebar : public QFrame {
    Q_OBJECT
public:
    explicit Sidebar(QWidget* parent = nullptr);

    void setLessons(const std::vector<SidebarLesson>& lessons);
    /// The lesson that runs and how far it is; an empty name is free play.
    void setCurrent(const QString& name, int step, int steps);
    void setFinished(const QString& name);
    /// How many queues stand now.
    void setQueues(int count);

signals:
    void freePlayChosen();
    void lessonChosen(const QString& name);
    void openRequested();

private:
    struct Row {
        SidebarLesson lesson;
        EntryButton* button = nullptr;
    };
    QLabel* heading(const QString& text);
    void mark(Row& row, bool current, const QString& progress);

    QVBoxLayout* column_;
    QVBoxLayout* lessons_;
    EntryButton* queue_ = nullptr;
    std::vector<Row> rows_;
};

} // namespace ipclab
