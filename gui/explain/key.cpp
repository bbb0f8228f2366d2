#include "engine/call/language.h"
#include "gui/explain/outcome.h"

#include <algorithm>

namespace ipclab {

namespace {

constexpr std::int64_t usedId = 0xff;

QString hexadecimal(std::uint64_t number, int digits) {
    return QStringLiteral("0x%1").arg(number, digits, 16, QLatin1Char('0'));
}

/// Another path that has the same key without being the same file.
const KeyMade* collision(const World& world, const KeyMade& made) {
    const auto same = std::ranges::find_if(world.keys, [&](const KeyMade& other) {
        return other.error == 0 && other.key == made.key && !(other.file == made.file) &&
               (other.file.dev != made.file.dev || other.file.ino != made.file.ino) &&
               other.path != made.path;
    });
    return same == world.keys.end() ? nullptr : &*same;
}

/// The key that the same path and id had before, when the file behind it was another.
const KeyMade* before(const World& world, const KeyMade& made) {
    for (auto other = world.keys.rbegin(); other != world.keys.rend(); ++other)
        if (other->error == 0 && other->path == made.path && other->id == made.id &&
            other->atNs < made.atNs && other->key != made.key)
            return &*other;
    return nullptr;
}

void explainMissing(Explanation& explanation, const Outcome& outcome) {
    explanation.sentence = Explain::tr(
        "ftok asks for the file's inode, and there is no such file. It returned -1, which "
        "msgget would take as a key like any other (0xffffffff): a program has to look "
        "at the result.");
    explanation.fix = phrase::fix(Explain::tr("Make the file"), outcome.process,
                                  "fd = open(" + print(Value(outcome.call.call.data)) +
                                      ", O_CREAT|O_RDWR, 0644)");
}

void explainBits(Explanation& explanation, const KeyMade& made) {
    explanation.sentence =
        Explain::tr("The key is made of 8 bits of the id (%1), 8 of the device (%2) and 16 of the "
                    "inode (%3). What is in the file, its name and its mode do not count.")
            .arg(hexadecimal(static_cast<std::uint64_t>(made.id) & 0xff, 2),
                 hexadecimal(made.file.dev & 0xff, 2), hexadecimal(made.file.ino & 0xffff, 4));
}

} // namespace

void explainFtok(Explanation& explanation, const Outcome& outcome) {
    if (outcome.call.error == ENOENT) return explainMissing(explanation, outcome);
    if (outcome.call.error != 0) {
        explanation.sentence =
            Explain::tr(
                "ftok could not ask for the file's inode. A folder on the way to it may not "
                "be searched by %1.")
                .arg(outcome.who());
        return;
    }
    if (outcome.world.keys.empty()) return;
    const KeyMade& made = outcome.world.keys.back();
    explainBits(explanation, made);
    if (made.id != (made.id & usedId)) {
        explanation.severity = Severity::Worth;
        explanation.sentence =
            Explain::tr("Only the lowest 8 bits of the id count: %1 gives the same key as %2.")
                .arg(made.id)
                .arg(made.id & usedId);
    } else if (const KeyMade* other = collision(outcome.world, made)) {
        explanation.severity = Severity::Worth;
        explanation.sentence =
            Explain::tr(
                "%1 and %2 are two files, and have the same key: the lower 16 bits of their "
                "inodes are equal, and no more of them count. Two programs that never heard "
                "of each other would share their queue.")
                .arg(phrase::text(made.path).toHtmlEscaped(),
                     phrase::text(other->path).toHtmlEscaped());
    } else if (const KeyMade* old = before(outcome.world, made)) {
        explanation.severity = Severity::Worth;
        explanation.sentence =
            Explain::tr(
                "The same path, but another inode than before (%1, now %2), and so another "
                "key. What was made with the old key is still there, and nobody finds it by "
                "the new one.")
                .arg(old->file.ino)
                .arg(made.file.ino);
    }
}

} // namespace ipclab
