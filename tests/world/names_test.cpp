// The names in the scratch folder: which file each leads to, and what becomes of a FIFO by them.
#include "engine/world/names.h"
#include "tests/world/pipe_story.h"

#include <QTest>
#include <fcntl.h>

using namespace ipclab;

class NamesTest : public QObject {
    Q_OBJECT
private slots:
    void aLinkStaysALinkWhateverIsDoneThroughIt() {
        PipeStory story;
        const ProcessId a = story.start("A");
        story.makeFifo(a, "chat");
        story.enters(a, {CallId::Symlink, 0, {}, std::string("chat\0link", 9)});
        story.returns(a, 0);
        story.enters(a, {CallId::Chmod, 0, {0644}, "link"});
        story.returns(a, 0);
        const event::FileIdentity fifo = story.world.names[0].file;
        noteName(story.world, "link", fifo); // as an open of it does
        story.enters(a, {CallId::Unlink, 0, {}, "chat"});
        story.returns(a, 0);
        QCOMPARE(pathOf(story.world, fifo), std::string());
        QVERIFY(story.pipe().gone);
    }

    void aFifoIsNotForgottenForNamesThatAreGone() {
        PipeStory story;
        const ProcessId a = story.start("A");
        story.makeFifo(a, "chat");
        for (int i = 0; i < 300; ++i) {
            const std::string path = "file" + std::to_string(i);
            noteName(story.world, path, {0100600, 14, static_cast<std::uint64_t>(100 + i)});
            story.enters(a, {CallId::Unlink, 0, {}, path});
            story.returns(a, 0);
        }
        QVERIFY(story.world.names.size() <= 256);
        story.open(a, "chat", O_RDWR, 3);
        story.close(a, 3);
        QVERIFY(!story.pipe().unlinked && !story.pipe().gone);
    }
};

QTEST_APPLESS_MAIN(NamesTest)
#include "names_test.moc"
