#pragma once

#include "engine/base/result.h"

#include <QWidget>

namespace ipclab {

/// What stands in the window when the laboratory could not be opened: what, why, what to do.
class TroublePage : public QWidget {
    Q_OBJECT
public:
    explicit TroublePage(const Error& error, QWidget* parent = nullptr);

signals:
    void tryAgain();
};

} // namespace ipclab
