#include "engine/cli/commands.h"

#include "engine/base/result.h"
#include "engine/call/catalogue.h"
#include "engine/cli/output.h"

#include <fmt/format.h>

namespace ipclab {

namespace {

/// "int msgget(key_t key, int msgflg);   msgget(2), <sys/msg.h>"
std::string heading(const CatalogueEntry& entry) {
    // Reading and writing memory are no functions.
    if (entry.id == CallId::Load) return "n = *p;  n = p[3];  n = *(int *)(p + 64);   C";
    if (entry.id == CallId::Store) return "*p = value;  p[3] += value;  (*p)++;   C";
    std::string parameters;
    for (const Parameter& parameter : entry.parameters) {
        const bool pointer = parameter.ctype.ends_with('*');
        parameters += fmt::format("{}{}{}{}", parameters.empty() ? "" : ", ", parameter.ctype,
                                  pointer ? "" : " ", parameter.name);
    }
    return fmt::format("{} {}({});   {}, <{}>", entry.ctype, entry.name, parameters, entry.section,
                       entry.header);
}

void printEntry(const CatalogueEntry& entry) {
    printOut(fmt::format("{}\n    {}\n", heading(entry), entry.summary));
    for (const Parameter& parameter : entry.parameters) {
        for (const Constant& constant : parameter.constants)
            printOut(fmt::format("    {:<8} {:<20} {}\n", parameter.name, constant.name,
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
