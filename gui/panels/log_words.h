#pragma once

#include "engine/event/event.h"

#include <QString>

namespace ipclab {

/// "0", "-1 EIDRM", "5 {1, \"hello\"}", "11 \"hello child\"", "0x7f31c0a5e000"
[[nodiscard]] QString logResult(const event::Returned& returned);

/// What a program outside did to which object: "messages sent to queue 3: 2".
[[nodiscard]] QString logOutside(const event::OutsideChange& change);

} // namespace ipclab
