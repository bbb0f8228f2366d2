#pragma once

#include <QDialog>

namespace ipclab {

/// Every action with its keys, from the one table.
class KeysSheet : public QDialog {
    Q_OBJECT
public:
    explicit KeysSheet(QWidget* parent = nullptr);
};

} // namespace ipclab
