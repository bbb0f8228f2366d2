#include "gui/stage/stage_buttons.h"

#include "gui/stage/pipe_words.h"
#include "gui/stage/segment_words.h"
#include "gui/stage/stage.h"

namespace ipclab {
namespace {

using Buttons = std::vector<ButtonSpec>;

void add(Buttons& to, ButtonSpec spec) {
    if (!spec.place.isNull()) to.push_back(std::move(spec));
}

void ofProcess(Buttons& to, const Frame& frame, const ProcessPlace& place) {
    const Process& process = *frame.world->process(place.id);
    const QString letter = words::text(process.letter);
    add(to, {{StageAction::SelectProcess, {}, place.id},
             place.letter,
             {},
             Stage::tr("Process %1 %2, %3")
                 .arg(letter, words::text(process.label), words::state(process, frame.nowNs)),
             {}});
    add(to, {{StageAction::Kill, {}, place.id},
             place.kill,
             words::kill(),
             Stage::tr("Kill process %1").arg(letter),
             {}});
}

void ofDescriptors(Buttons& to, const Frame& frame, const ProcessPlace& place) {
    const QString letter = words::text(frame.world->process(place.id)->letter);
    for (const DescriptorPlace& row : place.table) {
        const QString call = QStringLiteral("close(%1)").arg(row.fd);
        add(to, {{StageAction::Close, {}, place.id, row.fd},
                 row.close,
                 {},
                 Stage::tr("Process %1: %2").arg(letter, call),
                 call});
    }
}

void ofPipe(Buttons& to, const World& world, const PipePlace& place) {
    add(to, {{StageAction::SelectObject, ObjectKind::Pipe, place.id},
             place.title,
             {},
             words::pipeFacts(world, world.pipes[place.index]).front(),
             {}});
}

void ofQueue(Buttons& to, const QueuePlace& place) {
    const auto key = [&](StageAction action) {
        return ButtonKey{action, ObjectKind::Queue, place.id};
    };
    add(to, {key(StageAction::SelectObject),
             place.title,
             {},
             Stage::tr("Message queue id %1").arg(place.id),
             {}});
    add(to, {key(StageAction::Stat),
             place.stat,
             QStringLiteral("IPC_STAT"),
             Stage::tr("IPC_STAT of queue id %1").arg(place.id),
             {}});
    add(to, {key(StageAction::Remove),
             place.remove,
             QStringLiteral("IPC_RMID"),
             Stage::tr("IPC_RMID: remove queue id %1").arg(place.id),
             {}});
}

void ofSegment(Buttons& to, const SegmentPlace& place) {
    const auto key = [&](StageAction action) {
        return ButtonKey{action, ObjectKind::Segment, place.id};
    };
    add(to, {key(StageAction::SelectObject),
             place.title,
             {},
             Stage::tr("Shared memory segment id %1").arg(place.id),
             {}});
    add(to, {key(StageAction::Stat),
             place.stat,
             QStringLiteral("IPC_STAT"),
             Stage::tr("IPC_STAT of segment id %1").arg(place.id),
             {}});
    add(to, {key(StageAction::Remove),
             place.remove,
             QStringLiteral("IPC_RMID"),
             Stage::tr("IPC_RMID: remove segment id %1").arg(place.id),
             {}});
    add(to, {key(StageAction::Bytes),
             place.grid.area,
             {},
             Stage::tr("Bytes of segment id %1: arrows, Page Up and Down, Home and End scroll, "
                       "Escape follows the writes")
                 .arg(place.id),
             {}});
    add(to, {key(StageAction::Offset),
             place.jump,
             words::goToOffset(),
             Stage::tr("Go to an offset of segment id %1").arg(place.id),
             {}});
}

} // namespace

std::vector<ButtonSpec> buttonsOf(const Frame& frame, const StageLayout& layout) {
    Buttons to;
    for (const ProcessPlace& place : layout.processes) {
        ofProcess(to, frame, place);
        ofDescriptors(to, frame, place);
    }
    for (const auto& [object, slim] : layout.objects) {
        if (slim || removed(*frame.world, object)) continue;
        switch (object.kind) {
        case ObjectKind::Queue:
            ofQueue(to, *layout.queue(object.index));
            break;
        case ObjectKind::Segment:
            ofSegment(to, *layout.segment(object.index));
            break;
        case ObjectKind::Pipe:
            ofPipe(to, *frame.world, *layout.pipe(object.index));
            break;
        }
    }
    return to;
}

} // namespace ipclab
