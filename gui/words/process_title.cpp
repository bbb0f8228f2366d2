#include "gui/words/process_title.h"

#include "gui/words/words.h"

#include <QCoreApplication>

namespace ipclab {

QString processTitle(std::string_view label, std::string_view letter,
                     std::string_view parentsLetter) {
    if (!label.empty()) return utf8(label);
    if (parentsLetter.empty())
        return QCoreApplication::translate("ipclab::Stage", "process %1").arg(utf8(letter));
    return QCoreApplication::translate("ipclab::Stage", "child of %1").arg(utf8(parentsLetter));
}

} // namespace ipclab
