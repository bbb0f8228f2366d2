// The phrases that stand in the engine's source: what it refuses, reports and expects.
#pragma once

#include <QString>
#include <QStringList>

namespace ipclab {

/// "B has ended" for failure(fmt::format("{} has ended", letter)), with X for what is filled in,
/// from every source file of a room. The text in front says where it stands.
struct SourcePhrase {
    QString file, text;
};

[[nodiscard]] QList<SourcePhrase> phrasesOf(const QString& room);

} // namespace ipclab
