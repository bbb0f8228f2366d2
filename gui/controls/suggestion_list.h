#pragma once

#include "gui/explain/explanation.h"

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace ipclab {

/// "Try next": lines that could be made now, as links.
class SuggestionList : public QWidget {
    Q_OBJECT
public:
    explicit SuggestionList(QWidget* parent = nullptr);
    void offer(const std::vector<Suggestion>& suggestions);

signals:
    void chosen(const ipclab::Statement& statement);

private:
    QLabel* heading_;
    QVBoxLayout* rows_;
    QString shown_;
};

} // namespace ipclab
