#pragma once

#include <QLabel>
#include <QLineEdit>
#include <QStringList>
#include <QStringListModel>
#include <QWidget>

#include "engine/call/call.h"
#include "engine/world/world.h"

class QCompleter;

namespace ipclab {

/// One line in the language of calls: `A: msgsnd(q, {1, "hello"}, 5, 0)`. Completes calls,
/// constants, processes and variables; up and down bring back earlier lines; what is wrong is
/// said below, with a caret under the place.
class CallLine : public QWidget {
    Q_OBJECT
public:
    explicit CallLine(QWidget* parent = nullptr);

    void setText(const QString& line);
    [[nodiscard]] QString text() const;
    [[nodiscard]] QString error() const;
    [[nodiscard]] const QStringList& history() const { return history_; }
    void setHistory(const QStringList& history);
    /// What the words of the moment are: letters and variables.
    void setWorld(const World& world);
    /// What an empty line shows: one that could be typed now.
    void setExample(const QString& line);
    /// Who is meant when a line names no process: "A: " is put in front.
    void setDefaultProcess(const QString& letter) { letter_ = letter; }

signals:
    void entered(const ipclab::Statement& statement);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void enter();
    void complete();
    void take(const QString& completion);
    void recall(int step);
    void showError(const QString& message, int column);
    [[nodiscard]] QString wordAtCursor() const;

    QLineEdit* edit_;
    QLabel* error_;
    QCompleter* completer_;
    QStringListModel* words_;
    QString letter_, draft_;
    QStringList history_;
    qsizetype place_ = 0; ///< in the history; its end is the draft
    std::size_t knownVariables_ = ~std::size_t{0};
};

} // namespace ipclab
