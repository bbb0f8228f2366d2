#include "engine/call/language.h"
#include "gui/explain/pipe_phrase.h"
#include "gui/explain/suggestions.h"

namespace ipclab {

namespace {

using phrase::End;

struct Ends {
    int read = -1, write = -1;
    const Pipe* pipe = nullptr;
};

/// The newest pipe of which the process has an end.
Ends endsOf(const World& world, const Process& process) {
    Ends ends;
    for (auto each = process.descriptors.rbegin(); each != process.descriptors.rend(); ++each) {
        const OpenFile* file = world.file(each->second.file);
        const Pipe* pipe = file ? world.pipe(file->pipe) : nullptr;
        if (!pipe || (ends.pipe && ends.pipe != pipe)) continue;
        ends.pipe = pipe;
        if (phrase::isEnd(*file, End::Read)) ends.read = each->first;
        if (phrase::isEnd(*file, End::Write)) ends.write = each->first;
    }
    return ends;
}

} // namespace

bool suggestOnPipe(Suggestions& found, const World& world, const Process& process) {
    const Ends ends = endsOf(world, process);
    if (!ends.pipe) return false;
    const std::string read = phrase::descriptorName(process, ends.read);
    const std::string write = phrase::descriptorName(process, ends.write);
    if (ends.write >= 0 && ends.pipe->readers == 0) {
        found.add(Explain::tr("Write although nobody reads: SIGPIPE"), process,
                  "write(" + write + ", \"hello?\", 6)");
        found.add(Explain::tr("Ignore SIGPIPE first"), process,
                  "sigaction(SIGPIPE, {SIG_IGN, 0}, NULL)");
    } else if (ends.write >= 0) {
        found.add(Explain::tr("Write two bytes"), process, "write(" + write + ", \"ab\", 2)");
    }
    if (ends.read >= 0 && ends.pipe->unread() > 0)
        found.add(Explain::tr("Read what is there"), process, "read(" + read + ", buf, 64)");
    if (ends.read >= 0 && ends.write >= 0) {
        found.add(Explain::tr("Close the write end: who still holds one?"), process,
                  "close(" + write + ")");
        found.add(Explain::tr("Close the read end"), process, "close(" + read + ")");
    } else if (ends.write >= 0) {
        found.add(Explain::tr("Fill it: 2049 bytes at a time"), process,
                  "write(" + write + ", \"x\" * 2049, 2049)");
        found.add(Explain::tr("Close the last end of this process"), process,
                  "close(" + write + ")");
    } else if (ends.pipe->unread() == 0) {
        found.add(Explain::tr("Read from the empty pipe"), process, "read(" + read + ", buf, 64)");
    }
    return true;
}

bool suggestMeeting(Suggestions& found, const World& world, const Process& process) {
    bool any = false;
    for (const NamedFile& name : world.names) {
        if (!name.exists || (name.file.mode & 0170000) != 0010000) continue; // S_IFIFO
        const std::string path = print(Value(name.path));
        found.add(Explain::tr("Open the FIFO for writing"), process,
                  "fd = open(" + path + ", O_WRONLY)");
        found.add(Explain::tr("Open it alone, without waiting"), process,
                  "fd = open(" + path + ", O_WRONLY|O_NONBLOCK)");
        any = true;
        break;
    }
    for (const Segment& segment : world.segments) {
        if (segment.removed || segment.stat.dest || segment.stat.key == 0) continue;
        const std::string key = std::to_string(segment.stat.key);
        found.add(Explain::tr("Get the segment with the key %1").arg(segment.stat.key), process,
                  "shmid = shmget(" + key + ", 0, 0)");
        any = true;
        break;
    }
    return any;
}

} // namespace ipclab
