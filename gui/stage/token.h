#pragma once

#include "gui/stage/layout.h"
#include "gui/stage/pipe_motion.h"

#include <QHash>
#include <QPainter>
#include <QPixmap>

namespace ipclab {

/// The size of a token that shows all of its message, or as much of it as is ever shown; without
/// `text`, of the least size the sender and the type only.
[[nodiscard]] QSize wholeToken(const World& world, const Message& message, TokenSize size,
                               const Metrics& metrics, bool text = true);

/// Draws messages and bytes. Each look is rendered once and then copied, so that hundreds cost
/// little.
class TokenSprites {
public:
    /// Forgets every sprite: another theme, scale or screen.
    void clear() { sprites_.clear(); }
    void draw(QPainter& painter, QPoint at, const World& world, const Message& message,
              TokenSize size, QSize box, const Palette& palette, const Metrics& metrics,
              bool raised = false);
    /// Bytes of a pipe, around their centre.
    void drawBytes(QPainter& painter, const ByteToken& token, const Palette& palette,
                   const Metrics& metrics);

private:
    QHash<QString, QPixmap> sprites_;
};

} // namespace ipclab
