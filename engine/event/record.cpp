#include "engine/event/record.h"

#include "engine/event/pack.h"

namespace ipclab {

namespace {

void packStat(Packer& out, const QueueStat& stat) {
    out.number(stat.id);
    out.number(stat.key);
    out.number(stat.mode);
    for (const std::uint32_t owner : {stat.uid, stat.gid, stat.cuid, stat.cgid})
        out.number(owner);
    for (const std::uint64_t size : {stat.cbytes, stat.qnum, stat.qbytes})
        out.number(size);
    out.number(stat.lspid);
    out.number(stat.lrpid);
    for (const std::int64_t time : {stat.stime, stat.rtime, stat.ctime})
        out.number(time);
}

} // namespace

Record enteredRecord(const ResolvedCall& call, CallRef ref, std::string& spare,
                     std::string_view& data) {
    Record record;
    record.kind = RecordKind::Entered;
    record.call = call.id;
    record.ref = ref;
    record.flags = call.flags;
    for (std::size_t i = 0; i < record.args.size(); ++i)
        record.args[i] = call.args[i];
    data = call.data;
    if (call.args[4] != 0 || call.args[5] != 0) {
        Packer out;
        out.number(call.args[4]);
        out.number(call.args[5]);
        out.bytes().append(call.data);
        spare = std::move(out.bytes());
        data = spare;
        record.flags |= recordLongArgs;
    }
    return record;
}

QueueSeenRecord packQueueSeen(const event::QueueSeen& seen) {
    Packer out;
    packStat(out, seen.stat);
    out.text(seen.missing);
    out.number(static_cast<std::uint32_t>(seen.messages.size()));
    for (const event::SeenMessage& message : seen.messages) {
        out.number(message.type);
        out.text(message.text);
    }
    QueueSeenRecord packed;
    packed.args[0] = (seen.gone ? queueGone : 0) | (seen.quiet ? queueQuiet : 0) |
                     (seen.contentsKnown ? queueContents : 0);
    packed.data = std::move(out.bytes());
    return packed;
}

std::string packStat(const QueueStat& stat) {
    Packer out;
    packStat(out, stat);
    return std::move(out.bytes());
}

} // namespace ipclab
