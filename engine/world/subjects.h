// The steps of applyTo(), one file per subject. Each changes the world in place and knows nothing
// but the world and its event.
#pragma once

#include "engine/world/world.h"

namespace ipclab {

// processes.cpp: a process's life, its line, and the frame around every call.
void takeNotice(World& world, ProcessId of, const event::Notice& notice);
void startProcess(World& world, const Event& event, const event::ProcessStarted& started);
void endProcess(World& world, ProcessId process, const event::ProcessEnded& ended);
void giveLine(World& world, ProcessId process, const event::Given& given);
void withdrawLine(World& world, ProcessId process, const event::Withdrawn& withdrawn);
void enterCall(World& world, ProcessId process, const event::Entered& entered);
void returnCall(World& world, ProcessId process, const event::Returned& returned);
void assign(World& world, ProcessId process, const event::Assigned& assigned);
/// Stopped repeats are over once everything is quiet.
void endStoppedRepeats(World& world);

// effects.cpp: what a call did that has returned.
void takeEffect(World& world, const Process& process, const CallOutcome& done,
                const event::Returned& returned);

// fork.cpp: parents and children.
/// The child gets a copy of all that its parent has; the parent is inside its fork.
void inherit(World& world, const Process& parent, Process& child);
void returnWait(World& world, const Process& parent, const CallOutcome& done);
/// Who waits for a process that has just ended, and for its children that had ended before.
void settleDead(World& world, Process& ended);

// sleep.cpp: who sleeps where.
void fallAsleep(World& world, ProcessId process, const event::SleepSeen& seen);
/// Takes the process out of every line of sleepers.
void wake(World& world, ProcessId process);
/// Puts the process, which sleeps in its current call, into the line of sleepers of its queue or
/// pipe; behind everyone, or where it belongs by the time it entered its call.
void lineUp(World& world, const Process& process, bool behindEveryone);

// send.cpp, receive.cpp, control.cpp: what each call does to the objects. The outcome is that of
// the call that has just returned.
void enterSend(World& world, const Process& process, const ResolvedCall& call);
void returnSend(World& world, const Process& process, const CallOutcome& sent);
void returnReceive(World& world, const Process& process, const CallOutcome& got);
void returnGet(World& world, const Process& process, const CallOutcome& got, bool existed);
void returnControl(World& world, const CallOutcome& done, const QueueStat* stat);
void returnKill(World& world, const Process& process, const CallOutcome& sent);
// segment_effects.cpp: the same for shared memory, for calls that use memory, and for ftok.
void takeSegmentEffect(World& world, Process& process, const CallOutcome& done,
                       const event::Returned& returned);
/// What the kernel told of a process that was stopped or goes on.
void seeStop(World& world, ProcessId process, const event::Stopped& seen);

// pipe_write.cpp, pipe_read.cpp: bytes into a pipe and out of it.
void enterWrite(World& world, const Process& process, const CallInProgress& current);
void returnWrite(World& world, const Process& process, const CallOutcome& done);
void returnRead(World& world, const Process& process, const CallOutcome& done);
/// The process was killed: how much it moved in its last call is not known.
void endInWriteOrRead(World& world, const Process& process);
/// The same for a process that sleeps in read, write or open.
void lineUpAtPipe(World& world, const Process& process, bool behindEveryone);
// open_files.cpp, names.cpp: descriptors, and the names of FIFOs and files.
void returnPipe(World& world, const Process& process, const CallOutcome& done);
void returnOpen(World& world, const Process& process, const CallOutcome& done);
void returnClose(World& world, const Process& process, const CallOutcome& done);
void returnDuplicate(World& world, const Process& process, const CallOutcome& done);
void returnFcntl(World& world, const Process& process, const CallOutcome& done);
void returnMkfifo(World& world, const CallOutcome& done);
void returnName(World& world, const CallOutcome& done);

// observe.cpp: what the kernel says.
void seeQueue(World& world, const event::QueueSeen& seen);
void seeDescriptors(World& world, ProcessId process, const event::DescriptorsSeen& seen);
void seePipe(World& world, const event::PipeSeen& seen);
void seeSegment(World& world, const event::SegmentSeen& seen);
void noteOutsideChange(World& world, const event::OutsideChange& change);

} // namespace ipclab
