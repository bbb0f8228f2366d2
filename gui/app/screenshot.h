#pragma once

#include "gui/app/command_line.h"
#include "gui/app/main_window.h"

namespace ipclab {

/// Draws one picture of the window and saves it: waits until the scene or the lesson's step
/// stands and nothing moves. Returns the exit status of the program.
[[nodiscard]] int drawPicture(MainWindow& window, const StartOptions& options);

} // namespace ipclab
