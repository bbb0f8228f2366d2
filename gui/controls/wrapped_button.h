#pragma once

#include <QPushButton>

namespace ipclab {

/// A button whose text goes on in the next line where it is too long.
class WrappedButton : public QPushButton {
    Q_OBJECT
public:
    explicit WrappedButton(const QString& text, QWidget* parent = nullptr,
                           Qt::Alignment alignment = Qt::AlignCenter);

    [[nodiscard]] QSize sizeHint() const override;
    /// As wide as its longest word.
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] QSize around(QSize text) const;

    Qt::Alignment alignment_;
};

/// One that looks like a link.
class LinkButton : public WrappedButton {
    Q_OBJECT
public:
    explicit LinkButton(const QString& text, QWidget* parent = nullptr);
};

} // namespace ipclab
