// same_key: two files of which ftok makes the same key, for whoever wants to see that it happens.
#pragma once

#include <string>

namespace ipclab {

/// When the path is ram/same-key-1 or ram/same-key-2, and one of them is missing: makes both anew,
/// so that the lowest 16 bits of their inode numbers agree. The file system in memory counts its
/// inodes upwards, so every 65 536th file fits: as many are made and removed, which takes up to a
/// second. Where that is not how it counts, the files stay missing.
void makeSameKeyPair(const std::string& path);

} // namespace ipclab
