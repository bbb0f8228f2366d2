#pragma once

#include "engine/base/fd.h"
#include "engine/base/result.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace ipclab {

/// A file without a name (O_TMPFILE) that holds what does not fit into memory: it is gone with the
/// process, however that ends. In $XDG_CACHE_HOME, else /var/tmp, else /tmp.
class Spill {
public:
    /// Appends the bytes and gives their place. The first call makes the file.
    [[nodiscard]] Result<std::uint64_t> append(std::string_view bytes);
    /// Reads them again; may be called while another thread appends.
    [[nodiscard]] Result<std::string> read(std::uint64_t place, std::size_t size) const;

private:
    Fd file_;
    std::uint64_t end_ = 0;
};

} // namespace ipclab
