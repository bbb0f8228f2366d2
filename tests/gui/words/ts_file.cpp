#include "tests/gui/words/ts_file.h"

#include <QFile>
#include <QXmlStreamReader>

namespace ipclab {
namespace {

void readTranslation(QXmlStreamReader& xml, TsMessage& message) {
    const QString state = xml.attributes().value("type").toString();
    message.unfinished = state == "unfinished";
    message.obsolete = state == "vanished" || state == "obsolete";
    QString text;
    while (!(xml.isEndElement() && xml.name() == QLatin1String("translation")) && !xml.atEnd()) {
        xml.readNext();
        if (xml.isStartElement() && xml.name() == QLatin1String("numerusform"))
            message.forms << xml.readElementText();
        else if (xml.isCharacters())
            text += xml.text();
    }
    if (!message.plural) message.forms << text;
}

} // namespace

std::vector<TsMessage> readTs(const QString& path) {
    std::vector<TsMessage> messages;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) return messages;
    QXmlStreamReader xml(&file);
    QString context;
    while (!xml.atEnd()) {
        if (!xml.readNextStartElement()) continue;
        const auto name = xml.name();
        if (name == QLatin1String("name")) {
            context = xml.readElementText();
        } else if (name == QLatin1String("message")) {
            messages.push_back({});
            messages.back().context = context;
            messages.back().plural = xml.attributes().value("numerus") == QLatin1String("yes");
        } else if (name == QLatin1String("source") && !messages.empty()) {
            messages.back().source = xml.readElementText();
        } else if (name == QLatin1String("comment") && !messages.empty()) {
            messages.back().comment = xml.readElementText();
        } else if (name == QLatin1String("translation") && !messages.empty()) {
            readTranslation(xml, messages.back());
        }
    }
    return messages;
}

} // namespace ipclab
