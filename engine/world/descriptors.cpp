#include "engine/world/descriptors.h"

#include <algorithm>

namespace ipclab {

void copyForFork(World& world, const Process& parent, Process& child) {
    child.descriptors = parent.descriptors;
    for (const auto& [fd, descriptor] : child.descriptors) {
        const auto file = std::ranges::find(world.files, descriptor.file, &OpenFile::serial);
        if (file != world.files.end()) ++file->descriptors;
    }
}

} // namespace ipclab
