// panels: the event log, the C source, the kernel's own tables, and the lesson's page.
#pragma once

#include "gui/bridge/frame.h"

#include <QString>
#include <map>
#include <optional>

namespace ipclab {

enum class LogKind : std::uint8_t { Call, Sleep, Process, Store, Outside, Notice, LeftOut };

/// One line of the log, small enough to keep many: its words are made when they are seen.
struct LogRow {
    std::uint64_t index = 0; ///< its event's place in the journal
    std::int64_t timeNs = 0;
    ProcessId process = 0;
    LogKind kind = LogKind::Call;
    bool failed = false;
    std::uint64_t given = 0;   ///< place of the line that was given, plus one; 0: not known
    std::uint64_t entered = 0; ///< place where the call was entered, plus one; 0: not known
    std::uint64_t count = 0;   ///< LeftOut: how many events
};

/// Which events make a row, and which earlier ones belong to it.
class LogRows {
public:
    /// The row for the next event in the journal's order; nothing for what is only bookkeeping.
    [[nodiscard]] std::optional<LogRow> next(const Event& event, std::uint64_t index);

private:
    struct Line {
        std::uint64_t given = 0, entered = 0;
    };
    std::map<ProcessId, Line> lines_;
};

/// The words of a row.
struct LogText {
    QString number, time, process, call, result, remark;
    /// All of it on one line, separated by tabs.
    [[nodiscard]] QString joined() const;
    [[nodiscard]] bool contains(const QString& part) const;
};

/// The events that a row is about: its own, and those that it points to, if they are known.
struct LogEvents {
    const Event* own = nullptr;
    const Event* given = nullptr;
    const Event* entered = nullptr;
};

[[nodiscard]] LogText logText(const LogRow& row, const LogEvents& events, const World& world);

} // namespace ipclab
