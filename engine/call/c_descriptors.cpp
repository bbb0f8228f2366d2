// Pipes, descriptors, files, processes and segments in the C program.
#include "engine/call/c_program.h"
#include "engine/call/catalogue.h"
#include "engine/call/evaluate.h"

#include <array>
#include <fmt/format.h>
#include <linux/shm.h>

namespace ipclab {

bool CProgram::makeOther(const Call& call, const Target& target) {
    const std::string_view mechanism = entryOf(call.id).mechanism;
    if (mechanism == "shared memory") return segmentCall(call, target);
    if (mechanism == "memory") return memoryCall(call, target);
    if (mechanism == "process") return processCall(call, target);
    if (mechanism == "pipe") return descriptorCall(call, target);
    return fileCall(call, target);
}

bool CProgram::descriptorCall(const Call& call, const Target& target) {
    const auto& args = call.args;
    switch (call.id) {
    case CallId::Pipe:
    case CallId::Pipe2:
        return pipe(call, target);
    case CallId::Read:
        return read(call, target);
    case CallId::Write:
        return write(call, target);
    case CallId::Lseek:
        checked(call, target,
                fmt::format("lseek({}, {}, {})", intNumber(args[0]), number(args[1]),
                            intNumber(args[2])));
        return true;
    default:
        break; // close, dup, dup2, fcntl: nothing but ints
    }
    std::string list;
    for (const Expr& each : args)
        list += (list.empty() ? "" : ", ") + intNumber(each);
    checked(call, target, fmt::format("{}({})", entryOf(call.id).name, list));
    return true;
}

bool CProgram::pipe(const Call& call, const Target& target) {
    const std::string name(filledVariable(call));
    if (name.empty() || (kinds_.contains(name) && kinds_.find(name)->second == Kind::Pointer))
        return false;
    const std::string flags = call.id == CallId::Pipe2 ? ", " + intNumber(call.args[1]) : "";
    if (!flags.empty()) gnuNames_.insert("pipe2");
    const std::string array = read(name, Kind::Array);
    kinds_.insert_or_assign(name, Kind::Array);
    values_.erase(name);
    checked(call, target, fmt::format("{}({}{})", entryOf(call.id).name, array, flags));
    return true;
}

bool CProgram::read(const Call& call, const Target& target) {
    const auto& args = call.args;
    const std::string name(filledVariable(call));
    const auto known = kinds_.find(name);
    const bool isText = !name.empty() && (known == kinds_.end() || known->second == Kind::Text);
    openBlock();
    const auto to = isText ? std::optional(read(name, Kind::Text)) : address(args[1]);
    if (to) {
        if (isText) textHolds(name, sizeBound(args[2]));
        if (isText) roomFor(sizeBound(args[2]) + 1);
        line(fmt::format("ssize_t got = read({}, {}, {});", intNumber(args[0]), *to,
                         count(args[2])));
        line("if (got == -1)");
        line("    perror(\"read\");");
        line("else");
        line(fmt::format("    printf(\"read: %zd bytes: %.*s\\n\", got, (int)got, {});", *to));
        if (isText) {
            line(fmt::format("if (got >= 0 && got < (ssize_t)sizeof({}))", *to));
            line(fmt::format("    {}[got] = '\\0';", *to));
        }
        if (isKept(target)) line(fmt::format("{} = got;", into(target, true)));
    } else {
        notMade(call);
    }
    closeBlock();
    if (isText) {
        kinds_.insert_or_assign(name, Kind::Text);
        values_.erase(name);
    }
    return true;
}

bool CProgram::write(const Call& call, const Target& target) {
    const auto& args = call.args;
    openBlock();
    if (const auto from = source(args[1], &args[2]))
        checked(call, target,
                fmt::format("write({}, {}, {})", intNumber(args[0]), *from, count(args[2])));
    else
        notMade(call);
    closeBlock();
    return true;
}

bool CProgram::fileCall(const Call& call, const Target& target) {
    const auto& args = call.args;
    const auto name = path(args[0]);
    if (!name) return false;
    std::string list = *name;
    const bool isTwo =
        call.id == CallId::Link || call.id == CallId::Symlink || call.id == CallId::Rename;
    for (std::size_t i = 1; i < args.size(); ++i) {
        const auto second = isTwo ? path(args[i]) : std::optional(intNumber(args[i]));
        if (!second) return false;
        list += ", " + *second;
    }
    // With O_CREAT the mode must be there; the compiler knows.
    if (call.id == CallId::Open && args.size() == 2) list += ", 0";
    checked(call, target, fmt::format("{}({})", entryOf(call.id).name, list));
    return true;
}

bool CProgram::processCall(const Call& call, const Target& target) {
    const auto& args = call.args;
    if (call.id == CallId::Exit) {
        line(fmt::format("exit({});", intNumber(args[0])));
        return true;
    }
    if (call.id == CallId::Fork) {
        fork(target);
        return true;
    }
    openBlock();
    if (call.id == CallId::Wait) {
        const std::string status(filledVariable(call));
        const bool isKept = !status.empty() && (!kinds_.contains(status) ||
                                                kinds_.find(status)->second == Kind::Number);
        if (isKept) line("int how = 0;");
        checked(call, target, isKept ? "wait(&how)" : "wait(NULL)");
        if (isKept) {
            Variable& kept = variable(status, Kind::Number);
            kept.isWide = true;
            line(fmt::format("{} = how;", kept.cname));
            kinds_.insert_or_assign(status, Kind::Number);
            values_.erase(status);
        }
    } else {
        const Expr& limits = pointee(args[1]);
        const bool isPair =
            (limits.kind == Expr::Kind::List || limits.kind == Expr::Kind::Fields) &&
            limits.parts.size() == 2;
        const bool swapped = isPair && !limits.names.empty() && limits.names[0] == "rlim_max";
        if (isPair) {
            line(fmt::format("struct rlimit limit = {{(rlim_t)({}), (rlim_t)({})}};",
                             number(limits.parts[swapped ? 1 : 0]),
                             number(limits.parts[swapped ? 0 : 1])));
            // The C library's resources may be an enum of their own.
            checked(call, target, fmt::format("setrlimit((int)({}), &limit)", number(args[0])));
        } else {
            notMade(call);
        }
    }
    closeBlock();
    return true;
}

bool CProgram::segmentCall(const Call& call, const Target& target) {
    const auto& args = call.args;
    if (call.id == CallId::Shmat) return shmat(call, target);
    if (call.id == CallId::Shmctl) return shmctl(call, target);
    if (call.id == CallId::Shmget) {
        checked(call, target,
                fmt::format("shmget({}, (size_t)({}), {})", intNumber(args[0], "key_t"),
                            number(args[1]), intNumber(args[2])));
        return true;
    }
    openBlock();
    if (const auto at = address(args[0])) {
        std::string list = *at;
        if (args.size() > 1) list += fmt::format(", (size_t)({})", number(args[1]));
        if (args.size() > 2) list += ", " + intNumber(args[2]);
        checked(call, target, fmt::format("{}({})", entryOf(call.id).name, list));
    } else {
        notMade(call);
    }
    closeBlock();
    return true;
}

bool CProgram::shmat(const Call& call, const Target& target) {
    const auto& args = call.args;
    const std::string name(target.variable);
    openBlock();
    const auto at = address(args[1]);
    if (!at) {
        notMade(call);
    } else {
        line(fmt::format("char *got = shmat({}, {}, {});", intNumber(args[0]), *at,
                         intNumber(args[2])));
        line("if (got == (char *)-1)");
        line("    perror(\"shmat\");");
    }
    if (at && !name.empty() && target.member.empty()) {
        line(fmt::format("{} = got;", variable(name, Kind::Pointer).cname));
        kinds_.insert_or_assign(name, Kind::Pointer);
        pointers_.try_emplace(name);
        values_.erase(name);
    }
    closeBlock();
    return true;
}

bool CProgram::shmctl(const Call& call, const Target& target) {
    const auto& args = call.args;
    const std::string head = fmt::format("shmctl({}, {}, ", intNumber(args[0]), intNumber(args[1]));
    const Expr& buffer = pointee(args[2]);
    const bool isBehind = &buffer != &withoutCasts(args[2]);
    if (buffer.kind == Expr::Kind::List) return false;
    openBlock();
    if (buffer.kind == Expr::Kind::Fields) {
        line("struct shmid_ds change = {0};");
        line(fmt::format("if ({}IPC_STAT, &change) == -1) /* for the other fields */",
                         head.substr(0, head.find(", ") + 2)));
        line("    perror(\"shmctl\");");
        for (std::size_t i = 0; i < buffer.parts.size(); ++i)
            if (buffer.names[i].starts_with("shm_perm."))
                line(fmt::format("change.{} = {};", buffer.names[i],
                                 owner("msg_perm." + buffer.names[i].substr(9), buffer.parts[i])));
        checked(call, target, head + "&change)");
    } else if (isBehind && buffer.kind == Expr::Kind::Name) {
        const std::string name = read(buffer.text, Kind::Segment);
        kinds_.insert_or_assign(buffer.text, Kind::Segment);
        values_.erase(buffer.text);
        checked(call, target, fmt::format("{}&{})", head, name));
    } else if (const auto at = address(args[2])) {
        checked(call, target, fmt::format("{}(void *){})", head, *at));
    } else {
        notMade(call);
    }
    closeBlock();
    return true;
}

} // namespace ipclab
