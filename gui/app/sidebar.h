#pragma once

#include "gui/theme/theme.h"

#include <QFrame>
#include <QLabel>
#include <QPushButton>
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
    explicit Sidebar(const Theme& theme, QWidget* parent = nullptr);

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
        QPushButton* button = nullptr;
        QLabel* progress = nullptr;
    };
    QLabel* heading(const QString& text);
    QPushButton* entry(const QString& text, QLabel*& badge);
    void mark(Row& row, bool current, const QString& progress);

    const Theme& theme_;
    QVBoxLayout* column_;
    QVBoxLayout* lessons_;
    QPushButton* queue_ = nullptr;
    QLabel* queueCount_ = nullptr;
    std::vector<Row> rows_;
};

} // namespace ipclab
