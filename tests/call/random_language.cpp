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

Expr RandomLanguage::expression(int depth) {
    if (depth <= 0) return leaf();
    switch (below(10)) {
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
    case 7: {
        Expr cast = around(Expr::Kind::Cast, expression(depth - 1));
        cast.text = below(2) == 0 ? "const struct msqid_ds *" : "unsigned long";
        return cast;
    }
    case 8:
        return around(Expr::Kind::AddressOf, braces(depth));
    default: {
        Expr named;
        named.kind = Expr::Kind::Name;
        named.text = "ds";
        Expr member = around(Expr::Kind::Member, std::move(named));
        member.text = "msg_perm.uid";
        return member;
    }
    }
}

Call RandomLanguage::call() {
    Call call;
    call.id = static_cast<CallId>(below(callCount));
    for (std::size_t i = 0; i < entryOf(call.id).parameters.size(); ++i)
        call.args.push_back(expression(below(4)));
    return call;
}

Action RandomLanguage::action() {
    Action action;
    if (below(2) == 0) action.target = below(2) == 0 ? "q" : "ds.msg_qbytes";
    if (action.target.empty() || below(2) == 0)
        action.call = call();
    else
        action.value = expression(below(4));
    return action;
}

Expectation RandomLanguage::expectation() {
    Expectation expectation;
    expectation.kind = static_cast<Expectation::Kind>(below(3));
    if (expectation.kind == Expectation::Kind::Killed) expectation.signal = SIGUSR1;
    if (expectation.kind != Expectation::Kind::Returns) return expectation;
    expectation.result = below(4) - 1;
    if (expectation.result == -1 && below(2) == 0) expectation.error = EIDRM;
    if (expectation.result > 0 && below(2) == 0)
        expectation.message = MessageBuffer{below(9) - 4, bytes()};
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
    const int form = below(6);
    if (form == 0) {
        statement.kind = Statement::Kind::Declare;
        statement.declaration = {.letter = "C", .label = bytes(), .user = "bob", .at = {}};
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
