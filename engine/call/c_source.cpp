#include "engine/call/c_source.h"

#include "engine/call/c_program.h"
#include "engine/call/characters.h"
#include "engine/call/member.h"

#include <algorithm>
#include <cctype>
#include <fmt/format.h>
#include <utility>

namespace ipclab {

namespace {

constexpr int indentation = 4;

void replaceAll(std::string& text, std::string_view from, std::string_view to) {
    for (std::size_t at = text.find(from); at != std::string::npos;
         at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
}

/// Whether the program uses the name, other than in a text or a remark.
bool usesName(std::string_view body, std::string_view name) {
    const auto isPart = [](char c) {
        return c == '_' || std::isalnum(static_cast<unsigned char>(c));
    };
    for (std::size_t at = 0; at < body.size(); ++at) {
        if (body[at] == '"') {
            while (++at < body.size() && body[at] != '"')
                at += body[at] == '\\' ? 1 : 0;
        } else if (body.substr(at).starts_with("/*")) {
            at = std::min(body.find("*/", at), body.size() - 1);
        } else if (isPart(body[at])) {
            const std::size_t begin = at;
            while (at + 1 < body.size() && isPart(body[at + 1]))
                ++at;
            if (body.substr(begin, at + 1 - begin) == name) return true;
        }
    }
    return false;
}

} // namespace

/// ?? starts a trigraph, which compilers warn about.
std::string cString(std::string_view bytes) {
    std::string text = quoted(bytes);
    replaceAll(text, "??", "?\\?");
    return text;
}

std::string inComment(std::string_view text) {
    std::string safe = visible(text);
    for (const char* pair : {"*/", "/*", "??"})
        replaceAll(safe, pair, std::string{pair[0], ' ', pair[1]});
    return safe;
}

void CProgram::line(std::string_view text) {
    body_ += fmt::format("{:{}}{}\n", "", depth_ * indentation, text);
}

void CProgram::openBlock(std::string_view head) {
    line(fmt::format("{}{}{{", head, head.empty() ? "" : " "));
    ++depth_;
}

void CProgram::closeBlock() {
    --depth_;
    line("}");
}

void CProgram::done(const ProcessHistory::Done& done) {
    const bool repeats = done.times > 1 || !done.more.empty();
    const bool pauses = done.times > 1 && done.everyMs > 0;
    const auto* const outer = std::exchange(doing_, &done);
    if (repeats) forgetAssigned(done);
    if (pauses) openPause();
    if (repeats) openBlock(fmt::format("for (long turn = 0; turn < {}; turn++)", done.times));
    if (pauses) {
        line("if (turn > 0)");
        line(fmt::format("    untilNext(&next, {});", done.everyMs));
    }
    doingAction_ = 0;
    const auto one = [this](const Action& action) {
        if (!action.type.empty()) declare(action);
        if (action.call)
            make(*action.call, action.target);
        else if (action.value && !action.target.empty())
            assign(action.target, *action.value);
        storedInto(action);
        ++doingAction_;
    };
    one(done.action);
    for (const Action& action : done.more)
        one(action);
    doing_ = outer;
    if (repeats) closeBlock();
    if (pauses) closeBlock();
    if (repeats) forgetAssigned(done);
}

void CProgram::openPause() {
    hasPause_ = true;
    headers_.insert("time.h");
    openBlock();
    line("struct timespec next;");
    line("clock_gettime(CLOCK_MONOTONIC, &next);");
}

/// In a loop no value is certain that the loop itself sets.
void CProgram::forgetAssigned(const ProcessHistory::Done& done) {
    const auto forget = [this](const Action& action) {
        values_.erase(std::string(splitTarget(action.target).variable));
        if (action.call) values_.erase(std::string(filledVariable(*action.call)));
    };
    forget(done.action);
    for (const Action& action : done.more)
        forget(action);
}

std::string CProgram::opening() const {
    const std::string label = history_.label.empty() ? "" : " (" + inComment(history_.label) + ")";
    const std::string family = family_.empty() ? "" : ", and its children:" + family_;
    std::string text = fmt::format("/* What process {}{} did, call by call{}. */\n",
                                   inComment(history_.letter), label, family);
    for (const std::string& name : gnuNames_)
        text += fmt::format("/* {} is Linux's own: its header has it with _GNU_SOURCE only. */\n",
                            name);
    if (!gnuNames_.empty()) text += "#define _GNU_SOURCE\n";
    for (const std::string& header : headers_)
        text += fmt::format("#include <{}>\n", header);
    if (hasMessages_)
        text += fmt::format("\nstruct message {{\n    long mtype;\n    char mtext[{}];\n}};\n",
                            textRoom_);
    if (hasHandler_)
        text += "\n/* It does nothing, but a call that it interrupts returns EINTR. */\n"
                "static void onSignal(int signum)\n{\n    (void)signum;\n}\n";
    if (hasPause_)
        text += "\n/* Sleeps until so long after the last time. */\n"
                "static void untilNext(struct timespec *next, long ms)\n{\n"
                "    next->tv_sec += ms / 1000;\n"
                "    next->tv_nsec += ms % 1000 * 1000000;\n"
                "    if (next->tv_nsec >= 1000000000) {\n"
                "        next->tv_sec++;\n"
                "        next->tv_nsec -= 1000000000;\n"
                "    }\n"
                "    while (clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, next, NULL) != 0)\n"
                "        ; /* a signal came */\n}\n";
    return text;
}

std::string CProgram::mainHead() const {
    if (argumentOrder_.empty()) return "\nint main(void)\n{\n";
    std::string usage;
    for (const std::string& name : argumentOrder_)
        usage += " " + name;
    std::string text = "\nint main(int argc, char **argv)\n{\n";
    text += fmt::format("    if (argc != {}) {{\n        fprintf(stderr, \"usage: %s{}\\n\", "
                        "argv[0]);\n        return 2;\n    }}\n",
                        argumentOrder_.size() + 1, usage);
    for (std::size_t i = 0; i < argumentOrder_.size(); ++i)
        text += fmt::format("    int {} = atoi(argv[{}]);\n",
                            arguments_.find(argumentOrder_[i])->second, i + 1);
    return text;
}

std::string CProgram::declarations() const {
    std::string text;
    for (const auto& [key, variable] : variables_) {
        const std::string& name = variable.cname;
        switch (variable.kind) {
        case Kind::Number:
            text += fmt::format("    {} {} = {};\n",
                                variable.isWide || !variable.fromCall ? "long" : "int", name,
                                variable.fromCall ? -1 : 0);
            break;
        case Kind::Text:
            text += fmt::format("    char {}[{}] = \"\";\n", name,
                                variable.room > 0 ? variable.room : textRoom_);
            break;
        case Kind::Message:
            text += fmt::format("    struct message {} = {{0}};\n", name);
            break;
        case Kind::Stat:
            text += fmt::format("    struct msqid_ds {} = {{0}};\n", name);
            break;
        case Kind::Segment:
            text += fmt::format("    struct shmid_ds {} = {{0}};\n", name);
            break;
        case Kind::Array:
            text += fmt::format("    int {}[{}] = {{0}};\n", name, variable.items);
            break;
        case Kind::Pointer:
            text += fmt::format("    char *{} = NULL;\n", name);
            break;
        }
    }
    return text.empty() ? text : text + "\n";
}

/// What was set and never used, so that the compiler does not wonder.
std::string CProgram::ending() const {
    std::string text;
    for (const auto& [key, cname] : arguments_)
        if (!body_.contains(cname)) text += fmt::format("    (void){}; /* not used */\n", cname);
    for (const auto& [key, variable] : variables_)
        if (!variable.isRead || !usesName(body_, variable.cname))
            text += fmt::format("    (void){}; /* not used */\n", variable.cname);
    return text + "    return 0;\n}\n";
}

std::string CProgram::render() {
    headers_.insert("stdio.h");
    for (const ProcessHistory::Done& one : history_.done)
        done(one);
    for (const auto& [key, variable] : variables_)
        if (variable.kind == Kind::Stat)
            headers_.insert("sys/msg.h");
        else if (variable.kind == Kind::Segment)
            headers_.insert("sys/shm.h");
    return opening() + mainHead() + declarations() + body_ + ending();
}

std::string renderC(const ProcessHistory& history) {
    return CProgram(history).render();
}

} // namespace ipclab
