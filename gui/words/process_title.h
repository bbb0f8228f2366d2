// What a process is called where its letter stands beside it: on its card and in the call panel.
#pragma once

#include <QString>

#include <string_view>

namespace ipclab {

/// Its label; of one that has none, "child of A", or "process B" where it was not forked.
[[nodiscard]] QString processTitle(std::string_view label, std::string_view letter,
                                   std::string_view parentsLetter);

} // namespace ipclab
