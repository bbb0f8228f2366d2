// control: the worker's end of its socket, on which the engine sends lines.
#pragma once

#include "engine/base/fd.h"
#include "engine/base/result.h"

#include <span>
#include <string_view>
#include <vector>

namespace ipclab {

/// A packet of the engine, with the descriptors that came along, at numbers of the lab's own.
struct Packet {
    std::string_view bytes; ///< in the buffer; empty when the engine has closed its end
    std::vector<Fd> descriptors;
};

/// Waits for the next one.
[[nodiscard]] Packet receivePacket(int control, std::span<char> buffer);

} // namespace ipclab
