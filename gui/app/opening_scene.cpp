#include "gui/app/opening_scene.h"

#include <QCoreApplication>

#include <algorithm>

namespace ipclab {

std::string openingScript(int key, const std::vector<UserChoice>& users) {
    const bool bob = std::ranges::any_of(
        users, [](const UserChoice& user) { return user.name == "bob" && user.available; });
    const std::string number = std::to_string(key);
    const auto label = [](const char* text) {
        return " \"" + QCoreApplication::translate("OpeningScene", text).toStdString() + "\"\n";
    };
    return "process A as alice" + label(QT_TRANSLATE_NOOP("OpeningScene", "sender")) +
           "process B as " + std::string(bob ? "bob" : "alice") +
           label(QT_TRANSLATE_NOOP("OpeningScene", "receiver")) + "A: q = msgget(" + number +
           ", IPC_CREAT|0660)\n"
           "A: msgsnd(q, {1, \"hello\"}, 5, 0)\n"
           "A: msgsnd(q, {4, \"log\"}, 3, 0)\n"
           "A: msgsnd(q, {2, \"photo\"}, 5, 0)\n"
           "B: q = msgget(" +
           number +
           ", 0)\n"
           "B: msgrcv(q, &rbuf, 64, 3, 0)\n";
}

} // namespace ipclab
