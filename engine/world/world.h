// world: the state that is drawn, and apply(), the one pure function that makes it from events.
#pragma once

#include "engine/event/event.h"
#include "engine/world/origin.h"
#include "engine/world/pipe.h"
#include "engine/world/segment.h"

#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace ipclab {

enum class ProcessState : std::uint8_t { Ready, Held, InKernel, Asleep, Stopped, Exited, Killed };

/// A call that was entered and has not returned.
struct CallInProgress {
    CallRef ref = 0;
    ResolvedCall call;
    std::int64_t enteredNs = 0;
    std::int64_t asleepNs = 0; ///< when sleep was seen; 0 = not (yet) asleep
};

/// A call that returned.
struct CallOutcome {
    CallRef ref = 0;
    ResolvedCall call;
    std::int64_t result = 0;
    int error = 0;
    std::int64_t mtype = 0;
    std::string data;
    std::int64_t detail = 0;
    std::vector<event::OpenedFile> files;
    bool refused = false;
    std::int64_t enteredNs = 0, returnedNs = 0;
    std::shared_ptr<const Statement> statement; ///< the line it was written in; may be null
    std::size_t action = 0;                     ///< which of the line's actions it was
};

/// One line given to a process, with what it will store where. It stays until its last call has
/// returned, or, when a repeat was stopped, until everything is quiet.
struct GivenLine {
    CallRef first = 0;
    std::shared_ptr<const Statement> statement;
    std::uint64_t done = 0; ///< times that all of its actions were done
};

struct Process {
    ProcessId id = 0;
    std::string letter, label, user;
    std::int32_t pid = 0;
    std::uint32_t uid = 0, gid = 0;
    ProcessId parent = 0;
    ProcessState state = ProcessState::Ready;
    int endCode = 0;                ///< exit status or signal
    std::uint64_t fault = 0;        ///< the address that killed it; 0 = none
    bool tornAway = false;          ///< the supervisor died while it lived, and took it along
    bool reaped = false;            ///< ended, and waited for: by its parent, or the supervisor
    std::optional<GivenLine> given; ///< the line it is working on or holds
    std::optional<CallInProgress> current;
    std::optional<CallOutcome> last;
    std::optional<CallOutcome> unfinished; ///< the call in which it ended; it has no result
    std::int64_t endedNs = 0;
    std::map<std::string, Value, std::less<>> variables;
    std::map<int, Descriptor> descriptors; ///< its table, without the lab's own
    std::vector<ClosedDescriptor> closed;  ///< closed and not used again since
    bool descriptorsSeen = false;          ///< /proc has shown its table at least once
    std::vector<Attachment> attachments;
    std::vector<Attachment> detached;     ///< the last that were let go, newest last, at most 8
    std::optional<FaultCause> faultCause; ///< why it died of SIGSEGV
    std::uint64_t calls = 0, errors = 0;

    [[nodiscard]] bool alive() const {
        return state != ProcessState::Exited && state != ProcessState::Killed;
    }
};

inline constexpr ProcessId outsideSender = 0; ///< no process of the lab sent it

/// A message that stands in a queue.
struct Message {
    std::uint64_t serial = 0; ///< unique in the world: the same token through its whole life
    std::int64_t type = 0;
    std::uint64_t size = 0;
    std::string text;
    ProcessId sender = outsideSender;
    std::int64_t sinceNs = 0;
    bool textKnown = true; ///< false where it came from outside and cannot be read
};

/// A message on its way: its send has entered (not yet returned), or the kernel handed it to a
/// sleeping receiver that has not returned yet.
struct InFlight {
    Message message;
    ProcessId receiver = 0; ///< 0: still on its way into the kernel; else handed to this process
    bool taken = false;     ///< its receive returned before its send did
};

using QueueOrigin = ObjectOrigin;

/// A call that was asleep when its queue was removed.
struct CutByRemoval {
    ProcessId process = 0;
    int error = 0; ///< EIDRM; EINVAL of one that was stopped, and began anew when it went on
};

struct Queue {
    QueueStat stat; ///< what the world expects the kernel to say
    std::deque<Message> messages;
    std::vector<InFlight> inFlight;
    ProcessId creator = 0; ///< 0: found, not created by the lab
    QueueOrigin origin = QueueOrigin::Found;
    bool seen = false; ///< a quiet look was adopted; before the first, nothing is a difference
    bool removed = false;
    bool contentsKnown = true;
    std::string missing;             ///< why the contents could not be compared with the kernel's
    std::vector<ProcessId> sleepers; ///< asleep on this queue, in the order in which they slept
    std::vector<CutByRemoval> cut;   ///< in the order in which they returned
    std::int64_t createdNs = 0, removedNs = 0;
    std::uint64_t outsideChanges = 0;
    /// Messages that receives brought though no process of the lab sent them; the next quiet look
    /// reports them as sent from outside.
    std::uint64_t strangeReceives = 0;
    /// Processes that were killed inside a receive: each may have taken one message. Empty again
    /// after the next quiet look.
    std::vector<ProcessId> lostReceivers;
};

/// A process that was asked for and that is not there.
struct NotStarted {
    ProcessId id = 0;
    std::string why; ///< "A could not be started: …"
};

struct World {
    std::uint64_t events = 0; ///< how many were applied
    std::uint64_t seq = 0;
    std::int64_t timeNs = 0, startNs = 0;
    std::vector<Process> processes;
    std::vector<Queue> queues; ///< in the order of appearance, the removed ones too (at most 64)
    std::vector<Segment> segments; ///< likewise
    std::vector<Pipe> pipes;       ///< likewise; FIFOs too
    std::vector<OpenFile> files;   ///< those that a descriptor leads to
    std::vector<WriteInFlight> writesInFlight;
    std::vector<NamedFile> names; ///< in the scratch folder
    std::vector<KeyMade> keys;    ///< the newest last, at most 16
    std::uint64_t nextSerial = 1;
    std::uint64_t calls = 0, holes = 0, outsideChanges = 0;
    std::uint64_t quiet = 0; ///< the last Quiet request that was answered
    std::optional<event::OutsideChange> lastOutside;
    std::int64_t lastOutsideNs = 0; ///< when it was noticed
    std::string kernelTable;        ///< the last TableSeen
    bool shmRmidForced = false;     ///< no segment outlives its last attachment or its maker
    std::vector<std::string> notices;
    std::vector<NotStarted> notStarted;

    [[nodiscard]] const Process* process(ProcessId id) const;
    [[nodiscard]] const Process* process(std::string_view letter) const;
    /// Why it could not be started; null where nothing is known of that.
    [[nodiscard]] const std::string* whyNotStarted(ProcessId id) const;
    [[nodiscard]] const Queue* queue(std::int32_t id) const;     ///< the one that is not removed
    [[nodiscard]] const Segment* segment(std::int32_t id) const; ///< likewise
    [[nodiscard]] const Pipe* pipe(std::uint64_t serial) const;
    [[nodiscard]] const OpenFile* file(std::uint64_t serial) const;
};

/// The state after one more event. Pure: no clock, no system call, no global.
[[nodiscard]] World apply(World world, const Event& event);
/// The same, in place, for long runs of events.
void applyTo(World& world, const Event& event);

/// What a quiet look shows that no event of the lab explains: one entry per difference. The lab
/// puts them into the stream just before the look itself.
[[nodiscard]] std::vector<event::OutsideChange> differences(const World& world,
                                                            const event::QueueSeen& seen);
[[nodiscard]] std::vector<event::OutsideChange> differences(const World& world,
                                                            const event::PipeSeen& seen);
[[nodiscard]] std::vector<event::OutsideChange> differences(const World& world,
                                                            const event::SegmentSeen& seen);
/// Of whichever kind the event is; none where it is no look.
[[nodiscard]] std::vector<event::OutsideChange> differences(const World& world, const Event& event);

} // namespace ipclab
