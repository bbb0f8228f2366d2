#pragma once

#include "engine/world/world.h"

#include <string_view>

namespace ipclab {

/// Whether a receive with this msgtyp and msgflg accepts a message of this type at all. msgop(2).
[[nodiscard]] bool accepts(std::int64_t msgtyp, std::int64_t msgflg, std::int64_t type);

/// What a receive brought, against which messages are held.
struct Received {
    std::int64_t type = 0;
    std::string_view text;
    bool cut = false; ///< MSG_NOERROR and a full buffer: the message may have been longer

    [[nodiscard]] bool fits(const Message& message) const {
        if (!message.textKnown || message.type != type) return false;
        if (message.text.size() == text.size()) return message.text == text;
        return cut && message.text.size() > text.size() && message.text.starts_with(text);
    }
};

} // namespace ipclab
