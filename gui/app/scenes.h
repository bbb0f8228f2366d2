#pragma once

#include "gui/app/mechanism.h"
#include "gui/bridge/lab_bridge.h"
#include "gui/bridge/lesson_run.h"

#include <QObject>

#include <optional>

namespace ipclab {

/// What is played: free play with its opening scene, or a lesson. Each starts in a new lab, so
/// that it only ever meets what it made itself.
class Scenes : public QObject {
    Q_OBJECT
public:
    Scenes(LabBridge& bridge, LessonRun& run, QObject* parent = nullptr);

    void setLanguage(const QString& language) { language_ = language; }
    /// Where supervisor and worker are; empty: beside this program.
    void setPrograms(const QString& folder) { programs_ = folder; }
    void setPrivate(bool isPrivate) { private_ = isPrivate; }
    [[nodiscard]] bool isFreePlay() const { return free_; }
    [[nodiscard]] QString title() const;
    /// Without the mechanism, where something else has a name of its own.
    [[nodiscard]] QString shortTitle() const;

    /// The mechanism that is played with, or that the lesson is about.
    [[nodiscard]] Mechanism mechanism() const { return mechanism_; }

    /// A new lab with the opening scene of a mechanism.
    void startFreePlay(Mechanism mechanism);
    /// A lesson by its name, or a file. Says what is wrong with unopened().
    bool open(const QString& nameOrPath);
    /// The same again from its beginning.
    void startOver();
    /// The same in an IPC namespace of its own, and all that follows.
    void startOverInPrivate();

signals:
    /// Another scene has begun, or this one has another title.
    void changed();
    /// The opening scene stands.
    void opened();
    /// The lab itself could not be opened.
    void labFailed(const ipclab::Error& error);
    /// The lesson or file could not be opened: why. What stood before goes on.
    void unopened(const QString& why);
    /// Something went otherwise than the lesson says: what and why.
    void trouble(const QString& what);
    /// Another program's queue stands in the way, which a namespace of the lab's own does not have.
    void keyTaken(const QString& what);

private:
    bool openRecording(const QString& path);
    bool openLab(const Lesson& lesson);
    void playOpening();
    void stepOver();

    LabBridge& bridge_;
    LessonRun& run_;
    QString language_ = QStringLiteral("en");
    bool private_ = false, free_ = true, opening_ = false;
    int key_ = 0;
    Mechanism mechanism_ = Mechanism::MessageQueue;
    QString programs_;
    QString current_; ///< what open() was given
};

} // namespace ipclab
