// A world as text, so that two of them can be compared; and the journal that has to give it again.
#pragma once

#include "engine/journal/journal.h"
#include "tests/world/story.h"

#include <map>
#include <string>

namespace ipclab {

/// Everything about processes, descriptors, pipes and segments that is drawn, and what decides what
/// will be drawn next.
[[nodiscard]] std::string drawn(const World& world);

/// Keeps a story in a journal as the lab does, and remembers how some of its moments were drawn.
class Kept {
public:
    explicit Kept(Story& story);
    /// This moment is to be given again.
    void remember();
    /// A sentence where the journal gives another world than there was at a remembered moment.
    [[nodiscard]] std::string differs() const;

private:
    const Story& story_;
    Journal journal_;
    std::map<std::uint64_t, std::string> moments_;
};

} // namespace ipclab
