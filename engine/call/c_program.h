#pragma once

#include "engine/call/c_names.h"
#include "engine/call/c_source.h"
#include "engine/call/language.h"
#include "engine/call/member.h"
#include "engine/call/printf.h"

#include <map>
#include <optional>
#include <set>

namespace ipclab {

/// A C program in the making: the body is written first, and collects what has to stand above it.
class CProgram {
public:
    /// A variable of the language may change its kind; in C each kind is a variable of its own.
    enum class Kind : std::uint8_t { Number, Text, Message, Stat, Segment, Array, Pointer };

    explicit CProgram(const ProcessHistory& history) : history_(history), self_(&history) {}
    std::string render();

private:
    struct Variable {
        std::string cname;
        Kind kind = Kind::Number;
        bool isRead = false;
        bool fromCall = false; ///< holds results of calls that return int
        bool isWide = false;   ///< holds anything else, so it is a long
        std::size_t items = 2; ///< of an Array
        std::size_t room = 0;  ///< of a Text, as declared; 0: as much as any text needs
    };
    /// An address in C: text of the type char *, and what it points at.
    struct PointerInC {
        std::string text;
        std::uint8_t width = 1;
        bool isSigned = true;
    };

    // c_source.cpp: the program as a whole
    void done(const ProcessHistory::Done& done);
    void forgetAssigned(const ProcessHistory::Done& done);
    void openPause();
    [[nodiscard]] std::string opening() const;
    [[nodiscard]] std::string mainHead() const;
    [[nodiscard]] std::string declarations() const;
    [[nodiscard]] std::string ending() const;
    void line(std::string_view text);
    void openBlock(std::string_view head = {});
    void closeBlock();

    // c_fork.cpp: what the children did
    void fork(const Target& target);
    void children();
    void child(const ProcessHistory& history);

    // c_variables.cpp: names and what they hold
    Variable& variable(const std::string& name, Kind kind);
    std::string read(const std::string& name, Kind kind);
    [[nodiscard]] Kind kindOf(const Expr& expr) const;
    [[nodiscard]] static Kind kindOfMember(std::string_view member);
    [[nodiscard]] Scope known() const;
    void remember(const std::string& target, const Expr& value);
    std::string argument(std::string_view use, std::string_view name);

    void declare(const Action& action);
    void storedInto(const Action& action);

    // c_pointer.cpp: addresses and what stands there
    std::optional<PointerInC> pointer(const Expr& expr);
    std::optional<PointerInC> movedPointer(const Expr& sum);
    std::optional<std::string> place(const Expr& expr);
    std::optional<std::string> element(const Expr& expr);
    std::optional<std::string> address(const Expr& expr);
    std::optional<std::string> source(const Expr& expr, const Expr* count);
    std::string count(const Expr& expr);
    std::optional<std::string> path(const Expr& expr);

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
    void assignElement(const Target& target, const Expr& value);
    void assignText(const std::string& destination, const Expr& expr);
    void declareMessage(const Expr& braces);
    void assignMessage(const std::string& destination, const Expr& expr);
    void assignFields(const std::string& destination, const Expr& fields);
    void repeatedText(const std::string& destination, const Expr& product);
    void roomFor(std::size_t bytes);
    void textHolds(const std::string& name, std::size_t bytes);

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
    void notMade(const Call& call);
    void gives(const Target& target, const std::string& text);
    [[nodiscard]] static bool isKept(const Target& target);
    std::string into(const Target& target, bool isWide);
    std::string item(const Target& target);

    // c_descriptors.cpp, c_memory.cpp: the same for the other mechanisms; false for a call that
    // cannot be written
    bool makeOther(const Call& call, const Target& target);
    bool descriptorCall(const Call& call, const Target& target);
    bool pipe(const Call& call, const Target& target);
    bool read(const Call& call, const Target& target);
    bool write(const Call& call, const Target& target);
    bool fileCall(const Call& call, const Target& target);
    bool processCall(const Call& call, const Target& target);
    bool segmentCall(const Call& call, const Target& target);
    bool shmat(const Call& call, const Target& target);
    bool shmctl(const Call& call, const Target& target);
    bool memoryCall(const Call& call, const Target& target);
    bool copy(const Call& call, const Target& target);
    bool printed(const Call& call, const Target& target);
    std::optional<std::string> printedValue(const Expr& expr, const FormatPiece& piece);
    void sigaction(const Call& call, const Target& target);

    const ProcessHistory& history_;
    const ProcessHistory* self_;                  ///< whose lines are being written: it, or a child
    const ProcessHistory* parent_ = nullptr;      ///< of `self_`, where that is known
    const ProcessHistory::Done* doing_ = nullptr; ///< the line that is being written
    std::size_t doingAction_ = 0;                 ///< and which of its actions
    std::string family_;                          ///< the letters of all children
    CNames names_;
    std::map<std::pair<std::string, Kind>, Variable> variables_;
    std::map<std::string, PointerInC, std::less<>> pointers_;   ///< what each pointer points at
    std::map<std::string, Kind, std::less<>> kinds_;            ///< what each variable holds now
    std::map<std::string, Value, std::less<>> values_;          ///< where that is certain
    std::map<std::string, std::string, std::less<>> arguments_; ///< "PID_OF_B" → C variable
    std::vector<std::string> argumentOrder_;
    std::set<std::string, std::less<>> headers_;
    std::set<std::string, std::less<>> gnuNames_; ///< flags that need _GNU_SOURCE
    std::size_t textRoom_ = 1;
    bool hasMessages_ = false;
    bool hasHandler_ = false;
    bool hasPause_ = false;
    int depth_ = 1;
    std::string body_;
};

/// A string literal that no C compiler warns about.
[[nodiscard]] std::string cString(std::string_view bytes);

/// The text as it may stand in a C comment.
[[nodiscard]] std::string inComment(std::string_view text);

} // namespace ipclab
