#pragma once

#include <QPlainTextEdit>

namespace ipclab {

/// Lines of C to read and to copy. What is wider than its room goes on in the next line, within a
/// word where the word alone is too wide: a line of C has words of any length.
class CodeText : public QPlainTextEdit {
    Q_OBJECT
public:
    explicit CodeText(QWidget* parent = nullptr);

    void setText(const QString& text);
    [[nodiscard]] QString text() const { return toPlainText(); }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void changeEvent(QEvent* event) override;
    /// All of it is in sight: the wheel is for what it stands in.
    void wheelEvent(QWheelEvent* event) override;

private:
    [[nodiscard]] QSize around() const;
};

} // namespace ipclab
