#include "gui/explain/permission.h"

#include "engine/world/questions.h"

namespace ipclab {

namespace {

bool mayChange(const Process& process, const QueueStat& stat) {
    return process.uid == stat.uid || process.uid == stat.cuid;
}

int shiftOf(PermissionClass which) {
    switch (which) {
    case PermissionClass::Owner:
        return 6;
    case PermissionClass::Group:
        return 3;
    case PermissionClass::Other:
        break;
    }
    return 0;
}

} // namespace

QString permissionSentence(const World& world, const Process& process, const QueueStat& stat) {
    const QString user = phrase::text(process.user).toHtmlEscaped();
    const QString mode = phrase::octal(stat.mode);
    const QString granted = phrase::bits(permissionBits(stat, process.uid, process.gid));
    const QString owner = phrase::user(world, stat.uid);
    switch (permissionClass(stat, process.uid, process.gid)) {
    case PermissionClass::Owner:
        if (process.uid == stat.uid) {
            return Explain::tr("%1 owns the queue, so the <b>owner</b> bits of %2 apply: %3.")
                .arg(user, mode, granted);
        }
        return Explain::tr("%1 created the queue and keeps the owner's rights for ever, so the "
                           "<b>owner</b> bits of %2 apply: %3.")
            .arg(user, mode, granted);
    case PermissionClass::Group:
        return Explain::tr("%1 is not the owner %2 but in the queue's group, so the <b>group</b> "
                           "bits of %3 apply: %4.")
            .arg(user, owner, mode, granted);
    case PermissionClass::Other:
        break;
    }
    if (stat.uid != stat.cuid) {
        return Explain::tr("%1 is neither the owner %2 nor the creator %3 nor in their groups, so "
                           "the <b>other</b> bits of %4 apply: %5.")
            .arg(user, owner, phrase::user(world, stat.cuid), mode, granted);
    }
    return Explain::tr("%1 is neither the owner %2 nor in the queue's group, so the <b>other</b> "
                       "bits of %3 apply: %4.")
        .arg(user, owner, mode, granted);
}

const Process* ownerOf(const World& world, const QueueStat& stat, const Process& preferred) {
    return mayChange(preferred, stat) ? &preferred : readyOwner(world, stat);
}

const Process* readyOwner(const World& world, const QueueStat& stat) {
    for (const Process& process : world.processes) {
        if (process.state == ProcessState::Ready && mayChange(process, stat)) return &process;
    }
    return nullptr;
}

std::optional<Fix> permissionFix(const World& world, const Process& process, const QueueStat& stat,
                                 std::uint32_t needs) {
    const Process* owner = ownerOf(world, stat, process);
    if (!owner) return std::nullopt;
    const auto which = permissionClass(stat, process.uid, process.gid);
    const QString mode = phrase::octal(stat.mode | needs << shiftOf(which));
    return phrase::fix(Explain::tr("%1 can IPC_SET %2").arg(phrase::text(owner->letter), mode),
                       *owner,
                       "msgctl(" + phrase::queueName(*owner, stat.id) +
                           ", IPC_SET, {.msg_perm.mode = " + mode.toStdString() + "})");
}

void explainDenied(Explanation& explanation, const Outcome& outcome, std::uint32_t bits,
                   const QString& needs) {
    if (!outcome.queue) return;
    explanation.sentence = permissionSentence(outcome.world, outcome.process, outcome.queue->stat) +
                           QLatin1Char(' ') + needs;
    if (const Process* setter =
            phrase::whoDid(outcome.world, "IPC_SET", outcome.arg(0), outcome.call.enteredNs)) {
        explanation.sentence +=
            QLatin1Char(' ') + Explain::tr("%1 changed the mode while %2 slept; the kernel checks "
                                           "again at each wake-up.")
                                   .arg(phrase::name(*setter), outcome.who());
    }
    explanation.fix = permissionFix(outcome.world, outcome.process, outcome.queue->stat, bits);
}

} // namespace ipclab
