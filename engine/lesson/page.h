#pragma once

#include "engine/call/language.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ipclab {

/// One part of a Markdown page, as far as a lesson tells parts apart.
struct PageBlock {
    enum class Kind {
        Title,   ///< the first line that begins with "# "
        Prose,   ///< everything else
        Predict, ///< a quote that begins with **Predict:**
        Steps,   ///< a fenced block with the info string ipc
        Answer,  ///< <details> … </details>
    };
    Kind kind = Kind::Prose;
    int line = 1; ///< of the first line, counted from 1; of a fence, the line below it
    std::vector<std::string> lines;

    [[nodiscard]] std::string text() const; ///< the lines, without empty ones at either end
};

/// Cuts a page into its parts, in their order. Fails on a fence or <details> that is not closed.
[[nodiscard]] Parsed<std::vector<PageBlock>> cutPage(std::string_view page);

/// The page with every line that is no step left empty: places in it are places in the page.
[[nodiscard]] std::string scriptOf(std::span<const PageBlock> blocks);

} // namespace ipclab
