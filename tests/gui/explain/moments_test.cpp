// Sleep, successes that surprise, the sentence of the moment, and what to try next.
#include "engine/call/printf.h"
#include "gui/explain/moment.h"
#include "tests/gui/explain/scene.h"

#include <csignal>

using namespace ipclab;
using namespace ipclab::test;

class MomentsTest : public QObject {
    Q_OBJECT

    static QString sleepOf(Scene& scene, const char* letter) {
        return plain(explainSleep(scene.world, scene.process(letter)).sentence);
    }
    static QString lineOf(const std::optional<Fix>& fix) {
        return fix ? QString::fromStdString(print(fix->statement)) : QString();
    }
    static void checkSuccess(Scene& scene, const char* letter, const char* sentence) {
        const Explanation explanation = scene.explain(letter);
        QCOMPARE(plain(explanation.sentence), QString::fromUtf8(sentence));
        QCOMPARE(explanation.severity, Severity::Worth);
    }

private slots:
    void noMessageOfThisType() {
        Scene scene;
        scene.addQueue(0666);
        scene.addMessage(1, "hello");
        scene.addMessage(4, "log");
        scene.addMessage(2, "photo");
        scene.asleep("B", CallId::Msgrcv, {3, 64, 3, 0});
        const Explanation why = explainSleep(scene.world, scene.process("B"));
        QCOMPARE(why.headline, QStringLiteral("B: msgrcv(…) sleeps"));
        QCOMPARE(why.severity, Severity::Asleep);
        QCOMPARE(plain(why.sentence),
                 QStringLiteral("msgrcv with msgtyp 3 takes the first message of type 3. The queue "
                                "holds types 1, 4 and 2, so the kernel puts B to sleep. Send a "
                                "message of type 3, set IPC_NOWAIT, or press IPC_RMID and watch."));
        QCOMPARE(lineOf(why.fix), QStringLiteral("A: msgsnd(q, {3, \"hello\"}, 5, 0)"));
        QCOMPARE(plain(stageSentence(scene.world)),
                 QStringLiteral("Why is B asleep? ") + plain(why.sentence));
    }

    void aKilledSleeperIsTheNewsOfTheMoment() {
        Scene scene;
        scene.addQueue();
        scene.asleep("B", CallId::Msgrcv, {3, 64, 0, 0});
        Process& b = scene.process("B");
        b.unfinished.emplace().call = b.current->call;
        b.current.reset();
        b.state = ProcessState::Killed;
        b.endCode = SIGKILL;
        b.endedNs = scene.world.timeNs += 10;
        QCOMPARE(plain(stageSentence(scene.world)),
                 QStringLiteral("B was killed by SIGKILL. It was inside msgrcv, which never "
                                "returned. A queue belongs to no process: it stays, and its "
                                "messages with it, until IPC_RMID."));
    }

    /// A has two texts by turns in a segment at +0, and C has read it meanwhile.
    static void readMeanwhile(Scene& scene, const char* line, const std::string& read) {
        Segment segment;
        segment.stat.id = 7;
        segment.stat.segsz = 4096;
        scene.world.segments.push_back(segment);
        for (const char* letter : {"A", "C"}) {
            Attachment at;
            at.segment = 7;
            at.address = letter[0] == 'A' ? 0x10000 : 0x50000;
            at.bytes = 4096;
            scene.process(letter).attachments.push_back(at);
        }
        const auto statement = std::make_shared<const Statement>(*parseStatement(line));
        Process& writer = scene.process("A");
        scene.returned("A", statement->actions[0].call->id, {0x10000, 'a', 4}, 0, 0x10000);
        writer.given = GivenLine{1, statement, 5};
        CallOutcome& printed =
            scene.returned("C", CallId::Printf, {}, 0, std::int64_t(read.size()), read + '\n');
        PrintfArgument argument;
        argument.kind = PrintfArgument::Kind::Address;
        argument.number = 0x50000;
        printed.call.data = packPrintf({"%s\n", {argument}});
    }

    void aTornReadIsTold_data() {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("read");
        QTest::addColumn<bool>("torn");
        const QString texts = "A: repeat 9 { strcpy(p, \"aaaa\"); strcpy(p, \"bbbb\") }";
        const QString bytes = "A: repeat 9 { memset(p, 'a', 4); memset(p, 'b', 4) }";
        QTest::newRow("pieces of both") << texts << "bbaa" << true;
        QTest::newRow("of two memsets") << bytes << "baaa" << true;
        QTest::newRow("one of them") << texts << "bbbb" << false;
        QTest::newRow("the other") << bytes << "aaaa" << false;
        QTest::newRow("something else") << texts << "bbxa" << false;
        QTest::newRow("always the same text")
            << QStringLiteral("A: repeat 9 { strcpy(p, \"aaaa\") }") << "aaab" << false;
    }

    void aTornReadIsTold() {
        QFETCH(QString, line);
        QFETCH(QString, read);
        QFETCH(bool, torn);
        Scene scene;
        readMeanwhile(scene, line.toUtf8(), read.toStdString());
        const Explanation why = scene.explain("C");
        QCOMPARE(why.headline == "Torn read.", torn);
        QVERIFY2(
            plain(why.sentence).contains(torn ? "C read a text that A never wrote" : "C printed"),
            qPrintable(why.sentence));
    }

    void aBurstDoesNotPushAsideWhatAnotherHasJustDone() {
        Scene scene;
        readMeanwhile(scene, "A: repeat 9 { strcpy(p, \"aaaa\"); strcpy(p, \"bbbb\") }", "bbaa");
        scene.returned("A", CallId::Strcpy, {0x10000}, 0, 0x10000);
        QVERIFY(plain(stageSentence(scene.world)).startsWith("Torn read."));
        scene.world.timeNs += newsNs;
        scene.returned("A", CallId::Strcpy, {0x10000}, 0, 0x10000);
        QVERIFY(plain(stageSentence(scene.world)).startsWith("A: strcpy"));
    }

    void emptyQueue() {
        Scene scene;
        scene.addQueue();
        scene.asleep("B", CallId::Msgrcv, {3, 64, -2, 0});
        QCOMPARE(sleepOf(scene, "B"),
                 QStringLiteral("msgrcv with msgtyp -2 takes the first message of the lowest type "
                                "up to 2. The queue is empty, so the kernel puts B to sleep. Send "
                                "a message that it takes, set IPC_NOWAIT, or press IPC_RMID and "
                                "watch."));
    }

    void onlyTheExceptedType() {
        Scene scene;
        scene.addQueue(0666);
        scene.addMessage(1, "hello");
        scene.asleep("B", CallId::Msgrcv, {3, 64, 1, flag("MSG_EXCEPT")});
        const Explanation why = explainSleep(scene.world, scene.process("B"));
        QVERIFY(plain(why.sentence)
                    .startsWith(QStringLiteral("msgrcv with msgtyp 1 takes the first message whose "
                                               "type is not 1. The queue holds type 1,")));
        QCOMPARE(lineOf(why.fix), QStringLiteral("A: msgsnd(q, {2, \"hello\"}, 5, 0)"));
    }

    void senderWaitsForBytes() {
        Scene scene;
        scene.addQueue().stat.qbytes = 8;
        scene.addMessage(1, "hello");
        scene.asleep("A", CallId::Msgsnd, {3, 1, 5, 0});
        const Explanation why = explainSleep(scene.world, scene.process("A"));
        QCOMPARE(plain(why.sentence),
                 QStringLiteral("The queue holds 5 of 8 bytes and 5 more do not fit, so the kernel "
                                "puts A to sleep. It goes on when someone receives enough; a "
                                "smaller message may overtake it."));
        QCOMPARE(lineOf(why.fix), QStringLiteral("B: msgrcv(q, &rbuf, 5, 0, 0)"));
    }

    void senderWaitsForTheCount() {
        Scene scene;
        scene.addQueue().stat.qbytes = 1;
        scene.addMessage(1, "");
        scene.asleep("A", CallId::Msgsnd, {3, 1, 0, 0});
        QCOMPARE(sleepOf(scene, "A"),
                 QStringLiteral("msg_qbytes limits the number of messages, too, and 1 of at most 1 "
                                "stand in the queue, so the kernel puts A to sleep. It goes on "
                                "when someone receives one."));
    }

    void senderThatNeverFits() {
        Scene scene;
        scene.addQueue(0666).stat.qbytes = 100;
        scene.asleep("C", CallId::Msgsnd, {3, 1, 101, 0});
        const Explanation why = explainSleep(scene.world, scene.process("C"));
        QCOMPARE(plain(why.sentence),
                 QStringLiteral("The message has 101 bytes, more than msg_qbytes (100): it never "
                                "fits, not even into the empty queue, so the kernel puts C to "
                                "sleep. That is no error for the kernel. Only a larger msg_qbytes, "
                                "IPC_RMID or a signal ends it."));
        QCOMPARE(lineOf(why.fix), QStringLiteral("A: msgctl(q, IPC_SET, {.msg_qbytes = 101})"));
    }

    void handedOverWithoutQueueing() {
        Scene scene;
        scene.addQueue();
        CallOutcome& got = scene.returned("B", CallId::Msgrcv, {3, 64, 0, 0}, 0, 5, "hello");
        got.mtype = 1;
        scene.returned("A", CallId::Msgsnd, {3, 1, 5, 0}, 0, 0, "hello");
        scene.process("B").last->returnedNs = scene.world.timeNs += 10;
        checkSuccess(scene, "A",
                     "The message never stood in the queue: B already slept in msgrcv, so the "
                     "kernel handed it over. It goes to the first sleeper that accepts it; "
                     "msg_qnum does not change.");
        // B's return comes last and is plain; the moment is told by what woke it.
        QVERIFY(plain(stageSentence(scene.world))
                    .startsWith(QStringLiteral("A: msgsnd(…) = 0 · The message never stood")));
    }

    /// A frame may bring a call and a look behind it: what was told before both is over.
    void aLookThatCameWithAnotherCallDoesNotKeepWhatIsOlder() {
        Scene scene;
        scene.addQueue();
        RunningSentence running;
        scene.returned("A", CallId::Msgctl, {3, flag("IPC_STAT")}, EACCES);
        scene.world.calls = 1;
        QVERIFY(plain(running.at(scene.world, Telling::Everything)).contains("EACCES"));
        scene.returned("A", CallId::Msgsnd, {3, 1, 5, 0}, 0, 0, "hello");
        const World between = scene.world;
        scene.returned("A", CallId::Printf, {}, 0, 1, "x");
        scene.world.calls = 3;
        const auto before = [&] { return std::optional(between); };
        const QString now = plain(running.at(scene.world, Telling::Everything, before));
        QVERIFY2(now.contains("printf"), qPrintable(now));
        QCOMPARE(plain(running.at(scene.world, Telling::Everything, before)), now);
    }

    void aLookDoesNotPushAsideWhatTheStepHasShown() {
        Scene scene;
        scene.addQueue();
        CallOutcome& got = scene.returned("B", CallId::Msgrcv, {3, 64, 0, 0}, 0, 5, "hello");
        got.mtype = 1;
        scene.returned("A", CallId::Msgsnd, {3, 1, 5, 0}, 0, 0, "hello");
        scene.process("B").last->returnedNs = scene.world.timeNs += 10;
        RunningSentence running;
        const auto said = [&] { return plain(running.at(scene.world, Telling::Everything)); };
        const QString handOver = said();
        QVERIFY2(handOver.contains("The message never stood"), qPrintable(handOver));
        scene.returned("A", CallId::Msgctl, {3, flag("IPC_STAT")}, 0);
        QCOMPARE(said(), handOver);
        scene.returned("A", CallId::Printf, {}, 0, 1, "x");
        QCOMPARE(said(), handOver);
        // A look of its own, later, is told; so is what fails, and what changes something.
        scene.world.timeNs += sameStepNs;
        scene.returned("A", CallId::Msgctl, {3, flag("IPC_STAT")}, 0);
        QVERIFY2(said().contains("The kernel says"), qPrintable(said()));
        scene.returned("A", CallId::Msgctl, {3, flag("IPC_STAT")}, EACCES);
        const QString failure = said();
        QVERIFY2(failure.contains("EACCES"), qPrintable(failure));
        scene.returned("A", CallId::Msgctl, {3, flag("IPC_STAT")}, 0);
        QCOMPARE(said(), failure);
        scene.returned("A", CallId::Msgsnd, {3, 1, 5, 0}, 0, 0, "hello");
        QVERIFY2(said().contains("copied 5 bytes"), qPrintable(said()));
        scene.returned("A", CallId::Msgctl, {3, flag("IPC_STAT")}, 0);
        QVERIFY2(said().contains("The kernel says"), qPrintable(said()));
    }

    void anEarlierMomentOfALookIsToldLikeTheLinesBeforeIt() {
        Scene scene;
        scene.addQueue();
        scene.returned("B", CallId::Msgrcv, {3, 64, 0, 0}, 0, 5, "hello").mtype = 1;
        scene.returned("A", CallId::Msgsnd, {3, 1, 5, 0}, 0, 0, "hello");
        scene.process("B").last->returnedNs = scene.world.timeNs += 10;
        std::vector<World> before{World(), scene.world}; // the oldest first
        const auto look = [&] { scene.returned("A", CallId::Msgctl, {3, flag("IPC_STAT")}, 0); };
        const auto said = [&] {
            std::vector<World> left = before;
            return plain(pastSentence(scene.world, [&]() -> std::optional<World> {
                if (left.empty()) return {};
                World world = std::move(left.back());
                left.pop_back();
                return world;
            }));
        };
        look();
        QVERIFY2(said().contains("The message never stood"), qPrintable(said()));
        before.push_back(scene.world);
        look();
        QVERIFY2(said().contains("The message never stood"), qPrintable(said()));
        // One that somebody makes later is told for what it is; so is the first of all.
        before.push_back(scene.world);
        scene.world.timeNs += sameStepNs;
        look();
        QVERIFY2(said().contains("The kernel says"), qPrintable(said()));
        before.clear();
        QVERIFY2(said().contains("The kernel says"), qPrintable(said()));
    }

    void aSenderThatGotRoomIsToldWhoMadeIt() {
        Scene scene;
        scene.addQueue().stat.qbytes = 10;
        scene.addMessage(1, "12345678");
        scene.returned("A", CallId::Msgsnd, {3, 1, 8, 0}, 0, 0, "12345678");
        scene.returned("B", CallId::Msgrcv, {3, 64, 0, 0}, 0, 8, "abcdefgh").mtype = 1;
        scene.process("A").last->returnedNs = scene.world.timeNs += 10;
        checkSuccess(scene, "A",
                     "A slept until B received. Now its 8 bytes fit: the kernel copied them to the "
                     "tail, and msgsnd returned 0 as if it had never slept.");
        // With that much room it cannot have waited for it.
        scene.world.queues.back().stat.qbytes = 16;
        QVERIFY(plain(scene.explain("A").sentence).startsWith("The kernel copied 8 bytes"));
        scene.returned("B", CallId::Msgctl, {3, flag("IPC_SET")}, 0);
        scene.process("A").last->returnedNs = scene.world.timeNs += 10;
        QVERIFY(plain(scene.explain("A").sentence).startsWith("A slept until B changed msg_qb"));
    }

    void aQuestionIsNotAnsweredByWhyItSleeps() {
        Scene scene;
        scene.addQueue();
        scene.returned("A", CallId::Msgsnd, {3, 1, 5, 0}, 0, 0, "hello");
        const QString sent = plain(stageSentence(scene.world, Telling::WhatHappened));
        QVERIFY2(sent.contains("copied 5 bytes"), qPrintable(sent));
        scene.asleep("B", CallId::Msgrcv, {3, 64, 3, 0});
        QVERIFY(stageSentence(scene.world, Telling::Everything).contains("Why is B asleep?"));
        QCOMPARE(stageSentence(scene.world, Telling::WhatHappened), QString());
    }

    void queuedAsUsual() {
        Scene scene;
        scene.addQueue();
        scene.addMessage(1, "hello");
        scene.returned("A", CallId::Msgsnd, {3, 1, 5, 0}, 0, 0, "hello");
        QCOMPARE(scene.explain("A").severity, Severity::Plain);
        QVERIFY(plain(scene.explain("A").sentence)
                    .startsWith(QStringLiteral("The kernel copied 5 bytes to the tail")));
    }

    void emptyMessageIntoAFullQueue() {
        Scene scene;
        scene.addQueue().stat.qbytes = 5;
        scene.addMessage(1, "hello");
        scene.addMessage(1, "");
        scene.returned("A", CallId::Msgsnd, {3, 1, 0, 0}, 0);
        checkSuccess(scene, "A",
                     "Not one byte is free, yet an empty message still enters: it needs no byte, "
                     "and with 2 of at most 5 messages the count is not reached.");
    }

    void sizeofTheWholeStruct() {
        Scene scene;
        scene.addQueue();
        scene.addMessage(1, "hello");
        scene.returned("A", CallId::Msgsnd, {3, 1, 13, 0}, 0, 0, "hello");
        checkSuccess(scene, "A",
                     "msgsz is 13 but the text has 5 bytes: the kernel copied what lies behind it, "
                     "too. msgsz counts mtext alone, without mtype; sizeof(struct msgbuf) is too "
                     "much.");
    }

    void cutByNoError() {
        Scene scene;
        scene.addQueue();
        scene.returned("A", CallId::Msgsnd, {3, 1, 10, 0}, 0, 0, "0123456789");
        scene.returned("B", CallId::Msgrcv, {3, 4, 0, flag("MSG_NOERROR")}, 0, 4, "0123").mtype = 1;
        checkSuccess(scene, "B", "MSG_NOERROR cut the message to 4 bytes; the other 6 are lost.");
    }

    void lowestTypeFirst() {
        Scene scene;
        scene.addQueue();
        scene.addMessage(5, "later");
        scene.returned("B", CallId::Msgrcv, {3, 64, -4, 0}, 0, 2, "hi").mtype = 1;
        checkSuccess(scene, "B",
                     "msgtyp -4 takes the first message of the lowest type up to 4, in this case "
                     "type 1, wherever it stands.");
    }

    void exceptMeansNothingForZero() {
        Scene scene;
        scene.addQueue();
        scene.returned("B", CallId::Msgrcv, {3, 64, 0, flag("MSG_EXCEPT")}, 0, 2, "hi").mtype = 1;
        checkSuccess(scene, "B",
                     "MSG_EXCEPT means nothing with a msgtyp of 0 or less: the kernel ignored it.");
    }

    void copyChangesNothing() {
        Scene scene;
        scene.addQueue();
        scene.addMessage(1, "hello");
        scene.returned("B", CallId::Msgrcv, {3, 64, 0, flag("MSG_COPY") | flag("IPC_NOWAIT")}, 0, 5,
                       "hello");
        checkSuccess(scene, "B",
                     "MSG_COPY copied the message at position 0 and changed nothing: it still "
                     "stands in the queue, and msg_lrpid and msg_rtime are as before.");
    }

    void removalWakesEveryone() {
        Scene scene;
        scene.addQueue().removed = true;
        scene.addMessage(1, "hello");
        scene.returned("B", CallId::Msgrcv, {3, 64, 3, 0}, EIDRM);
        scene.returned("A", CallId::Msgctl, {3, flag("IPC_RMID")}, 0);
        scene.process("B").last->returnedNs = scene.world.timeNs += 10;
        checkSuccess(scene, "A",
                     "The queue is gone at once, and 1 message with it. Who slept on it wakes with "
                     "EIDRM: B. The id 3 means nothing any more: the next call with it gets "
                     "EINVAL.");
        QVERIFY(plain(stageSentence(scene.world))
                    .startsWith(QStringLiteral("B: msgrcv(…) = -1 EIDRM · A removed the queue")));
    }

    void shrunkBelowItsContents() {
        Scene scene;
        scene.addQueue().stat.qbytes = 3;
        scene.addMessage(1, "hello");
        scene.returned("A", CallId::Msgctl, {3, flag("IPC_SET"), 0644, 1000, 1000, 3}, 0);
        checkSuccess(scene, "A",
                     "msg_qbytes is 3 now, less than the 5 bytes that stand in the queue. They "
                     "stay; nothing enters until there is room again.");
    }

    void theSecondQueueOfAKey() {
        Scene scene;
        scene.addQueue(0644, 3).removed = true;
        Queue& queue = scene.addQueue(0644, 4);
        const auto args = std::array<std::int64_t, 6>{1234, flag("IPC_CREAT") | 0644};
        queue.createdNs = scene.returned("A", CallId::Msgget, args, 0, 4).returnedNs;
        checkSuccess(scene, "A",
                     "The same key, but a new queue with a new id: 3 is gone, this is 4.");
    }

    void aQueueThatNobodyMayUse() {
        Scene scene;
        Queue& queue = scene.addQueue(0);
        const auto args = std::array<std::int64_t, 6>{1234, flag("IPC_CREAT")};
        queue.createdNs = scene.returned("A", CallId::Msgget, args, 0, 3).returnedNs;
        checkSuccess(scene, "A",
                     "No mode was given, so it is 0000: nobody may send or receive, not even alice "
                     "who owns the queue. IPC_RMID and IPC_SET still work.");
    }

    void anIdWithoutPermission() {
        Scene scene;
        scene.addQueue(0600);
        scene.returned("C", CallId::Msgget, {1234, 0}, 0, 3);
        checkSuccess(scene, "C",
                     "C got the id although it may neither send nor receive: without mode bits "
                     "msgget asks for no permission. The check comes with the first use.");
    }

    void aHandOverIsToldBeforeWhatWasTaken() {
        Scene scene;
        scene.addQueue();
        scene.returned("B", CallId::Msgrcv, {3, 64, -4, 0}, 0, 5, "hello").mtype = 1;
        scene.returned("A", CallId::Msgsnd, {3, 1, 5, 0}, 0, 0, "hello");
        scene.process("B").last->returnedNs = scene.world.timeNs += 10;
        QVERIFY(plain(stageSentence(scene.world))
                    .startsWith(QStringLiteral("A: msgsnd(…) = 0 · The message never stood")));
    }

    void changedFromOutside() {
        Scene scene;
        scene.addQueue();
        scene.returned("A", CallId::Msgsnd, {3, 1, 5, 0}, EINTR);
        event::OutsideChange change;
        change.kind = event::OutsideChange::Kind::Taken;
        change.queue = 3;
        change.pid = 5120;
        scene.world.lastOutside = change;
        scene.world.lastOutsideNs = scene.world.timeNs + 10;
        QCOMPARE(plain(stageSentence(scene.world)),
                 QStringLiteral("Changed from outside. pid 5120 took 1 message from queue 3."));
    }

    void nearlyFull() {
        Scene scene;
        scene.addQueue().stat.qbytes = 5;
        scene.addMessage(1, "hello");
        QCOMPARE(plain(stageSentence(scene.world)),
                 QStringLiteral("Queue 3 is nearly full: 5 of 5 bytes. A send that does not fit "
                                "sleeps, or returns EAGAIN with IPC_NOWAIT."));
    }

    void nothingToSay() {
        const Scene scene;
        QCOMPARE(stageSentence(scene.world), QString());
    }

    void whatToTryNext() {
        Scene scene;
        QStringList lines;
        const auto collect = [&](ProcessId process) {
            for (const Suggestion& each : suggestions(scene.world, process)) {
                lines << each.label + QStringLiteral(" → ") +
                             QString::fromStdString(print(each.statement));
            }
        };
        collect(scene.process("A").id);
        scene.addQueue(0666);
        scene.addMessage(1, "hello");
        scene.addMessage(2, "photo");
        scene.asleep("B", CallId::Msgrcv, {3, 64, 3, 0});
        collect(scene.process("A").id);
        collect(scene.process("B").id);
        QCOMPARE(
            lines.join(QLatin1Char('\n')),
            QStringLiteral("Make a queue with the key 1234 → A: q = msgget(1234, IPC_CREAT|0644)\n"
                           "Look for one that is not there → A: q = msgget(4321, 0)\n"
                           "Send the type 3 that B waits for → A: msgsnd(q, {3, \"hello\"}, 5, 0)\n"
                           "Remove the queue while B sleeps → A: msgctl(q, IPC_RMID, NULL)\n"
                           "What would msgtyp -2 take? → A: msgrcv(q, &rbuf, 64, -2, 0)\n"
                           "A sends one of type 3 → A: msgsnd(q, {3, \"hello\"}, 5, 0)\n"
                           "Remove the queue while B sleeps → A: msgctl(q, IPC_RMID, NULL)"));
    }
};

QTEST_GUILESS_MAIN(MomentsTest)
#include "moments_test.moc"
