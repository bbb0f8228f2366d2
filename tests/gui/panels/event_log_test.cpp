// The log lists every call with its result, in a bounded window over any number of events.
#include "gui/panels/event_log.h"
#include "tests/gui/timeline/scenario.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace ipclab;
using namespace ipclab::test;

class EventLogTest : public QObject {
    Q_OBJECT

    static EventReader readerOf(const Recording& session) {
        return [&session](std::uint64_t from, std::size_t limit) {
            const std::size_t end = std::min(session.events.size(), std::size_t(from) + limit);
            return std::vector<Event>(session.events.begin() + std::ptrdiff_t(from),
                                      session.events.begin() + std::ptrdiff_t(end));
        };
    }

    /// Process, call, result and remark of each row.
    static QString rowsOf(const LogModel& model) {
        QStringList lines;
        for (int row = 0; row < model.rowCount(); ++row) {
            const LogText text = model.text(row);
            lines << QStringList{text.process, text.call, text.result, text.remark}.join('|');
        }
        return lines.join('\n');
    }

private slots:
    void everyCallIsALine() {
        Theme theme;
        EventLog log(theme);
        Recording session = types();
        log.setReader(readerOf(session));
        log.setFrame(session.frame());
        QCOMPARE(rowsOf(*log.model()),
                 QStringLiteral("A|process started, pid 4711||as alice\n"
                                "C|process started, pid 4712||as carol\n"
                                "B|process started, pid 4713||as bob\n"
                                "A|q = msgget(1234, IPC_CREAT|0644)|3|\n"
                                "A|msgsnd(q, {1, \"hello\"}, 5, 0)|0|\n"
                                "C|q = msgget(1234, 0)|3|\n") +
                     QStringLiteral(
                         "C|msgsnd(q, {4, \"log\"}, 3, 0)|-1 EACCES|the mode bits do not let this "
                         "process write") +
                     QStringLiteral("\nA|msgctl(q, IPC_SET, {.msg_perm.mode = 0666})|0|\n"
                                    "C|msgsnd(q, {4, \"log\"}, 3, 0)|0|\n"
                                    "B|q = msgget(1234, 0)|3|\n"
                                    "B|msgrcv(q, &rbuf, 64, 3, 0)|blocks|asleep in the kernel\n"
                                    "A|msgsnd(q, {2, \"photo\"}, 5, 0)|0|"));
    }

    void aReceiveShowsItsMessageAndHowLongItTook() {
        Theme theme;
        EventLog log(theme);
        Recording session = types();
        session.call("A: msgsnd(q, {3, \"late\"}, 4, 0)", 0);
        event::Returned& got = session.returns("B", 4);
        got.mtype = 3;
        got.data = "late";
        log.setReader(readerOf(session));
        log.setFrame(session.frame());
        const LogText last = log.model()->text(log.model()->rowCount() - 1);
        QCOMPARE(last.call, QStringLiteral("msgrcv(q, &rbuf, 64, 3, 0)"));
        QCOMPARE(last.result, QStringLiteral("4 {3, \"late\"}"));
        QCOMPARE(last.remark, QStringLiteral("took 1153 ms"));
    }

    void filters() {
        Theme theme;
        EventLog log(theme);
        Recording session = types();
        event::OutsideChange outside;
        outside.kind = event::OutsideChange::Kind::Taken;
        outside.queue = 3;
        outside.pid = 99;
        session.add(supervisorProcess, outside);
        log.setReader(readerOf(session));
        const Frame frame = session.frame();
        log.setFrame(frame);
        const auto kinds = log.findChildren<QComboBox*>();
        const auto only = [&](int kind) {
            kinds[1]->setCurrentIndex(kind);
            log.setFrame(frame);
            return rowsOf(*log.model());
        };
        QVERIFY(only(1).startsWith(QStringLiteral("C|msgsnd(q, {4, \"log\"}, 3, 0)|-1 EACCES|")));
        QCOMPARE(log.model()->rowCount(), 1);
        QCOMPARE(only(2), QStringLiteral("B|msgrcv(q, &rbuf, 64, 3, 0)|blocks|asleep in the "
                                         "kernel"));
        QCOMPARE(only(3), QStringLiteral("pid 99|messages taken from queue 3: 1|changed from "
                                         "outside|"));
        only(0);
        log.findChild<QLineEdit*>()->setText(QStringLiteral("PHOTO"));
        log.setFrame(frame);
        QCOMPARE(rowsOf(*log.model()), QStringLiteral("A|msgsnd(q, {2, \"photo\"}, 5, 0)|0|"));
        log.findChild<QLineEdit*>()->clear();
        kinds[0]->setCurrentIndex(kinds[0]->findText(QStringLiteral("C second sender")));
        log.setFrame(frame);
        QCOMPARE(log.model()->rowCount(), 4);
    }

    void aClickGoesToTheMoment() {
        Theme theme;
        EventLog log(theme);
        log.resize(900, 300);
        log.show();
        Recording session = types();
        log.setReader(readerOf(session));
        log.setFrame(session.frame());
        QSignalSpy asked(&log, &EventLog::positionRequested);
        QTableView* table = log.table();
        const QRect cell = table->visualRect(log.model()->index(4, LogModel::Call));
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, cell.center());
        QCOMPARE(asked.count(), 1);
        const auto position = asked[0][0].toULongLong();
        QVERIFY(std::holds_alternative<event::Returned>(session.events[position - 1].body));
        QTest::keyClick(table, Qt::Key_Return);
        QCOMPARE(asked.count(), 2);
        log.copy();
        QVERIFY(QApplication::clipboard()->text().contains(
            QStringLiteral("A\tmsgsnd(q, {1, \"hello\"}, 5, 0)\t0")));
    }

    void manyEventsStayBounded() {
        Theme theme;
        LogModel model(theme);
        Recording session;
        session.start("A", "", "alice", 1000);
        session.call("A: q = msgget(1234, IPC_CREAT|0644)", 3);
        for (int i = 0; i < 70'000; ++i) {
            session.call("A: msgsnd(q, {1, \"\"}, 0, IPC_NOWAIT)", -1, EAGAIN);
        }
        model.setReader(readerOf(session));
        const Frame frame = session.frame();
        model.setFrame(frame);
        // 210 000 events at once: they are said to be left out, the newest are listed.
        QCOMPARE(model.row(0).kind, LogKind::LeftOut);
        while (model.behind() > 0)
            model.setFrame(frame);
        QVERIFY(model.rowCount() > 100);
        QVERIFY(std::size_t(model.rowCount()) <= LogModel::mostRows);
        QCOMPARE(model.row(model.rowCount() - 1).index, std::uint64_t(session.events.size() - 1));
        // A filter looks through the last events of the journal, a slice at a time.
        LogFilter errors;
        errors.only = LogFilter::Only::Errors;
        model.setFilter(errors);
        while (model.behind() > 0)
            model.setFrame(frame);
        QVERIFY(model.rowCount() >= int(LogModel::firstSpan / 3) - 1);
        QVERIFY(model.hasEarlier());
        model.showEarlier();
        while (model.behind() > 0)
            model.setFrame(frame);
        QVERIFY(std::size_t(model.rowCount()) > LogModel::mostRows / 2);
    }

    void theRowOfAnEarlierMoment() {
        Theme theme;
        LogModel model(theme);
        Recording session = types();
        model.setReader(readerOf(session));
        Frame frame = session.frame();
        model.setFrame(frame);
        QCOMPARE(model.rowOfMoment(), -1);
        frame.past = true;
        frame.position = model.row(4).index + 1;
        model.setFrame(frame);
        QCOMPARE(model.rowOfMoment(), 4);
    }
};

QTEST_MAIN(EventLogTest)
#include "event_log_test.moc"
