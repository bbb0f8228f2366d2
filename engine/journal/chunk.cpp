#include "engine/journal/chunk.h"

namespace ipclab {

Result<void> forEach(const ChunkView& view,
                     const std::function<bool(std::uint64_t place, Event&& event)>& visit) {
    EventDecoder decoder(std::string_view(*view.bytes).substr(view.offset));
    for (std::uint32_t i = 0; i < view.count; ++i) {
        if (i % eventsPerBlock == 0) decoder.restart();
        auto event = decoder.next();
        if (!event) return std::unexpected(event.error());
        if (!visit(view.first + i, std::move(*event))) break;
    }
    return {};
}

} // namespace ipclab
