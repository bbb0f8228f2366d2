#include "gui/explain/segment_phrase.h"
#include "gui/explain/suggestions.h"

namespace ipclab {

namespace {

/// The living segment that one of the process's variables names, else nullptr.
const Segment* knownSegment(const World& world, const Process& process) {
    for (const auto& [name, value] : process.variables) {
        const auto* id = std::get_if<std::int64_t>(&value);
        if (!id || !name.starts_with("sh")) continue;
        if (const Segment* segment = world.segment(static_cast<std::int32_t>(*id))) return segment;
    }
    return nullptr;
}

void suggestAttached(Suggestions& found, const Process& process, const Attachment& attachment) {
    const std::string pointer = phrase::addressName(process, attachment.address);
    if (attachment.readOnly) {
        found.add(Explain::tr("Read the text"), process,
                  "printf(\"%s\\n\", (char *)" + pointer + ")");
        found.add(Explain::tr("Write although it is read-only"), process,
                  "strcpy(" + pointer + ", \"mine\")");
    } else {
        found.add(Explain::tr("Write a text"), process,
                  "strcpy(" + pointer + ", \"Linux Programming\")");
        found.add(Explain::tr("Read the text"), process,
                  "printf(\"%s\\n\", (char *)" + pointer + ")");
    }
    found.add(Explain::tr("Read just behind the last page"), process,
              "c = " + pointer + "[" + std::to_string(attachment.bytes) + "]");
}

} // namespace

bool suggestOnSegment(Suggestions& found, const World& world, const Process& process) {
    const Segment* segment = knownSegment(world, process);
    if (!process.attachments.empty()) {
        suggestAttached(found, process, process.attachments.front());
        return true;
    }
    if (!segment) return false;
    const std::string id = phrase::segmentName(process, segment->stat.id);
    found.add(Explain::tr("Attach it"), process, "shmaddr = shmat(" + id + ", NULL, 0)");
    found.add(Explain::tr("Attach it read-only"), process,
              "shmaddr = shmat(" + id + ", NULL, SHM_RDONLY)");
    found.add(Explain::tr("Remove it"), process, "shmctl(" + id + ", IPC_RMID, NULL)");
    return true;
}

} // namespace ipclab
