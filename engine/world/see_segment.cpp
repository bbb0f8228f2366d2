#include "engine/world/subjects.h"

namespace ipclab {

void seeSegment(World& world, const event::SegmentSeen& seen) {
    (void)world, (void)seen;
}

} // namespace ipclab
