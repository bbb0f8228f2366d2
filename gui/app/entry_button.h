#pragma once

#include <QLabel>
#include <QPushButton>

namespace ipclab {

/// A row of the sidebar: a text in one to three lines, elided where that is too little, with the
/// whole of it as tooltip, and a few characters at the right end.
class EntryButton : public QPushButton {
    Q_OBJECT
public:
    explicit EntryButton(const QString& text, QWidget* parent = nullptr);

    void setWholeText(const QString& text);
    [[nodiscard]] const QString& wholeText() const { return whole_; }
    void setBadge(const QString& badge);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void fit();
    [[nodiscard]] QString inLines(const QFontMetrics& metrics, int room) const;

    QString whole_, badge_;
    QLabel* label_ = nullptr; ///< the badge, made with the first one
    bool laidOut_ = false;
};

} // namespace ipclab
