#pragma once

#include "engine/event/event.h"

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace ipclab {

/// Reads events by their place in the journal: at most `limit` from `from` on.
using EventReader = std::function<std::vector<Event>(std::uint64_t from, std::size_t limit)>;

/// The session so far as a script in the language of calls, with what really came back as the
/// expectations, so that running it again says whether it goes the same way. An id, a pid or an
/// address is not expected: the kernel chooses another one each time. Forked children are named by
/// the lines that fork them.
[[nodiscard]] std::string sessionScript(const EventReader& read, std::uint64_t count);

} // namespace ipclab
