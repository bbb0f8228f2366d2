#pragma once

#include "gui/explain/phrase.h"

namespace ipclab {

/// Why a process sleeps in read, write, open or wait. False when it sleeps in another call.
bool explainFileSleep(Explanation& explanation, const World& world, const Process& process);

} // namespace ipclab
