#pragma once

#include "gui/app/actions.h"
#include "gui/theme/theme.h"

#include <QCheckBox>
#include <QLabel>
#include <QMenu>
#include <QSlider>
#include <QToolButton>
#include <QWidget>

#include <array>

namespace ipclab {

/// The row at the top: what is played, the steps, the speed, and what leaves the window.
/// When it gets narrow, what stands in the menu too gives way first.
class Toolbar : public QWidget {
    Q_OBJECT
public:
    Toolbar(const Actions& actions, const Theme& theme, QWidget* parent = nullptr);

    /// What is played: in full, and in short for where that does not fit.
    void setScene(const QString& title, const QString& shorter);
    void setSpeed(double speed);
    void setPlaying(bool playing);
    void setPast(bool past);
    /// The button that adds a process, or the menu's where that one gave way.
    [[nodiscard]] QToolButton* addProcessButton() const;
    [[nodiscard]] QMenu* sceneMenu() const { return sceneMenu_; }
    [[nodiscard]] QMenu* exportMenu() const { return exportMenu_; }
    [[nodiscard]] QMenu* mainMenu() const { return mainMenu_; }
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    void speedChosen(double speed);

protected:
    void resizeEvent(QResizeEvent* event) override;
    bool event(QEvent* event) override;

private:
    QToolButton* button(ActionId id, const QString& face, const char* role = "");
    QToolButton* menuButton(const QString& face, QMenu* menu);
    QWidget* speedBox();
    [[nodiscard]] int wholeWidth() const;
    int fitScene(int width);
    void fit();

    const Actions& actions_;
    const Theme& theme_;
    QString sceneTitle_, sceneShort_;
    QLabel *title_, *speedText_ = nullptr;
    QToolButton *scene_, *play_ = nullptr, *live_ = nullptr, *addProcess_ = nullptr;
    QToolButton *export_ = nullptr, *lecture_ = nullptr, *more_ = nullptr;
    QMenu *sceneMenu_, *exportMenu_, *mainMenu_;
    QSlider* speed_ = nullptr;
    QCheckBox* hold_ = nullptr;
    std::array<QWidget*, 10> givesWay_{}; ///< hidden first to last when there is no room
};

/// The slider's places: 0.1× to 25×, 1× in the middle third.
[[nodiscard]] double speedAt(int place);
[[nodiscard]] int placeOf(double speed);
[[nodiscard]] double nextSpeed(double speed, int direction);

} // namespace ipclab
