#include "engine/event/encode_parts.h"

#include "engine/event/record.h"

namespace ipclab {

void writeHead(ByteWriter& out, std::int64_t seqs, std::int64_t ns, ProcessId process) {
    out.signedNumber(seqs);
    out.signedNumber(ns);
    out.number(process);
}

void write(ByteWriter& out, EventTag tag) {
    out.number(static_cast<std::uint64_t>(tag));
}

void write(ByteWriter& out, const QueueStat& stat) {
    out.signedNumber(stat.id);
    out.signedNumber(stat.key);
    for (const std::uint32_t each : {stat.mode, stat.uid, stat.gid, stat.cuid, stat.cgid})
        out.number(each);
    for (const std::uint64_t each : {stat.cbytes, stat.qnum, stat.qbytes})
        out.number(each);
    out.signedNumber(stat.lspid);
    out.signedNumber(stat.lrpid);
    for (const std::int64_t each : {stat.stime, stat.rtime, stat.ctime})
        out.signedNumber(each);
}

void write(ByteWriter& out, const SegmentStat& stat) {
    out.signedNumber(stat.id);
    out.signedNumber(stat.key);
    out.number(stat.mode);
    out.number((stat.dest ? 1u : 0u) | (stat.locked ? 2u : 0u));
    for (const std::uint32_t each : {stat.uid, stat.gid, stat.cuid, stat.cgid})
        out.number(each);
    out.number(stat.segsz);
    out.number(stat.nattch);
    out.signedNumber(stat.cpid);
    out.signedNumber(stat.lpid);
    for (const std::int64_t each : {stat.atime, stat.dtime, stat.ctime})
        out.signedNumber(each);
}

void write(ByteWriter& out, const event::FileIdentity& file) {
    out.number(file.mode);
    out.number(file.dev);
    out.number(file.ino);
}

void write(ByteWriter& out, const event::Returned& body) {
    write(out, EventTag::Returned);
    out.number(body.ref);
    out.number(static_cast<std::uint64_t>(body.call));
    out.signedNumber(body.result);
    out.signedNumber(body.error);
    out.signedNumber(body.mtype);
    out.text(body.data);
    out.number((body.refused ? 1u : 0u) | (body.stat ? 2u : 0u) | (body.existed ? 4u : 0u) |
               (body.detail != 0 ? 8u : 0u) | (body.segment ? 16u : 0u) |
               (body.files.empty() ? 0u : 32u));
    if (body.stat) write(out, *body.stat);
    if (body.detail != 0) out.signedNumber(body.detail);
    if (body.segment) write(out, *body.segment);
    if (body.files.empty()) return;
    out.number(body.files.size());
    for (const event::OpenedFile& opened : body.files) {
        out.signedNumber(opened.fd);
        write(out, opened.file);
    }
}

std::string encodedReturned(const event::Returned& body) {
    std::string bytes;
    ByteWriter out(bytes);
    writeHead(out, 0, 0, 0);
    write(out, body);
    out.flush();
    return bytes;
}

} // namespace ipclab
