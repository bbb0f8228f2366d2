#include "gui/stage/segment_words.h"
#include "gui/stage/stage_tr.h"
#include "gui/stage/words.h"

#include "engine/call/language.h"
#include "engine/world/segment_questions.h"

#include <algorithm>

namespace ipclab::words {
namespace {

Buffer message(const QString& name, std::int64_t type, std::string_view bytes) {
    return {name, StageTr::tr("mtype %1").arg(type), literal(bytes)};
}

Buffer variable(const QString& name, const Value& value) {
    if (const auto* buffer = std::get_if<MessageBuffer>(&value)) {
        if (buffer->mtype == 0 && buffer->mtext.empty()) return {name, {}, {}};
        return message(name, buffer->mtype, buffer->mtext);
    }
    if (const auto* stat = std::get_if<QueueStat>(&value))
        return {
            name, {}, StageTr::tr("msg_qnum %1, msg_qbytes %2").arg(stat->qnum).arg(stat->qbytes)};
    if (const auto* stat = std::get_if<SegmentStat>(&value))
        return {name,
                {},
                StageTr::tr("shm_segsz %1, shm_nattch %2").arg(stat->segsz).arg(stat->nattch)};
    return {name, {}, text(print(value))};
}

/// Such a pointer has a row of its own, with the access.
bool isAttachment(const Process& process, const Value& value) {
    const auto pointer = pointerOf(value);
    return pointer && std::ranges::find(process.attachments, *pointer, &Attachment::address) !=
                          process.attachments.end();
}

/// The buffer that the process's receive was or is given, before anything is in it.
QString receiveBuffer(const Process& process) {
    if (!process.given || !process.given->statement) return {};
    for (const Action& action : process.given->statement->actions) {
        if (!action.call || action.call->id != CallId::Msgrcv || action.call->args.size() < 2)
            continue;
        const Expr* expr = &action.call->args[1];
        while ((expr->kind == Expr::Kind::AddressOf || expr->kind == Expr::Kind::Cast) &&
               !expr->parts.empty())
            expr = &expr->parts.front();
        if (expr->kind == Expr::Kind::Name) return text(expr->text);
    }
    return {};
}

const ResolvedCall* sendOf(const Process& process) {
    if (process.current)
        return process.current->call.id == CallId::Msgsnd ? &process.current->call : nullptr;
    if (process.last && process.last->call.id == CallId::Msgsnd) return &process.last->call;
    return nullptr;
}

} // namespace

std::vector<Buffer> buffers(const Process& process) {
    std::vector<Buffer> messages = faultRows(process), plain;
    for (Buffer& row : attachmentRows(process))
        messages.push_back(std::move(row));
    for (const auto& [name, value] : process.variables)
        if (!isAttachment(process, value))
            (std::holds_alternative<MessageBuffer>(value) ? messages : plain)
                .push_back(variable(text(name), value));
    // What a send was given literally stands in the process's memory too, under no name of its own.
    if (const ResolvedCall* send = sendOf(process); send && !(send->flags & rawAddress)) {
        const Buffer given = message(QStringLiteral("msgp"), send->args[1], send->data);
        if (std::ranges::none_of(messages, [&](const Buffer& known) {
                return known.type == given.type && known.value == given.value;
            }))
            messages.insert(messages.begin(), given);
    }
    if (const QString waiting = receiveBuffer(process); !waiting.isEmpty()) {
        if (std::ranges::none_of(messages, [&](const Buffer& b) { return b.name == waiting; }))
            messages.push_back({waiting, {}, {}});
    }
    // Plain numbers share a row: q 3, id2 5. What is long has one of its own.
    constexpr qsizetype most = 34;
    bool shares = false;
    for (Buffer& each : plain) {
        const QString more = QStringLiteral(", ") + each.name + ' ' + each.value;
        shares = shares && messages.back().value.size() + more.size() <= most;
        if (shares)
            messages.back().value += more;
        else
            messages.push_back(std::move(each));
        shares = true;
    }
    return messages;
}

} // namespace ipclab::words
