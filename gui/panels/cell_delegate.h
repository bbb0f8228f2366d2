#pragma once

#include "gui/theme/theme.h"

#include <QStyledItemDelegate>

namespace ipclab {

/// Table cells with room at both sides, and the model's colours also where a row is selected.
class CellDelegate : public QStyledItemDelegate {
public:
    explicit CellDelegate(const Theme& theme, QObject* parent = nullptr)
        : QStyledItemDelegate(parent), theme_(theme) {}

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;

private:
    const Theme& theme_;
};

} // namespace ipclab
