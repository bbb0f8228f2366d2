// Nothing is clipped: the whole window in every theme, language, scale and size, in every form and
// tab. Looks at every widget's place and text, and at a picture of the whole.
#include "engine/call/catalogue.h"
#include "gui/app/workspace.h"
#include "gui/panels/lesson_page.h"
#include "tests/gui/app/live_window.h"
#include "tests/gui/app/misfits.h"

#include <QScrollArea>
#include <QScrollBar>
#include <QStandardPaths>
#include <QTest>

using namespace ipclab;

class FitTest : public QObject, private LiveWindow {
    Q_OBJECT

    /// Layouts, and what follows a frame only later, have come to rest. The lab goes on meanwhile:
    /// a frame that came last has new texts, which are laid out before anyone sees them painted.
    void settle() {
        QCoreApplication::processEvents();
        QCoreApplication::sendPostedEvents();
        QCoreApplication::processEvents();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
    }

    void look(const QString& where) {
        settle();
        QStringList found = misfits(window());
        found << widerThanThePanel();
        if (found.isEmpty()) return;
        const QString folder = qEnvironmentVariable("IPCLAB_MISFITS");
        if (!folder.isEmpty())
            window().grab().save(folder + u'/' + QString(where).replace(u' ', u'-') + ".png");
        found.removeDuplicates();
        wrong_ << where + QStringLiteral(":\n    ") + found.join(QStringLiteral("\n    "));
    }

    QStringList widerThanThePanel() {
        const auto* panel = window().workspace()->panel()->findChild<QScrollArea*>();
        const int room = panel->viewport()->width();
        if (panel->widget()->width() <= room) return {};
        QStringList wide;
        for (const QWidget* each : panel->widget()->findChildren<QWidget*>()) {
            const int right = each->mapTo(panel->widget(), QPoint()).x() +
                              std::min(each->minimumSizeHint().width(), each->width());
            if (each->isVisible() && right > room - 14 && each->layout() == nullptr)
                wide << QStringLiteral("%1 “%2” of the form reaches to %3 of %4")
                            .arg(each->metaObject()->className(), each->accessibleName())
                            .arg(right)
                            .arg(room);
        }
        return wide;
    }

    void lookAtEveryForm(const QString& where) {
        CallPanel* panel = window().workspace()->panel();
        for (const CatalogueEntry& entry : catalogue()) {
            panel->setCall(entry.id);
            look(where + u' ' + QString::fromUtf8(entry.name.data(), qsizetype(entry.name.size())));
        }
        for (const char* line :
             {"A: msgctl(q, IPC_SET, {.msg_perm.mode = 0600})",
              "A: msgrcv(q, &rbuf, 64, -4, MSG_NOERROR)",
              "A: msgsnd(q, {2147483647, \"a longer text than most\"}, 23, 0)",
              "A: msgsnd(q, {1, \"a_text_without_one_place_where_a_line_could_end\"}, 47, 0)"}) {
            panel->fill(*parseStatement(line));
            look(where + u' ' + QString::fromLatin1(line).left(14));
        }
    }

    void lookAtEveryTab(const QString& where) {
        QTabWidget* tabs = window().workspace()->tabs();
        for (int i = 0; i < tabs->count(); ++i) {
            tabs->setCurrentIndex(i);
            look(where + QStringLiteral(" tab %1").arg(i + 1));
        }
        tabs->setCurrentIndex(0);
    }

    QStringList wrong_;

private slots:
    void initTestCase() {
        QStandardPaths::setTestModeEnabled(true);
        QVERIFY(open());
        // With a segment attached, the form has a second part below it.
        enter("A: shmid = shmget(IPC_PRIVATE, 4096, 0600)");
        QTRY_VERIFY(process("A")->variables.contains("shmid"));
        enter("A: shmaddr = shmat(shmid, NULL, 0)");
        QTRY_VERIFY(!process("A")->attachments.empty());
        // Another process has it too: both can write at once.
        const std::int32_t segment = process("A")->attachments.front().segment;
        enter(QStringLiteral("C: shmaddr = shmat(%1, NULL, 0)").arg(segment));
        QTRY_VERIFY(process("C") && !process("C")->attachments.empty());
        // An error with its reason and its remedy stands below the form.
        enter("A: msgsnd(q, {0, \"x\"}, 1, 0)");
        QTRY_VERIFY(window().findChild<ResultBox*>()->headline().contains("EINVAL"));
    }
    void cleanupTestCase() { close(); }

    void itOpensAsSmallAsAProjectorIs() {
        Settings settings = english();
        MainWindow fresh(LiveWindow::theme(), languages(), settings, false);
        fresh.resize(1024, 700);
        fresh.show();
        settle();
        QCOMPARE(fresh.size(), QSize(1024, 700));
    }

    void nothingIsClipped_data() {
        QTest::addColumn<ThemeName>("theme");
        QTest::addColumn<QString>("language");
        QTest::addColumn<QSize>("size");
        QTest::addColumn<double>("scale");
        const std::pair<const char*, ThemeName> themes[] = {{"light", ThemeName::Light},
                                                            {"dark", ThemeName::Dark},
                                                            {"contrast", ThemeName::HighContrast},
                                                            {"desktop", ThemeName::Desktop}};
        for (const char* language : {"en", "ko"})
            for (const auto& [name, theme] : themes)
                for (const QSize size : {QSize(1440, 900), QSize(1024, 700)})
                    for (const double scale : {1.0, 2.0})
                        QTest::addRow("%s %s %dx%d at %d", language, name, size.width(),
                                      size.height(), int(scale * 100))
                            << theme << QString(language) << size << scale;
        for (const char* language : {"en", "ko"})
            for (const QSize size : {QSize(1440, 900), QSize(1024, 700)})
                QTest::addRow("%s light %dx%d at 300", language, size.width(), size.height())
                    << ThemeName::Light << QString(language) << size << 3.0;
    }

    void nothingIsClipped() {
        QFETCH(ThemeName, theme);
        QFETCH(QString, language);
        QFETCH(QSize, size);
        QFETCH(double, scale);
        wrong_.clear();
        LiveWindow::theme().setName(theme);
        LiveWindow::theme().setScale(scale);
        window().setLanguage(language);
        settle(); // the smallest size follows the scale
        window().resize(size);
        settle();
        QCOMPARE(window().size(), size);
        const QString where = QString::fromLatin1(QTest::currentDataTag());
        // A theme only changes colours: each form and tab once for each language and size.
        if (theme == ThemeName::Light) {
            lookAtEveryForm(where);
            // At three times the size the tabs of a small window have no room for a line.
            if (scale < 3.0) lookAtEveryTab(where);
        }
        look(where);
        for (const QString& each : wrong_)
            qWarning().noquote() << each;
        QVERIFY(wrong_.isEmpty());
        const QImage picture = window().grab().toImage();
        QCOMPARE(picture.size(), size);
        const QColor corner = picture.pixelColor(2, 2);
        QCOMPARE(corner, LiveWindow::theme().palette().panel);
    }
};

QTEST_MAIN(FitTest)
#include "fit_test.moc"
