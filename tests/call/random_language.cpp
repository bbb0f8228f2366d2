#include "tests/call/random_language.h"

#include "engine/call/catalogue.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <limits>

namespace ipclab::test {

std::string RandomLanguage::bytes() {
    std::string text;
    for (int left = below(8); left > 0; --left) {
        // Bytes of all kinds, but often those that an escape has to end before.
        constexpr std::array special{'\0', '"', '\\', '?', '7', '\n', '\x7f', 'x'};
        text += below(2) == 0 ? special[static_cast<std::size_t>(below(special.size()))]
                              : static_cast<char>(below(256));
    }
    return text + (below(4) == 0 ? "한\u202e" : "");
}

std::string RandomLanguage::name() {
    constexpr std::array names{"q", "sbuf", "rbuf", "n", "MSGSZ", "_x1", "IPC_NOWAIT", "B"};
    return names[static_cast<std::size_t>(below(names.size()))];
}

Expr RandomLanguage::leaf() {
    Expr expr;
    switch (below(5)) {
    case 0:
        expr.kind = Expr::Kind::Null;
        break;
    case 1:
        expr.kind = Expr::Kind::Name;
        expr.text = name();
        break;
    case 2:
        expr.kind = Expr::Kind::String;
        expr.text = bytes();
        break;
    default:
        expr.base = static_cast<NumberBase>(below(3));
        expr.number = std::array<std::int64_t, 5>{
            0, 1, below(100000), -below(100),
            std::numeric_limits<std::int64_t>::min()}[static_cast<std::size_t>(below(5))];
        // "0" is decimal; 00 is the octal one and is not worth a line of its own here.
        if (expr.number == 0 && expr.base == NumberBase::Octal) expr.base = NumberBase::Decimal;
    }
    return expr;
}

Expr RandomLanguage::chain(Expr::Kind kind, int depth) {
    Expr expr;
    expr.kind = kind;
    for (int parts = 2 + below(3); parts > 0; --parts)
        expr.parts.push_back(expression(depth - 1));
    return expr;
}

Expr RandomLanguage::around(Expr::Kind kind, Expr part) {
    Expr expr;
    expr.kind = kind;
    expr.parts.push_back(std::move(part));
    return expr;
}

Expr RandomLanguage::braces(int depth) {
    Expr expr = chain(below(2) == 0 ? Expr::Kind::List : Expr::Kind::Fields, depth);
    if (expr.kind == Expr::Kind::Fields)
        for (std::size_t i = 0; i < expr.parts.size(); ++i)
            expr.names.emplace_back(i % 2 == 0 ? "msg_perm.mode" : "msg_qbytes");
    return expr;
}

Expr RandomLanguage::cast(int depth) {
    constexpr std::array types{"const struct msqid_ds *", "unsigned long", "int *", "char[64]",
                               "struct shmid_ds *"};
    Expr cast = around(Expr::Kind::Cast, expression(depth - 1));
    cast.text = types[static_cast<std::size_t>(below(types.size()))];
    return cast;
}

Expr RandomLanguage::member() {
    Expr named;
    named.kind = Expr::Kind::Name;
    named.text = "ds";
    Expr member = around(Expr::Kind::Member, std::move(named));
    member.text = below(2) == 0 ? "msg_perm.uid" : "shm_nattch";
    return member;
}

Expr RandomLanguage::function(int depth) {
    Expr function = around(Expr::Kind::Function, expression(depth - 1));
    function.text = below(2) == 0 ? "strlen" : "WEXITSTATUS";
    return function;
}

Expr RandomLanguage::index(Expr base, int depth) {
    Expr index = around(Expr::Kind::Index, std::move(base));
    index.parts.push_back(expression(depth - 1));
    return index;
}

/// *p, p[3] or (p + 3)[0].
Expr RandomLanguage::place(int depth) {
    Expr pointer;
    pointer.kind = Expr::Kind::Name;
    pointer.text = "p";
    if (below(2) == 0) pointer = chain(Expr::Kind::Sum, depth);
    if (below(2) == 0) {
        pointer = around(Expr::Kind::Cast, std::move(pointer));
        pointer.text = "int *";
    }
    if (below(2) == 0) return around(Expr::Kind::Deref, std::move(pointer));
    return index(std::move(pointer), depth);
}

Expr RandomLanguage::expression(int depth) {
    if (depth <= 0) return leaf();
    switch (below(14)) {
    case 0:
        return chain(Expr::Kind::Or, depth);
    case 1:
        return chain(Expr::Kind::Sum, depth);
    case 2:
        return chain(Expr::Kind::Product, depth);
    case 3:
        return around(Expr::Kind::Negative, expression(depth - 1));
    case 4:
        return around(Expr::Kind::Complement, expression(depth - 1));
    case 5:
        return around(Expr::Kind::Sizeof, expression(depth - 1));
    case 6:
        return braces(depth);
    case 7:
        return cast(depth);
    case 8:
        return around(Expr::Kind::AddressOf, below(2) == 0 ? braces(depth) : place(depth));
    case 9:
        return around(Expr::Kind::Deref, expression(depth - 1));
    case 10:
        return index(expression(depth - 1), depth);
    case 11:
        return function(depth);
    case 12:
        return place(depth);
    default:
        return member();
    }
}

Call RandomLanguage::call() {
    Call call;
    do
        call.id = static_cast<CallId>(below(callCount));
    while (call.id == CallId::Load || call.id == CallId::Store);
    for (std::size_t i = 0; i < entryOf(call.id).parameters.size(); ++i)
        call.args.push_back(expression(below(4)));
    return call;
}

/// A store, a load, or a declaration without a value.
Action RandomLanguage::memory() {
    Action action;
    switch (below(3)) {
    case 0:
        action.call = Call{CallId::Store, {}, "=+-|&^"[below(6)]};
        action.call->args = {place(below(3)), expression(below(3))};
        break;
    case 1:
        action.target = "n";
        if (below(2) == 0) action.cast = "unsigned char";
        if (below(2) == 0) action.type = "int";
        action.call = Call{CallId::Load, {}, '='};
        action.call->args = {place(below(3))};
        break;
    default:
        constexpr std::array types{"int[2]", "char[64]", "struct msgbuf", "int *", "key_t"};
        action.target = "buf";
        action.type = types[static_cast<std::size_t>(below(types.size()))];
    }
    return action;
}

Action RandomLanguage::action() {
    if (below(3) == 0) return memory();
    Action action;
    constexpr std::array targets{"q", "ds.msg_qbytes", "fd[1]"};
    const int target = below(6);
    if (target < 3) action.target = targets[static_cast<std::size_t>(target)];
    if (action.target.empty() || target == 2 || below(2) == 0) {
        // strlen is stored as a value, also in an item of an array.
        do
            action.call = call();
        while (target == 2 && action.call->id == CallId::Strlen);
        if (below(3) == 0) action.cast = "char *";
    } else {
        action.value = plain(expression(below(4)));
    }
    if (action.target == "q" && below(3) == 0) action.type = "long";
    return action;
}

/// An expression that is no load and no call when it stands alone.
Expr RandomLanguage::plain(Expr value) {
    const Expr& inner = value.kind == Expr::Kind::Cast ? value.parts[0] : value;
    const bool isPlace = inner.kind == Expr::Kind::Deref || inner.kind == Expr::Kind::Index;
    const bool isCall = inner.kind == Expr::Kind::Function && inner.text == "strlen";
    return isPlace || isCall ? around(Expr::Kind::Negative, std::move(value)) : value;
}

Expectation RandomLanguage::expectation() {
    Expectation expectation;
    expectation.kind = static_cast<Expectation::Kind>(below(3));
    if (expectation.kind == Expectation::Kind::Killed) expectation.signal = SIGUSR1;
    if (expectation.kind != Expectation::Kind::Returns) return expectation;
    expectation.result = below(4) - 1;
    if (below(3) == 0) {
        expectation.compare = static_cast<Expectation::Compare>(below(6));
        return expectation;
    }
    if (below(4) == 0) {
        expectation.result = 0;
        expectation.value = member();
        return expectation;
    }
    if (expectation.result == -1 && below(2) == 0) expectation.error = EIDRM;
    if (expectation.result > 0 && below(2) == 0)
        expectation.message = MessageBuffer{below(9) - 4, bytes()};
    else if (expectation.result > 0 && below(2) == 0)
        expectation.text = bytes();
    return expectation;
}

Statement RandomLanguage::repeat() {
    Statement statement;
    statement.repeated = true;
    statement.times = static_cast<std::uint64_t>(1 + below(1'000'000'000));
    if (below(2) == 0) statement.everyMs = static_cast<std::uint64_t>(1 + below(1000));
    for (int actions = 1 + below(3); actions > 0; --actions)
        statement.actions.push_back(action());
    return statement;
}

Statement RandomLanguage::statement() {
    Statement statement;
    const int form = below(7);
    if (form == 0) {
        statement.kind = Statement::Kind::Declare;
        statement.declaration = {.letter = "C", .label = bytes(), .user = "bob", .at = {}};
        return statement;
    }
    if (form == 6) {
        statement.kind = Statement::Kind::Signal;
        statement.processes = {"parent"};
        statement.signal = 1 + below(31);
        return statement;
    }
    if (form == 1)
        statement = repeat();
    else if (form == 2)
        statement.kind = Statement::Kind::Await;
    else
        statement.actions.push_back(action());
    statement.processes = {"A"};
    if (below(3) == 0) statement.processes.emplace_back("parent");
    const bool isAssignment = !statement.actions.empty() && !statement.actions.back().call;
    if (below(2) == 0 && !isAssignment) statement.expectation = expectation();
    // A sleeping call that goes on sleeping does not return.
    if (statement.kind == Statement::Kind::Await && statement.expectation &&
        statement.expectation->kind == Expectation::Kind::Blocks)
        statement.expectation.reset();
    return statement;
}

} // namespace ipclab::test
