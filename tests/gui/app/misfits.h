// What does not fit in a window: looks at every widget as it stands, instead of at its pixels.
#pragma once

#include <QStringList>

class QWidget;

namespace ipclab {

/// One line for each visible widget whose text is cut off, that reaches out of its parent, or that
/// lies over its neighbour. A text that is elided counts as fitting when its tooltip has the whole.
/// What scrolls may be larger than what is seen of it, in the direction in which it scrolls. The
/// stage and other painted views have tests of their own.
[[nodiscard]] QStringList misfits(const QWidget& window);

} // namespace ipclab
