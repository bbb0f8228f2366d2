#pragma once

#include <QLineEdit>

namespace ipclab {

/// A field as wide as a number of letters, at any scale: what is entered is mostly that long. One
/// that grows takes more where there is more.
class LettersField : public QLineEdit {
    Q_OBJECT
public:
    enum class Width : bool { Fixed, Grows };
    LettersField(int letters, Width width, QWidget* parent);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

private:
    int letters_;
};

} // namespace ipclab
