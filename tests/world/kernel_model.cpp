#include "tests/world/kernel_model.h"

#include <algorithm>
#include <cerrno>
#include <limits>
#include <sys/msg.h>

namespace ipclab {

namespace {

/// testmsg() of ipc/msg.c, with the mode that convert_mode() finds.
bool selects(std::int64_t msgtyp, std::int64_t msgflg, std::int64_t type) {
    if (msgtyp == 0) return true;
    if (msgtyp < 0) return type <= -msgtyp;
    return msgflg & MSG_EXCEPT ? type != msgtyp : type == msgtyp;
}

std::uint64_t room(const ResolvedCall& receive) {
    return receive.args[3] & MSG_NOERROR ? std::numeric_limits<std::uint64_t>::max()
                                         : static_cast<std::uint64_t>(receive.args[1]);
}

ModelOutcome received(const event::SeenMessage& message, const ResolvedCall& call) {
    const std::string text = message.text.substr(0, static_cast<std::size_t>(call.args[1]));
    return {static_cast<std::int64_t>(text.size()), 0, message.type, text, message.text};
}

ModelOutcome failed(int error) {
    return {-1, error, 0, {}, {}};
}

} // namespace

void KernelModel::perform(ProcessId process, const ResolvedCall& call) {
    if (call.args[0] != id_) return finish(process, failed(EINVAL));
    if (call.id == CallId::Msgsnd)
        send(process, call);
    else
        receive(process, call);
}

void KernelModel::send(ProcessId process, const ResolvedCall& call) {
    if (!fits(call.data.size())) {
        if (call.args[3] & IPC_NOWAIT) return finish(process, failed(EAGAIN));
        senders_.push_back({process, call});
        return;
    }
    lspid_ = pidOf(process);
    const Text message{call.args[1], call.data};
    finish(process, {}); // before the receiver, which has to wake up first
    if (!handOver(message)) messages_.push_back(message);
}

bool KernelModel::handOver(const Text& message) {
    for (auto each = receivers_.begin(); each != receivers_.end();) {
        if (!selects(each->call.args[2], each->call.args[3], message.type)) {
            ++each;
            continue;
        }
        const Waiting receiver = *each;
        each = receivers_.erase(each);
        if (room(receiver.call) < message.text.size()) {
            finish(receiver.process, failed(E2BIG));
            continue;
        }
        lrpid_ = pidOf(receiver.process);
        finish(receiver.process, received(message, receiver.call));
        return true;
    }
    return false;
}

void KernelModel::receive(ProcessId process, const ResolvedCall& call) {
    auto chosen = messages_.end();
    for (auto each = messages_.begin(); each != messages_.end(); ++each) {
        if (!selects(call.args[2], call.args[3], each->type)) continue;
        if (chosen == messages_.end() || each->type < chosen->type) chosen = each;
        if (call.args[2] >= 0) break; // only a negative msgtyp looks for the lowest
    }
    if (chosen == messages_.end()) {
        if (call.args[3] & IPC_NOWAIT) return finish(process, failed(ENOMSG));
        receivers_.push_back({process, call});
        return;
    }
    if (room(call) < chosen->text.size()) return finish(process, failed(E2BIG));
    lrpid_ = pidOf(process);
    finish(process, received(*chosen, call));
    messages_.erase(chosen);
    letSendersIn();
}

void KernelModel::letSendersIn() {
    std::vector<Waiting> waiting = std::move(senders_);
    senders_.clear();
    for (const Waiting& each : waiting)
        send(each.process, each.call); // sleeps again when there is no room
}

void KernelModel::forget(ProcessId process) {
    std::erase_if(receivers_, [&](const Waiting& each) { return each.process == process; });
    std::erase_if(senders_, [&](const Waiting& each) { return each.process == process; });
    std::erase_if(done_, [&](const Done& each) { return each.process == process; });
}

void KernelModel::remove() {
    for (const auto& waiting : {receivers_, senders_})
        for (const Waiting& each : waiting)
            finish(each.process, failed(EIDRM));
    receivers_.clear();
    senders_.clear();
    messages_.clear();
    id_ = -1;
}

void KernelModel::recreate(std::int32_t id) {
    id_ = id;
    lspid_ = lrpid_ = 0;
}

std::optional<ModelOutcome> KernelModel::outcome(ProcessId process) {
    const auto found = std::ranges::find(done_, process, &Done::process);
    if (found == done_.end()) return std::nullopt;
    ModelOutcome outcome = std::move(found->outcome);
    done_.erase(found);
    return outcome;
}

bool KernelModel::complete(ProcessId process) const {
    return std::ranges::find(done_, process, &Done::process) != done_.end();
}

ProcessId KernelModel::firstComplete() const {
    return done_.empty() ? 0 : done_.front().process;
}

bool KernelModel::sleeps(ProcessId process) const {
    return std::ranges::find(receivers_, process, &Waiting::process) != receivers_.end() ||
           std::ranges::find(senders_, process, &Waiting::process) != senders_.end();
}

event::QueueSeen KernelModel::look() const {
    event::QueueSeen seen;
    seen.stat.id = id_;
    seen.stat.qbytes = qbytes_;
    seen.stat.qnum = messages_.size();
    seen.stat.cbytes = bytes();
    seen.stat.lspid = lspid_;
    seen.stat.lrpid = lrpid_;
    seen.quiet = seen.contentsKnown = true;
    seen.messages.assign(messages_.begin(), messages_.end());
    return seen;
}

bool KernelModel::fits(std::uint64_t size) const {
    return bytes() + size <= qbytes_ && messages_.size() + 1 <= qbytes_;
}

std::uint64_t KernelModel::bytes() const {
    std::uint64_t sum = 0;
    for (const Text& message : messages_)
        sum += message.text.size();
    return sum;
}

void KernelModel::finish(ProcessId process, ModelOutcome outcome) {
    done_.push_back({process, std::move(outcome)});
}

} // namespace ipclab
