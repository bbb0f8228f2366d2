#include "engine/lesson/page.h"

#include <algorithm>
#include <optional>

namespace ipclab {

namespace {

std::vector<std::string> splitLines(std::string_view text) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        const auto end = text.find('\n');
        std::string_view line = text.substr(0, end);
        if (line.ends_with('\r')) line.remove_suffix(1);
        lines.emplace_back(line);
        if (end == std::string_view::npos) break;
        text.remove_prefix(end + 1);
    }
    return lines;
}

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

/// A fence of ``` or ~~~, indented by at most three spaces as CommonMark has it.
struct Fence {
    char mark = '`';
    std::size_t length = 0;
    std::string_view info;
};

std::optional<Fence> fenceAt(std::string_view line) {
    const auto indent = line.find_first_not_of(' ');
    if (indent == std::string_view::npos || indent > 3) return {};
    line.remove_prefix(indent);
    if (line[0] != '`' && line[0] != '~') return {};
    Fence fence{line[0], 0, {}};
    while (fence.length < line.size() && line[fence.length] == fence.mark)
        ++fence.length;
    if (fence.length < 3) return {};
    fence.info = trimmed(line.substr(fence.length));
    if (fence.mark == '`' && fence.info.contains('`')) return {};
    return fence;
}

bool closes(std::string_view line, const Fence& opening) {
    const auto fence = fenceAt(line);
    return fence && fence->mark == opening.mark && fence->length >= opening.length &&
           fence->info.empty();
}

bool beginsPrediction(std::string_view line) {
    if (!line.starts_with('>')) return false;
    const std::string_view quote = trimmed(line.substr(1));
    return quote.starts_with("**Predict:**") || quote.starts_with("**예측:**");
}

class PageCutter {
public:
    explicit PageCutter(std::string_view page) : lines_(splitLines(page)) {}

    Parsed<std::vector<PageBlock>> run() {
        while (next_ < lines_.size() && !problem_)
            cutOne();
        if (problem_) return std::unexpected(*problem_);
        return std::move(blocks_);
    }

private:
    void cutOne() {
        const std::string& line = lines_[next_];
        if (const auto fence = fenceAt(line))
            cutFence(*fence);
        else if (beginsPrediction(line))
            cutQuote();
        else if (trimmed(line).starts_with("<details"))
            cutAnswer();
        else if (!titled_ && line.starts_with("# "))
            cutTitle();
        else
            addProse();
    }

    PageBlock& begin(PageBlock::Kind kind) {
        blocks_.push_back({kind, lineNumber(), {}});
        return blocks_.back();
    }

    void cutTitle() {
        titled_ = true;
        begin(PageBlock::Kind::Title).lines.emplace_back(trimmed(lines_[next_].substr(2)));
        ++next_;
    }

    void addProse() {
        const bool goesOn = !blocks_.empty() && blocks_.back().kind == PageBlock::Kind::Prose;
        PageBlock& prose = goesOn ? blocks_.back() : begin(PageBlock::Kind::Prose);
        prose.lines.push_back(lines_[next_++]);
    }

    void cutFence(const Fence& fence) {
        const int opening = lineNumber();
        const bool isStep = fence.info == "ipc";
        if (!isStep) addProse();
        if (isStep) {
            ++next_;
            begin(PageBlock::Kind::Steps);
        }
        while (next_ < lines_.size() && !closes(lines_[next_], fence))
            blocks_.back().lines.push_back(lines_[next_++]);
        if (next_ == lines_.size())
            return fail(opening, "this fenced block is not closed: a line ``` is missing");
        if (!isStep) return addProse();
        ++next_;
    }

    void cutQuote() {
        PageBlock& quote = begin(PageBlock::Kind::Predict);
        while (next_ < lines_.size() && lines_[next_].starts_with('>'))
            quote.lines.emplace_back(trimmed(lines_[next_++].substr(1)));
    }

    void cutAnswer() {
        const int opening = lineNumber();
        PageBlock& answer = begin(PageBlock::Kind::Answer);
        while (next_ < lines_.size()) {
            const std::string& line = lines_[next_++];
            answer.lines.push_back(line);
            if (line.contains("</details>")) return;
        }
        fail(opening, "<details> is not closed: </details> is missing");
    }

    void fail(int line, std::string message) {
        problem_ = SyntaxError{{line, 1}, std::move(message)};
    }

    [[nodiscard]] int lineNumber() const { return static_cast<int>(next_) + 1; }

    std::vector<std::string> lines_;
    std::size_t next_ = 0;
    std::vector<PageBlock> blocks_;
    std::optional<SyntaxError> problem_;
    bool titled_ = false;
};

} // namespace

std::string PageBlock::text() const {
    auto first = lines.begin();
    auto last = lines.end();
    while (first != last && trimmed(*first).empty())
        ++first;
    while (first != last && trimmed(*std::prev(last)).empty())
        --last;
    std::string joined;
    for (; first != last; ++first) {
        if (!joined.empty()) joined += '\n';
        joined += *first;
    }
    return joined;
}

Parsed<std::vector<PageBlock>> cutPage(std::string_view page) {
    return PageCutter(page).run();
}

std::string scriptOf(std::span<const PageBlock> blocks) {
    std::string script;
    int line = 1;
    for (const PageBlock& block : blocks) {
        if (block.kind != PageBlock::Kind::Steps) continue;
        for (; line < block.line; ++line)
            script += '\n';
        for (const std::string& each : block.lines) {
            script += each;
            script += '\n';
            ++line;
        }
    }
    return script;
}

} // namespace ipclab
