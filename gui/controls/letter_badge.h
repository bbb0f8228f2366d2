#pragma once

#include "engine/event/event.h"
#include "gui/theme/theme.h"

#include <QWidget>

namespace ipclab {

/// A process's letter on its colour, as on its card.
class LetterBadge : public QWidget {
    Q_OBJECT
public:
    explicit LetterBadge(const Theme& theme, QWidget* parent = nullptr);
    void setProcess(ProcessId process, const QString& letter);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& theme_;
    ProcessId process_ = firstWorker;
    QString letter_;
};

} // namespace ipclab
