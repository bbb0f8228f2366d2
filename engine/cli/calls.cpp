#include "engine/cli/commands.h"

#include "engine/base/result.h"
#include "engine/call/catalogue.h"
#include "engine/cli/output.h"

#include <fmt/format.h>

namespace ipclab {

namespace {

void printEntry(const CatalogueEntry& entry) {
    std::string parameters;
    for (const Parameter& parameter : entry.parameters) {
        const bool pointer = parameter.ctype.ends_with('*');
        parameters += fmt::format("{}{}{}{}", parameters.empty() ? "" : ", ", parameter.ctype,
                                  pointer ? "" : " ", parameter.name);
    }
    printOut(fmt::format("{} {}({});   {}, <{}>\n    {}\n", entry.ctype, entry.name, parameters,
                         entry.section, entry.header, entry.summary));
    for (const Parameter& parameter : entry.parameters) {
        for (const Constant& constant : parameter.constants)
            printOut(fmt::format("    {:<8} {:<14} {}\n", parameter.name, constant.name,
                                 constant.means));
    }
    for (const ErrorEntry& error : entry.errors)
        printOut(fmt::format("    {:<8} {}\n", errnoName(error.number), error.when));
    printOut("\n");
}

} // namespace

int printCalls() {
    for (const CatalogueEntry& entry : catalogue())
        printEntry(entry);
    return endOutput(exitHolds);
}

} // namespace ipclab
