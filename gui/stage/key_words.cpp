#include "gui/stage/key_words.h"

#include "gui/stage/stage_tr.h"
#include "gui/stage/words.h"

#include "engine/base/result.h"

namespace ipclab::words {
namespace {

QString hex(std::uint64_t value, int digits) {
    return QStringLiteral("%1").arg(value, digits, 16, QLatin1Char('0'));
}

QString bitsOf(std::uint64_t value, int count) {
    QString to;
    for (int bit = count - 1; bit >= 0; --bit) {
        to += value >> bit & 1U ? '1' : '0';
        if (bit % 4 == 0 && bit > 0) to += ' ';
    }
    return to;
}

/// The lowest `bits` of a number, and what stands above them.
KeyPart partOf(std::uint64_t number, int bits) {
    const std::uint64_t mask = (std::uint64_t{1} << bits) - 1;
    const std::uint64_t above = number >> bits;
    return {above == 0 ? QString() : QString::number(above, 16), hex(number & mask, bits / 4),
            bitsOf(number & mask, bits), false};
}

QString idText(std::int64_t id) {
    if (id >= 0x20 && id < 0x7f && id != '\'' && id != '\\')
        return QStringLiteral("'%1'").arg(QChar(static_cast<char>(id)));
    if (id < 0) return QString::number(id);
    return QStringLiteral("0x%1").arg(id, 0, 16);
}

KeyRow rowOf(const KeyMade& made) {
    KeyRow to;
    to.made = &made;
    to.call = QStringLiteral("ftok(%1, %2)").arg(literal(made.path), idText(made.id));
    to.failed = made.error != 0;
    if (to.failed) {
        to.key = QStringLiteral("-1 ") + text(errnoName(made.error));
        return to;
    }
    // id is an int: of a negative one, all the bits above are set.
    to.parts = {partOf(static_cast<std::uint32_t>(made.id), 8), partOf(made.file.dev, 8),
                partOf(made.file.ino, 16)};
    to.key = QStringLiteral("0x") + hex(static_cast<std::uint32_t>(made.key), 8);
    return to;
}

QString differing(const KeyRow& a) {
    QStringList to;
    const char* names[] = {"id", "st_dev", "st_ino"};
    for (std::size_t i = 0; i < a.parts.size(); ++i)
        if (!a.parts[i].same) to << QString::fromLatin1(names[i]);
    return to.join(QStringLiteral(", "));
}

KeyVerdict failed(const KeyMade& made) {
    return {StageTr::tr("%1: there is no key. msgget(-1, IPC_CREAT | 0600) takes -1 for a key like "
                        "any other, and makes an object with key 0xffffffff.")
                .arg(text(errnoName(made.error))),
            true};
}

KeyVerdict compared(const std::vector<KeyRow>& rows) {
    const KeyMade &a = *rows[0].made, &b = *rows[1].made;
    if (a.key != b.key) return {StageTr::tr("Different keys: %1 differ.").arg(differing(rows[1]))};
    const bool oneFile = a.file.dev == b.file.dev && a.file.ino == b.file.ino;
    if (!oneFile)
        return {StageTr::tr("The same key from two different files: only the lowest bits count, "
                            "so keys can collide."),
                true};
    if (a.id != b.id)
        return {StageTr::tr("The same key: of the id only the lowest eight bits count."), true};
    if (a.path == b.path)
        return {StageTr::tr("The same key: the same inode number and the same id.")};
    return {StageTr::tr("The same key: both paths lead to one file (one st_ino).")};
}

} // namespace

std::vector<KeyRow> keyRows(const World& world) {
    std::vector<KeyRow> to;
    const std::size_t first = world.keys.size() > 2 ? world.keys.size() - 2 : 0;
    for (std::size_t i = first; i < world.keys.size(); ++i)
        to.push_back(rowOf(world.keys[i]));
    if (to.size() == 2 && !to[0].failed && !to[1].failed)
        for (std::size_t i = 0; i < 3; ++i)
            to[0].parts[i].same = to[1].parts[i].same = to[0].parts[i].kept == to[1].parts[i].kept;
    return to;
}

std::array<QStringList, 3> keyPartNames() {
    return {QStringList{StageTr::tr("id · low 8 bits"), QStringLiteral("id")},
            QStringList{StageTr::tr("st_dev · low 8"), QStringLiteral("dev")},
            QStringList{StageTr::tr("st_ino · low 16"), QStringLiteral("ino")}};
}

QString keysTitle() {
    return StageTr::tr("ftok keys");
}

KeyVerdict keyVerdict(const World& world) {
    if (world.keys.empty()) return {};
    const std::vector<KeyRow> rows = keyRows(world);
    const KeyRow& newest = rows.back();
    if (newest.failed) return failed(*newest.made);
    if (rows.size() == 2 && !rows.front().failed) return compared(rows);
    if (!newest.parts[0].lost.isEmpty())
        return {StageTr::tr("Of the id only the lowest eight bits count: 0x%1 is lost.")
                    .arg(newest.parts[0].lost),
                true};
    return {StageTr::tr("Made from stat(2) of the file: no kernel object, only a number.")};
}

} // namespace ipclab::words
