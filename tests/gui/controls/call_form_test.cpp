// The form: every click makes the line of C that is shown, and a line fills the form again.
#include "gui/controls/call_form.h"
#include "gui/controls/flags_editor.h"
#include "gui/controls/message_editors.h"
#include "gui/controls/queue_struct_editor.h"

#include <QAbstractItemView>
#include <QPushButton>
#include <QTest>

using namespace ipclab;

class CallFormTest : public QObject {
    Q_OBJECT

    static QString line(const CallForm& form) {
        const auto action = form.action();
        return action ? QString::fromStdString(print(*action)) : QStringLiteral("incomplete");
    }

    static void press(const CallForm& form, const QString& text) {
        for (QPushButton* button : form.findChildren<QPushButton*>())
            if (button->text() == text && !button->isHidden()) {
                QTest::mouseClick(button, Qt::LeftButton);
                return;
            }
        QFAIL(qPrintable("no button " + text));
    }

    static QLineEdit* field(const CallForm& form, const char* name) {
        for (QLineEdit* edit : form.findChildren<QLineEdit*>())
            if (edit->accessibleName() == QLatin1String(name)) return edit;
        return nullptr;
    }

    static Action actionOf(const char* text) { return parseStatement(text)->actions.front(); }

    /// A with q = 3 and a queue of three messages.
    static World world() {
        World world;
        Process a;
        a.id = firstWorker;
        a.letter = "A";
        a.variables["q"] = std::int64_t{3};
        world.processes.push_back(a);
        Queue queue;
        queue.stat.id = 3;
        queue.stat.key = 1234;
        queue.stat.qbytes = 16384;
        queue.messages = {{1, 1, 5, "hello"}, {2, 4, 3, "log"}, {3, 2, 5, "photo"}};
        world.queues.push_back(queue);
        return world;
    }

private slots:
    void everyCallStartsWithALineThatCanBeMade_data() {
        QTest::addColumn<int>("call");
        for (const CatalogueEntry& entry : catalogue())
            if (entry.id != CallId::Load && entry.id != CallId::Store) // operators have no form
                QTest::newRow(entry.name.data()) << static_cast<int>(entry.id);
    }

    void everyCallStartsWithALineThatCanBeMade() {
        QFETCH(int, call);
        CallForm form;
        form.setCall(static_cast<CallId>(call));
        const QString first = line(form);
        const auto parsed = parseStatement(("A: " + first).toStdString());
        QVERIFY2(parsed.has_value(), qPrintable(first));
        QCOMPARE(static_cast<int>(parsed->actions.front().call->id), call);
    }

    void everyCallComesBackFromItsOwnLine_data() {
        QTest::addColumn<QString>("text");
        for (const char* text : {"q = msgget(IPC_PRIVATE, IPC_CREAT|IPC_EXCL|0600)",
                                 "queue = msgget(1234, 0)",
                                 "msgsnd(q, {7, \"hello bob\"}, 9, IPC_NOWAIT)",
                                 "msgsnd(q, {1, \"\\0\\377\"}, 2, 0)",
                                 "msgsnd(q, &sbuf, 5, 0)",
                                 "msgrcv(q, &rbuf, 64, -2, IPC_NOWAIT|MSG_NOERROR)",
                                 "msgrcv(3, &other, 4, 0, MSG_EXCEPT)",
                                 "msgctl(q, IPC_RMID, NULL)",
                                 "msgctl(q, IPC_STAT, &ds)",
                                 "msgctl(q, IPC_SET, {.msg_perm.mode = 0666, .msg_qbytes = 100})",
                                 "kill(B, SIGUSR1)",
                                 "sigaction(SIGUSR1, {handler, SA_RESTART}, NULL)",
                                 "write(fd[1], \"hello child\", 11)",
                                 "read(fd[0], buf, 64)",
                                 "close(fd[0])",
                                 "fd = open(\"channel\", O_WRONLY)",
                                 "fd = open(\"file\", O_WRONLY|O_CREAT, 0640)",
                                 "write(fd[1], \"hello\", strlen(\"hello\"))",
                                 "printf(\"%s\\n\", (char *)shmaddr)",
                                 "atomic_fetch_add((atomic_int *)(p + 64), 1)"})
            QTest::newRow(text) << QString::fromLatin1(text);
    }

    void everyCallComesBackFromItsOwnLine() {
        QFETCH(QString, text);
        CallForm form;
        form.set(actionOf(("A: " + text).toUtf8()));
        QCOMPARE(line(form), text);
    }

    void clickingAFlagChangesTheLine() {
        CallForm form;
        form.setCall(CallId::Msgsnd);
        press(form, "IPC_NOWAIT");
        QCOMPARE(line(form), QStringLiteral("msgsnd(q, {1, \"hello\"}, 5, IPC_NOWAIT)"));
        press(form, "0 · wait");
        QCOMPARE(line(form), QStringLiteral("msgsnd(q, {1, \"hello\"}, 5, 0)"));
    }

    void openTakesAModeOnlyWhereItMayCreate() {
        CallForm form;
        form.set(actionOf("A: fd = open(\"channel\", O_WRONLY)"));
        press(form, "O_CREAT");
        QCOMPARE(line(form), QStringLiteral("fd = open(\"channel\", O_WRONLY|O_CREAT, 0644)"));
        press(form, "O_CREAT");
        QCOMPARE(line(form), QStringLiteral("fd = open(\"channel\", O_WRONLY)"));
    }

    void theSizeFollowsTheTextUntilItIsSet() {
        CallForm form;
        form.setCall(CallId::Msgsnd);
        QLineEdit* text = field(form, "message text");
        text->clear();
        QTest::keyClicks(text, "hello bob");
        QCOMPARE(line(form), QStringLiteral("msgsnd(q, {1, \"hello bob\"}, 9, 0)"));
        QLineEdit* size = field(form, "msgsz");
        size->clear();
        QTest::keyClicks(size, "4");
        QTest::keyClicks(text, "!");
        QCOMPARE(line(form), QStringLiteral("msgsnd(q, {1, \"hello bob!\"}, 4, 0)"));
    }

    void bytesAreTypedInHexadecimal() {
        CallForm form;
        form.setCall(CallId::Msgsnd);
        press(form, "bytes");
        QLineEdit* text = field(form, "message text");
        QCOMPARE(text->text(), QStringLiteral("68 65 6c 6c 6f"));
        text->clear();
        QTest::keyClicks(text, "41 4");
        QCOMPARE(line(form), QStringLiteral("incomplete"));
        QTest::keyClicks(text, "2");
        QCOMPARE(line(form), QStringLiteral("msgsnd(q, {1, \"AB\"}, 2, 0)"));
    }

    void theTypeSaysWhatItWouldTakeNow() {
        const auto now = std::make_shared<const World>(world());
        CallForm form;
        form.setCall(CallId::Msgrcv);
        form.look({now, firstWorker, nullptr});
        press(form, "-n");
        auto* type = form.findChild<QSpinBox*>();
        type->setValue(3);
        const auto said = [&](const QString& words) {
            for (const QLabel* label : form.findChildren<QLabel*>())
                if (label->text().contains(words)) return true;
            return false;
        };
        QVERIFY(said("\"hello\""));
        press(form, "n");
        QVERIFY(said("none now"));
        type->setValue(4);
        QVERIFY(said("\"log\""));
        QCOMPARE(line(form), QStringLiteral("msgrcv(q, &rbuf, 64, 4, 0)"));
        press(form, "MSG_EXCEPT");
        QVERIFY(said("the first not of type 4 → \"hello\""));
        press(form, "MSG_EXCEPT");
        press(form, "MSG_COPY");
        type->setValue(2);
        QVERIFY(said("a copy of the message at place 2, from 0 → \"photo\""));
    }

    void theIdOffersVariablesAndQueuesOnTheStage() {
        const auto now = std::make_shared<const World>(world());
        CallForm form;
        form.setCall(CallId::Msgsnd);
        form.look({now, firstWorker, nullptr});
        auto* id = form.findChild<QComboBox*>("msqid");
        QVERIFY(id != nullptr);
        QCOMPARE(id->itemData(0).toString(), QStringLiteral("q"));
        QVERIFY(id->itemText(0).contains("1234"));
        QCOMPARE(id->itemData(1).toString(), QStringLiteral("3"));
    }

    void setOpensTheFieldsAndRemoveClosesThem() {
        CallForm form;
        form.show();
        form.setCall(CallId::Msgctl);
        auto* mode = form.findChild<PermissionGrid*>();
        QVERIFY(!mode->isVisible());
        press(form, "IPC_SET");
        QTRY_VERIFY(mode->isVisible());
        press(form, "IPC_RMID");
        QTRY_VERIFY(!mode->isVisible());
        QCOMPARE(line(form), QStringLiteral("msgctl(q, IPC_RMID, NULL)"));
    }

    void setStartsFromTheModeThatTheQueueHas() {
        World lab = world();
        lab.queues.front().stat.mode = 0660;
        CallForm form;
        form.show();
        form.setCall(CallId::Msgctl);
        form.look({std::make_shared<const World>(lab), firstWorker, nullptr});
        press(form, "IPC_SET");
        QCOMPARE(line(form), QStringLiteral("msgctl(q, IPC_SET, {.msg_perm.mode = 0660})"));
        // What the user has chosen stays, whatever the queue's mode becomes.
        auto* mode = form.findChild<PermissionGrid*>();
        QTest::mouseClick(mode->findChildren<QCheckBox*>().front(), Qt::LeftButton);
        lab.queues.front().stat.mode = 0644;
        form.look({std::make_shared<const World>(lab), firstWorker, nullptr});
        QVERIFY(mode->mode() != 0644);
    }

    void whatWasEnteredIsThereWhenTheCallIsChosenAgain() {
        CallForm form;
        form.setCall(CallId::Msgsnd);
        QTest::keyClicks(field(form, "message text"), "!");
        form.setCall(CallId::Msgrcv);
        form.setCall(CallId::Msgsnd);
        QCOMPARE(line(form), QStringLiteral("msgsnd(q, {1, \"hello!\"}, 6, 0)"));
        form.set(actionOf("A: queue = msgget(77, 0)"));
        form.setCall(CallId::Msgsnd);
        form.setCall(CallId::Msgget);
        QCOMPARE(line(form), QStringLiteral("queue = msgget(77, 0)"));
    }

    void bytesThatAreNoTextStayBytes() {
        CallForm form;
        form.set(actionOf("A: msgsnd(q, {1, \"\\377\\0\"}, 2, 0)"));
        press(form, "text");
        QCOMPARE(line(form), QStringLiteral("msgsnd(q, {1, \"\\377\\0\"}, 2, 0)"));
        QCOMPARE(field(form, "message text")->text(), QStringLiteral("ff 00"));
    }

    void everyFieldHasANameForTheScreenReader() {
        for (const CatalogueEntry& entry : catalogue()) {
            CallForm form;
            form.setCall(entry.id);
            for (const QWidget* each : form.findChildren<QWidget*>()) {
                if (each->focusPolicy() == Qt::NoFocus || each->isHidden()) continue;
                if (qobject_cast<const QComboBox*>(each->parentWidget()) != nullptr) continue;
                if (qobject_cast<const QAbstractItemView*>(each) != nullptr)
                    continue; // the list of a combo box
                if (qobject_cast<const QSpinBox*>(each->parentWidget()) != nullptr) continue;
                const auto* button = qobject_cast<const QAbstractButton*>(each);
                const bool named = !each->accessibleName().isEmpty() ||
                                   (button != nullptr && !button->text().isEmpty());
                QVERIFY2(named, qPrintable(QString::fromUtf8(entry.name.data()) + ": " +
                                           each->metaObject()->className()));
            }
        }
    }
};

QTEST_MAIN(CallFormTest)
#include "call_form_test.moc"
