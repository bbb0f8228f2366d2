#pragma once

#include "gui/bridge/frame.h"
#include "gui/theme/theme.h"

#include <QButtonGroup>
#include <QFrame>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include <vector>

namespace ipclab {

/// Asks who a new process is: its letter, its label, its user. A user that cannot be had says
/// why, and what would help.
class ProcessPopover : public QFrame {
    Q_OBJECT
public:
    explicit ProcessPopover(QWidget* parent = nullptr);
    void openBelow(QWidget* widget, const std::vector<UserChoice>& users, const QString& letter);

signals:
    void requested(const QString& letter, const QString& label, const QString& user);

private:
    void offer(const std::vector<UserChoice>& users);
    void accept();

    QLineEdit *letter_, *label_;
    QWidget* users_;
    QButtonGroup* group_;
    QLabel* why_;
    QPushButton* add_;
};

/// The first of A, B, C… that no process has or had.
[[nodiscard]] QString freeLetter(const World& world);

} // namespace ipclab
