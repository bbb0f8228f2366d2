#pragma once

#include "engine/lab/lab.h"

#include <memory>
#include <string_view>

namespace ipclab::bench {

/// A real lab with real workers, for measurements: whatever goes wrong ends the program.
class BenchLab {
public:
    BenchLab();
    [[nodiscard]] Lab& lab() { return *lab_; }
    /// Starts a process and waits until it is there.
    void start(const char* letter);
    /// Gives a line and does not wait.
    void give(std::string_view line);
    /// Waits until every process is idle or asleep.
    void finish();

private:
    std::unique_ptr<Lab> lab_;
};

/// A key that is most likely nobody's.
[[nodiscard]] int unusedKey();

} // namespace ipclab::bench
