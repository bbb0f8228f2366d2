// Every palette can be read: each text on each ground it stands on, and the same for tints.
#include "gui/theme/theme.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QFontMetrics>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QSlider>
#include <QSpinBox>
#include <QTabBar>
#include <QTest>
#include <QVBoxLayout>
#include <QWindow>

namespace ipclab {
namespace {

struct Pair {
    const char* name;
    QColor text, ground;
};

std::vector<Pair> pairs(const Palette& p) {
    std::vector<Pair> to;
    const std::pair<const char*, QColor> grounds[] = {
        {"window", p.window},           {"panel", p.panel}, {"sidebar", p.sidebar},
        {"userSpace", p.userSpace},     {"card", p.card},   {"field", p.field},
        {"kernelSpace", p.kernelSpace}, {"hover", p.hover}};
    for (const auto& [name, ground] : grounds) {
        to.push_back({name, p.text, ground});
        to.push_back({name, p.mutedText, ground});
        to.push_back({name, p.faintText, ground});
        to.push_back({name, p.link, ground});
        to.push_back({name, p.error, ground});
        to.push_back({name, p.outside, ground});
    }
    to.insert(to.end(), {{"accent", p.accentText, p.accent},
                         {"accentSoft", p.link, p.accentSoft},
                         {"accentSoft", p.text, p.accentSoft},
                         {"code", p.codeText, p.codeGround},
                         {"error", p.error, p.errorGround},
                         {"error", p.text, p.errorGround},
                         {"error", p.link, p.errorGround},
                         {"ready", p.ready, p.readyGround},
                         {"inKernel", p.inKernel, p.inKernelGround},
                         {"asleep", p.asleep, p.asleepGround},
                         {"asleep", p.text, p.asleepGround},
                         {"asleep", p.mutedText, p.asleepGround},
                         {"ended", p.ended, p.endedGround},
                         {"past", p.pastText, p.pastGround},
                         {"outside", p.outsideText, p.outside}});
    for (int i = 0; i < 8; ++i) {
        to.push_back({"process disc", p.processText(i), p.process(i)});
        for (const auto& ground : {p.card, p.panel, p.userSpace, p.kernelSpace})
            to.push_back({"process ink", p.processInk(i), ground});
    }
    return to;
}

} // namespace

class ThemeTest : public QObject {
    Q_OBJECT
private slots:
    void textCanBeRead_data() {
        QTest::addColumn<int>("theme");
        QTest::newRow("light") << int(ThemeName::Light);
        QTest::newRow("dark") << int(ThemeName::Dark);
        QTest::newRow("high contrast") << int(ThemeName::HighContrast);
        QTest::newRow("desktop") << int(ThemeName::Desktop);
    }

    void textCanBeRead() {
        QFETCH(int, theme);
        for (const Pair& pair : pairs(makePalette(ThemeName(theme), QGuiApplication::palette()))) {
            const double seen = contrast(pair.text, pair.ground);
            QVERIFY2(seen >= 4.5,
                     qPrintable(QString("%1: %2 on %3 is only %4:1")
                                    .arg(pair.name, pair.text.name(), pair.ground.name())
                                    .arg(seen, 0, 'f', 2)));
        }
    }

    void theLineOfCIsABoxThatIsSeen_data() { textCanBeRead_data(); }

    void theLineOfCIsABoxThatIsSeen() {
        QFETCH(int, theme);
        Theme made;
        made.setName(ThemeName(theme));
        made.applyTo(*qApp);
        QPlainTextEdit line(QStringLiteral("msgget(1234, 0);"));
        line.setProperty("role", "code");
        line.resize(200, 60);
        const QColor edge = line.grab().toImage().pixelColor(100, 0);
        const QColor panel = made.palette().panel;
        // Where contrast is what is asked for, as much as a control's border has to have.
        const double least = ThemeName(theme) == ThemeName::HighContrast ? 3.0 : 1.2;
        QVERIFY2(contrast(edge, panel) >= least, qPrintable(edge.name() + " on " + panel.name()));
    }

    void contrastIsThatOfTheStandard() {
        QCOMPARE(qRound(contrast(Qt::black, Qt::white) * 100), 2100);
        QCOMPARE(qRound(contrast(QColor("#777777"), Qt::white) * 100), 448);
    }

    void lightProcessesAreOkabeIto() {
        const Palette p = makePalette(ThemeName::Light);
        const char* order[] = {"#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9"};
        for (int i = 0; i < 6; ++i)
            QCOMPARE(p.process(i).name(), QString(order[i]));
        QCOMPARE(p.process(8), p.process(0));
    }

    void desktopFollowsTheDesktop() {
        QPalette dark;
        dark.setColor(QPalette::Window, Qt::black);
        dark.setColor(QPalette::WindowText, Qt::white);
        QVERIFY(makePalette(ThemeName::Desktop, dark).dark);
        dark.setColor(QPalette::Window, Qt::white);
        dark.setColor(QPalette::WindowText, Qt::black);
        QVERIFY(!makePalette(ThemeName::Desktop, dark).dark);
    }

    void theDesktopsChangeIsFollowedWhileItRuns() {
        Theme theme;
        theme.setName(ThemeName::Desktop);
        theme.applyTo(*qobject_cast<QApplication*>(QCoreApplication::instance()));
        QPalette dark;
        dark.setColor(QPalette::Window, Qt::black);
        dark.setColor(QPalette::WindowText, Qt::white);
        QSignalSpy changed(&theme, &Theme::changed);
        theme.setDesktop(dark);
        QCOMPARE(changed.size(), 1);
        QVERIFY(theme.palette().dark);
        QCOMPARE(QApplication::palette().color(QPalette::Window), theme.palette().window);
        // The desktop of this test is light: what it tells a window makes the theme look again.
        QWindow window;
        QEvent told(QEvent::ThemeChange);
        QCoreApplication::sendEvent(&window, &told);
        QVERIFY(!theme.palette().dark);
        QCOMPARE(changed.size(), 2);
        QCOMPARE(QApplication::palette().color(QPalette::Window), theme.palette().window);
        QCoreApplication::sendEvent(&window, &told);
        QCOMPARE(changed.size(), 2);
        // A theme of its own keeps its colours.
        theme.setName(ThemeName::Light);
        const QColor ground = theme.palette().window;
        theme.setDesktop(dark);
        QCOMPARE(theme.palette().window, ground);
        qApp->setStyleSheet({});
    }

    void oneScaleForTextAndBoxes() {
        Theme theme;
        QSignalSpy changed(&theme, &Theme::changed);
        const int width = QFontMetrics(theme.font()).horizontalAdvance("msg_cbytes");
        theme.setScale(2.0);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(theme.px(10), 20);
        const int doubled = QFontMetrics(theme.font()).horizontalAdvance("msg_cbytes");
        QVERIFY2(std::abs(doubled - 2 * width) <= width / 6, "text grows as the boxes do");
        theme.setScale(9.0);
        QCOMPARE(theme.scale(), 3.0);
        theme.setScale(0.1);
        QCOMPARE(theme.scale(), 0.5);
    }

    void styleSheetIsWholeInEveryTheme() {
        Theme theme;
        for (const auto name : {ThemeName::Light, ThemeName::Dark, ThemeName::HighContrast}) {
            theme.setName(name);
            const QString sheet = theme.styleSheet();
            QVERIFY2(!sheet.contains('$'), "a placeholder is left");
            QVERIFY(sheet.contains(theme.palette().accent.name()));
        }
    }

    /// A placeholder stands in its field as Qt draws it, which may be half transparent.
    void placeholdersCanBeRead_data() { textCanBeRead_data(); }

    void placeholdersCanBeRead() {
        QFETCH(int, theme);
        Theme shown;
        shown.setName(ThemeName(theme));
        shown.applyTo(*qApp);
        QWidget window;
        QLineEdit plain(&window), mono(&window);
        mono.setProperty("mono", true);
        for (QLineEdit* field : {&plain, &mono}) {
            field->setPlaceholderText("Type a call");
            field->ensurePolished();
            const QColor ground = field->palette().color(QPalette::Base);
            const QColor ink = field->palette().color(QPalette::PlaceholderText);
            const double seen = contrast(mixed(ground, ink, ink.alphaF()), ground);
            QVERIFY2(seen >= 4.5, qPrintable(QString("%1 on %2 is only %3:1")
                                                 .arg(ink.name(QColor::HexArgb), ground.name())
                                                 .arg(seen, 0, 'f', 2)));
            QCOMPARE(ground, shown.palette().field);
            QCOMPARE(field->palette().color(QPalette::Text), shown.palette().text);
        }
        qApp->setStyleSheet({});
    }

    void lightIsTheDefault() {
        for (int i = 0; i < 8; ++i) {
            const auto theme = std::make_unique<Theme>();
            QVERIFY(!theme->palette().dark);
            QCOMPARE(theme->palette().window, makePalette(ThemeName::Light).window);
        }
    }

    void applicationFollows() {
        Theme theme;
        theme.applyTo(*qApp);
        QPushButton button("x");
        button.setProperty("role", "primary");
        button.resize(80, 30);
        const auto ground = [&button] { return button.grab().toImage().pixelColor(8, 15).name(); };
        QCOMPARE(ground(), theme.palette().accent.name());
        theme.setName(ThemeName::HighContrast);
        QCOMPARE(ground(), theme.palette().accent.name());
        qApp->setStyleSheet({});
    }

    /// The icons of the style sheet are found: a tick stands on the accent.
    void aCheckedBoxHasATick() {
        Theme theme;
        theme.applyTo(*qApp);
        QWidget window;
        auto* box = new QCheckBox("msgflg", &window);
        box->setChecked(true);
        auto* form = new QVBoxLayout(&window);
        for (QWidget* each : gallery(&window))
            form->addWidget(each);
        form->addWidget(box);
        window.resize(420, 520);
        window.show();
        const QImage image = window.grab().toImage();
        if (const QString folder = qEnvironmentVariable("IPCLAB_SHOTS"); !folder.isEmpty())
            image.save(folder + "/theme.png");
        int accent = 0, tick = 0;
        for (int x = 0; x < 18; ++x)
            for (int y = 0; y < box->height(); ++y) {
                const QColor seen = image.pixelColor(box->x() + x, box->y() + y);
                accent += seen == theme.palette().accent;
                tick += seen == theme.palette().accentText;
            }
        QVERIFY(accent > 40);
        QVERIFY(tick > 3);
        qApp->setStyleSheet({});
    }

private:
    /// One of each widget that the window uses.
    static QList<QWidget*> gallery(QWidget* parent) {
        const auto button = [parent](const QString& text, const char* role) {
            auto* to = new QPushButton(text, parent);
            to->setProperty("role", role);
            return to;
        };
        auto* combo = new QComboBox(parent);
        combo->addItem("msgsnd");
        auto* tabs = new QTabBar(parent);
        tabs->addTab("Timeline");
        tabs->addTab("Event log");
        auto* code = new QLabel("msgsnd(q, &sbuf, 9, 0);", parent);
        code->setProperty("role", "code");
        auto* section = new QLabel("MECHANISMS", parent);
        section->setProperty("role", "section");
        return {section,
                button("Make the call", "primary"),
                button("IPC_RMID", "danger"),
                button("Repeat…", ""),
                button("man 2 msgsnd", "link"),
                combo,
                tabs,
                code,
                new QLineEdit("hello bob", parent),
                new QSpinBox(parent),
                new QRadioButton("0 · wait", parent),
                new QSlider(Qt::Horizontal, parent)};
    }
};

} // namespace ipclab

QTEST_MAIN(ipclab::ThemeTest)
#include "theme_test.moc"
