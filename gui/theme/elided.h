// Texts that give way to their room: what does not fit ends in "…", and the tooltip has the whole.
#pragma once

#include <QComboBox>
#include <QLabel>

namespace ipclab {

/// One line that never asks for more room than it gets.
class ElidedLabel : public QLabel {
    Q_OBJECT
public:
    explicit ElidedLabel(QWidget* parent = nullptr);

    void setWholeText(const QString& text);
    [[nodiscard]] const QString& wholeText() const { return whole_; }

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    /// A click shows the whole where the pointer is, also to a finger, which cannot hover.
    void mousePressEvent(QMouseEvent* event) override;

private:
    void fit();

    QString whole_;
};

/// A list to choose from whose chosen text is elided, and which may be narrower than its longest
/// entry; the list that opens is as wide as it needs.
class ElidedComboBox : public QComboBox {
    Q_OBJECT
public:
    explicit ElidedComboBox(QWidget* parent = nullptr);

    void showPopup() override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] int widthFor(const QString& text) const;
    [[nodiscard]] int textRoom() const;
};

} // namespace ipclab
