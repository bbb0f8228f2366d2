// What events are written of, apart from the lines of C that some of them hold: a worker writes a
// return, and has no use for the language.
#pragma once

#include "engine/event/encode.h"

namespace ipclab {

/// What every event begins with: the differences to the event before it, and who reports.
void writeHead(ByteWriter& out, std::int64_t seqs, std::int64_t ns, ProcessId process);
void write(ByteWriter& out, EventTag tag);
void write(ByteWriter& out, const QueueStat& stat);
void write(ByteWriter& out, const SegmentStat& stat);
void write(ByteWriter& out, const event::FileIdentity& file);
void write(ByteWriter& out, const event::Returned& body); ///< with its tag

} // namespace ipclab
