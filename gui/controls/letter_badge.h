#pragma once

#include "engine/event/event.h"
#include "gui/theme/theme.h"

#include <QPixmap>

namespace ipclab {

/// A process's letter on its colour, as on its card.
[[nodiscard]] QPixmap letterBadge(const Theme& theme, ProcessId process, const QString& letter);

} // namespace ipclab
