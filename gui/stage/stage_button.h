#pragma once

#include "gui/stage/metrics.h"

#include <QAbstractButton>

namespace ipclab {

/// A button that lies on the stage: reachable by Tab, with a name for screen readers.
class StageButton : public QAbstractButton {
    Q_OBJECT
public:
    enum class Kind : std::uint8_t {
        Select, ///< the letter of a process, or an object's title: only a focus ring
        Plain,  ///< IPC_STAT
        Danger, ///< IPC_RMID
        Small,  ///< kill
        Quiet,  ///< "go to offset…"
        Close,  ///< the cross behind a descriptor
    };
    StageButton(Kind kind, QWidget* parent);

    void setLook(const Palette& palette, const Metrics& metrics);
    [[nodiscard]] QSize sizeHint() const override { return size(); }

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    Kind kind_;
    const Palette* palette_ = nullptr;
    const Metrics* metrics_ = nullptr;
    bool hovered_ = false;
};

} // namespace ipclab
