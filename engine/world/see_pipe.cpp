#include "engine/world/subjects.h"

namespace ipclab {

void seeDescriptors(World& world, ProcessId process, const event::DescriptorsSeen& seen) {
    (void)world, (void)process, (void)seen;
}

void seePipe(World& world, const event::PipeSeen& seen) {
    (void)world, (void)seen;
}

} // namespace ipclab
