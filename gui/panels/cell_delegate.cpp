#include "gui/panels/cell_delegate.h"

#include <QApplication>
#include <QPainter>

namespace ipclab {

void CellDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                         const QModelIndex& index) const {
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    const QString text = cell.text;
    cell.text.clear();
    const QStyle* style = cell.widget ? cell.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &cell, painter, cell.widget);
    const QRect room = cell.rect.adjusted(theme_.px(6), 0, -theme_.px(6), 0);
    painter->save();
    painter->setFont(cell.font);
    painter->setPen(index.data(Qt::ForegroundRole).value<QColor>());
    painter->drawText(room, int(cell.displayAlignment) | Qt::TextSingleLine,
                      cell.fontMetrics.elidedText(text, Qt::ElideRight, room.width()));
    painter->restore();
}

} // namespace ipclab
