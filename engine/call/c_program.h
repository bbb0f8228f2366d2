#pragma once

#include "engine/call/c_names.h"
#include "engine/call/c_source.h"
#include "engine/call/language.h"
#include "engine/call/member.h"

#include <map>
#include <set>

namespace ipclab {

/// A C program in the making: the body is written first, and collects what has to stand above it.
class CProgram {
public:
    /// A variable of the language may change its kind; in C each kind is a variable of its own.
    enum class Kind : std::uint8_t { Number, Text, Message, Stat };

    explicit CProgram(const ProcessHistory& history) : history_(history) {}
    std::string render();

private:
    struct Variable {
        std::string cname;
        Kind kind = Kind::Number;
        bool isRead = false;
        bool fromCall = false; ///< holds results of calls that return int
        bool isWide = false;   ///< holds anything else, so it is a long
    };

    // c_source.cpp: the program as a whole
    void done(const ProcessHistory::Done& done);
    void forgetAssigned(const ProcessHistory::Done& done);
    [[nodiscard]] std::string opening() const;
    [[nodiscard]] std::string mainHead() const;
    [[nodiscard]] std::string declarations() const;
    [[nodiscard]] std::string ending() const;
    void line(std::string_view text);
    void openBlock(std::string_view head = {});
    void closeBlock();

    // c_variables.cpp: names and what they hold
    Variable& variable(const std::string& name, Kind kind);
    std::string read(const std::string& name, Kind kind);
    [[nodiscard]] Kind kindOf(const Expr& expr) const;
    [[nodiscard]] Scope known() const;
    void remember(const std::string& target, const Expr& value);
    std::string argument(std::string_view use, std::string_view name);

    // c_expression.cpp: expressions of numbers
    Expr inC(const Expr& expr);
    Expr folded(const Expr& expr);
    Expr nameInC(const Expr& expr);
    Expr sizeofInC(const Expr& expr);
    std::string number(const Expr& expr);
    std::string intNumber(const Expr& expr, std::string_view ctype = "int");
    std::string owner(std::string_view member, const Expr& expr);
    std::size_t sizeBound(const Expr& expr) const;

    // c_assign.cpp: assignments, messages and texts
    void assign(const std::string& target, const Expr& value);
    void assignMember(const std::string& target, const Expr& value);
    void assignText(const std::string& destination, const Expr& expr);
    void declareMessage(const Expr& braces);
    void assignMessage(const std::string& destination, const Expr& expr);
    void assignFields(const std::string& destination, const Expr& fields);
    void repeatedText(const std::string& destination, const Expr& product);
    void roomFor(std::size_t bytes);

    // c_calls.cpp: one method per call
    void make(const Call& call, const std::string& target);
    void checked(const Call& call, const Target& target, const std::string& text);
    std::string message(const Expr& argument);
    void msgget(const Call& call, const Target& target);
    void msgsnd(const Call& call, const Target& target);
    void msgrcv(const Call& call, const Target& target);
    void msgctl(const Call& call, const Target& target);
    void setFields(const Call& call, const Target& target, const Expr& fields);
    void kill(const Call& call, const Target& target);
    void sigaction(const Call& call, const Target& target);

    const ProcessHistory& history_;
    CNames names_;
    std::map<std::pair<std::string, Kind>, Variable> variables_;
    std::map<std::string, Kind, std::less<>> kinds_;            ///< what each variable holds now
    std::map<std::string, Value, std::less<>> values_;          ///< where that is certain
    std::map<std::string, std::string, std::less<>> arguments_; ///< "PID_OF_B" → C variable
    std::vector<std::string> argumentOrder_;
    std::set<std::string, std::less<>> headers_;
    std::set<std::string, std::less<>> gnuNames_; ///< flags that need _GNU_SOURCE
    std::size_t textRoom_ = 1;
    bool hasMessages_ = false;
    bool hasHandler_ = false;
    int depth_ = 1;
    std::string body_;
};

/// A string literal that no C compiler warns about.
[[nodiscard]] std::string cString(std::string_view bytes);

/// The text as it may stand in a C comment.
[[nodiscard]] std::string inComment(std::string_view text);

} // namespace ipclab
