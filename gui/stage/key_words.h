// What the stage says of keys that ftok(3) made: the parts of which a key consists, and how two of
// them compare.
#pragma once

#include "engine/world/world.h"

#include <QString>
#include <QStringList>

#include <array>
#include <vector>

namespace ipclab::words {

/// One of the three parts of a key: which bits of a number go into it, and which are lost.
struct KeyPart {
    QString lost;      ///< hexadecimal digits of the number that are cut off; empty for none
    QString kept;      ///< "41", "1f", "3a2c"
    QString bits;      ///< "0100 0001"
    bool same = false; ///< as in the other key that is shown
};

struct KeyRow {
    const KeyMade* made = nullptr;
    QString call;                 ///< "ftok("notes.txt", 'A')"
    std::array<KeyPart, 3> parts; ///< id, st_dev, st_ino; unused where it failed
    QString key;                  ///< "0x411f3a2c", "-1 ENOENT"
    bool failed = false;
};

/// The newest two, the older first.
[[nodiscard]] std::vector<KeyRow> keyRows(const World& world);
/// Above the three parts, the longest first.
[[nodiscard]] std::array<QStringList, 3> keyPartNames();
[[nodiscard]] QString keysTitle();

/// What there is to say of the shown keys: equal or not, and why. The strongest first.
struct KeyVerdict {
    QString text;
    bool warns = false; ///< a collision, lost bits, or -1
};
[[nodiscard]] KeyVerdict keyVerdict(const World& world);

} // namespace ipclab::words
