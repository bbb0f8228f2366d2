#pragma once

#include "engine/call/catalogue.h"
#include "engine/call/language.h"

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace ipclab {

/// Queues and segments that a session called by their numbers. A number names another object in the
/// next run, and a script may not name one that way: so the object gets a variable, by its key.
class ObjectNames {
public:
    /// An object as the kernel knows it; `kind` is QueueId or SegmentId.
    void seen(ParameterKind kind, std::int32_t id, std::int32_t key);

    /// Puts the variables in place of the numbers. Gives the lines that have to stand in front, so
    /// that each process that makes the statement has them. An object without a key, or that
    /// nobody has seen, stays a number.
    [[nodiscard]] std::vector<Statement> replaceIn(Statement& statement);

private:
    using Object = std::pair<ParameterKind, std::int32_t>;
    [[nodiscard]] const std::string& variableFor(const Object& object);

    std::map<Object, std::int32_t> keys_;
    std::map<Object, std::string> variables_;
    std::set<std::pair<std::string, std::string>> got_; ///< letter and variable
};

} // namespace ipclab
