#pragma once

#include <QLineEdit>

#include <optional>

namespace ipclab {

/// Asks for an offset in a segment, where the button "go to offset…" was pressed. Enter goes there,
/// Escape and a click elsewhere leave.
class OffsetField : public QLineEdit {
    Q_OBJECT
public:
    explicit OffsetField(QWidget* parent);

    void ask(const QRect& place);
    /// Decimal, or hexadecimal behind 0x; a + in front is taken as it is meant.
    [[nodiscard]] static std::optional<qint64> read(const QString& text);

signals:
    void entered(qint64 offset);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
};

} // namespace ipclab
