#pragma once

namespace ipclab {

/// Whether the desktop's settings switch animations off: GTK's settings.ini
/// (gtk-enable-animations=false) or KDE's kdeglobals (AnimationDurationFactor=0).
/// Reads small files once; starts no program.
[[nodiscard]] bool desktopWantsReducedMotion();

} // namespace ipclab
