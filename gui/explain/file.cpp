// Names in the scratch folder: open, mkfifo, unlink and the like.
#include "gui/explain/outcome.h"
#include "gui/explain/pipe_phrase.h"

namespace ipclab {

namespace {

/// The path that the call named; the first of two.
QString pathOf(const Outcome& outcome) {
    const std::string& data = outcome.call.call.data;
    return phrase::text(data.substr(0, data.find('\0'))).toHtmlEscaped();
}

QString otherPath(const Outcome& outcome) {
    const std::string& data = outcome.call.call.data;
    const std::size_t cut = data.find('\0');
    return cut == std::string::npos ? QString()
                                    : phrase::text(data.substr(cut + 1)).toHtmlEscaped();
}

bool explainNameError(Explanation& explanation, const Outcome& outcome) {
    const QString path = pathOf(outcome);
    switch (outcome.call.error) {
    case ENOENT:
        explanation.sentence =
            Explain::tr("Nothing is called %1 in the lab's scratch folder.").arg(path);
        return true;
    case EEXIST:
        explanation.sentence = Explain::tr("%1 exists already.").arg(path);
        return true;
    case EACCES:
        explanation.sentence = Explain::tr("The mode bits of %1 do not let %2 do that. For a FIFO "
                                           "the umask has taken bits away from the mode, too.")
                                   .arg(path, outcome.who());
        return true;
    case EPERM:
        explanation.sentence = Explain::tr("Only the owner of %1 may do that.").arg(path);
        return true;
    default:
        return explainFileCommon(explanation, outcome);
    }
}

void explainOpened(Explanation& explanation, const Outcome& outcome) {
    const Pipe* pipe = phrase::pipeOf(outcome.world, outcome.process, outcome.call.result);
    if (!pipe) {
        explanation.sentence = Explain::tr("Descriptor %1 leads to the file %2.")
                                   .arg(outcome.call.result)
                                   .arg(pathOf(outcome));
        return;
    }
    explanation.severity = Severity::Worth;
    const OpenFile* file = phrase::fileOf(outcome.world, outcome.process, outcome.call.result);
    const bool both = file && file->access == AccessMode::ReadWrite;
    const bool alone = pipe->readers == 0 || pipe->writers == 0;
    explanation.sentence =
        both ? Explain::tr(
                   "O_RDWR never waits on a FIFO: the process is its own partner. The end of "
                   "the file will never come as long as it is open.")
        : alone && !phrase::has(outcome.arg(0), "O_NONBLOCK")
            ? Explain::tr("The other side came, so open returned; it is gone again already.")
        : alone
            ? Explain::tr("With O_NONBLOCK a reader need not wait for a writer: descriptor %1 is "
                          "open, and read returns 0 until somebody opens it for writing.")
                  .arg(outcome.call.result)
            : Explain::tr("Both sides are there, so both opens returned. From here on it is a pipe "
                          "like any other; the name only served to meet.");
}

} // namespace

void explainOpen(Explanation& explanation, const Outcome& outcome) {
    if (outcome.call.error == 0) return explainOpened(explanation, outcome);
    if (outcome.call.error == ENXIO) {
        explanation.sentence =
            Explain::tr(
                "Nobody has the FIFO %1 open for reading, and with O_NONBLOCK a writer does "
                "not wait. A reader would have been let in alone.")
                .arg(pathOf(outcome));
        return;
    }
    if (outcome.call.error == ENOENT) {
        explanation.sentence =
            Explain::tr("Nothing is called %1 in the lab's scratch folder. O_CREAT makes a file, "
                        "mkfifo makes a FIFO.")
                .arg(pathOf(outcome));
        return;
    }
    (void)explainNameError(explanation, outcome);
}

void explainMkfifo(Explanation& explanation, const Outcome& outcome) {
    if (outcome.call.error != 0) return (void)explainNameError(explanation, outcome);
    explanation.sentence =
        Explain::tr(
            "%1 is a name in the file system, and nothing more yet: the pipe behind it comes "
            "with the first open, and its data never lie on the disk.")
            .arg(pathOf(outcome));
}

void explainUnlink(Explanation& explanation, const Outcome& outcome) {
    if (outcome.call.error != 0) return (void)explainNameError(explanation, outcome);
    explanation.sentence =
        Explain::tr(
            "The name %1 is gone. Whoever has the file open goes on as before; nobody new comes "
            "by this name.")
            .arg(pathOf(outcome));
}

void explainNames(Explanation& explanation, const Outcome& outcome) {
    if (outcome.call.error != 0) return (void)explainNameError(explanation, outcome);
    switch (outcome.call.call.id) {
    case CallId::Link:
        explanation.sentence =
            Explain::tr("%1 and %2 are two names of one inode now: ftok makes the "
                        "same key of both.")
                .arg(pathOf(outcome), otherPath(outcome));
        return;
    case CallId::Symlink:
        explanation.sentence =
            Explain::tr("%1 leads to %2. ftok follows it and makes the same key.")
                .arg(otherPath(outcome), pathOf(outcome));
        return;
    case CallId::Rename:
        explanation.sentence =
            Explain::tr("%1 is called %2 now. The inode is the same, and so is its key.")
                .arg(pathOf(outcome), otherPath(outcome));
        return;
    default:
        explanation.sentence =
            Explain::tr("The mode of %1 has changed. ftok does not care: it never opens the file.")
                .arg(pathOf(outcome));
    }
}

} // namespace ipclab
