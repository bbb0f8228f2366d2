#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace ipclab {

/// The time that motion runs on. Live it follows the display at the chosen speed, and only while
/// something moves; by hand it goes where a test puts it, so that every frame can be reproduced.
class StageClock : public QObject {
    Q_OBJECT
public:
    explicit StageClock(QObject* parent = nullptr);

    /// Milliseconds of motion: wall time times speed.
    [[nodiscard]] double now() const { return now_; }
    /// Milliseconds of wall time while the clock ran or was advanced.
    [[nodiscard]] double wall() const { return wall_; }
    [[nodiscard]] double speed() const { return speed_; }
    [[nodiscard]] bool instant() const { return instant_; }
    [[nodiscard]] bool running() const { return timer_.isActive(); }
    [[nodiscard]] bool manual() const { return manual_; }

    void setSpeed(double speed);                          ///< clamped to 0.1 … 25
    void setInstant(bool instant) { instant_ = instant; } ///< reduced motion: nothing travels
    void setManual(bool manual);
    /// Moves on by so much wall time and ticks.
    void advance(double wallMs);
    /// Ticks at every display frame for as long as this is wanted.
    void keepRunning(bool wanted);

signals:
    void ticked();

private:
    QTimer timer_;
    QElapsedTimer since_;
    double now_ = 0, wall_ = 0, speed_ = 1.0;
    bool instant_ = false, manual_ = false;
};

} // namespace ipclab
