#include "engine/world/variables.h"

#include "engine/call/copied.h"
#include "engine/call/member.h"
#include "engine/call/stored.h"

namespace ipclab {

namespace {

const Value* heldBy(const Process& process, std::string_view variable) {
    const auto found = process.variables.find(variable);
    return found == process.variables.end() ? nullptr : &found->second;
}

IntArray descriptorsOf(const event::Returned& returned) {
    IntArray array;
    for (const event::OpenedFile& opened : returned.files)
        array.items.push_back(opened.fd);
    return array;
}

/// Bytes that were read or copied into a variable, or into its member: sbuf.mtext.
void storeBytes(Process& process, const Call& call, const CallOutcome& done,
                const event::Returned& returned) {
    std::string target(filledVariable(call));
    const Value* before = heldBy(process, target);
    // At the end of a file a read leaves the buffer as it was.
    if (returned.call == CallId::Read && returned.result == 0 && before) return;
    Result<Value> member;
    if (const std::string_view name = filledMember(call); !name.empty()) {
        target.append(".").append(name);
        if (before) member = memberOf(*before, name);
        before = before && member ? &*member : nullptr;
    }
    storeVariable(process, target, filledValue(done.call, before, returned.data));
}

/// What the call wrote through a pointer.
void storeFilled(Process& process, const Call& call, const CallOutcome& done,
                 const event::Returned& returned) {
    const std::string_view filled = filledVariable(call);
    if (filled.empty() || (done.call.flags & rawAddress) != 0) return;
    switch (returned.call) {
    case CallId::Msgrcv:
        return storeVariable(process, filled, MessageBuffer{returned.mtype, returned.data});
    case CallId::Msgctl:
        if (returned.stat) storeVariable(process, filled, *returned.stat);
        return;
    case CallId::Shmctl:
        if (returned.segment) storeVariable(process, filled, *returned.segment);
        return;
    case CallId::Pipe:
    case CallId::Pipe2:
        return storeVariable(process, filled, descriptorsOf(returned));
    case CallId::Wait:
        return storeVariable(process, filled, returned.detail);
    case CallId::Read:
        return storeBytes(process, call, done, returned);
    default:
        if ((done.call.flags & intoVariable) != 0) storeBytes(process, call, done, returned);
    }
}

} // namespace

/// Whole variables are overwritten in place: a repeat does this a million times a second.
void storeVariable(Process& process, std::string_view target, const Value& value) {
    const Target place = splitTarget(target);
    const auto found = process.variables.find(place.variable);
    const bool known = found != process.variables.end();
    if (place.member.empty() && known) {
        found->second = value;
        return;
    }
    auto whole = assigned(known ? &found->second : nullptr, target, value);
    if (whole) process.variables[std::string(place.variable)] = std::move(*whole);
}

void storeResults(Process& process, const Action& action, const CallOutcome& done,
                  const event::Returned& returned) {
    if (returned.refused) return;
    if (action.call && returned.result >= 0) storeFilled(process, *action.call, done, returned);
    if (!action.target.empty())
        storeVariable(process, action.target,
                      storedResult(action, heldBy(process, action.target), returned.result));
}

} // namespace ipclab
