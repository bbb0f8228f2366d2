#include "gui/controls/memory_lines.h"

#include "engine/call/language.h"

#include <QRegularExpression>

namespace ipclab {
namespace {

std::string place(const MemoryWish& wish) {
    if (wish.offset == 0) return wish.pointer;
    return wish.pointer + " + " + std::to_string(wish.offset);
}

std::string typed(const MemoryWish& wish, const char* type) {
    const std::string cast = std::string("(") + type + " *)";
    return wish.offset == 0 ? cast + wish.pointer : cast + "(" + place(wish) + ")";
}

struct IntValue {
    char operation = '='; ///< '=', '+' or '-'
    std::int64_t number = 0;
};

std::optional<IntValue> intValue(const QString& text) {
    static const QRegularExpression form(
        QStringLiteral(R"(^\s*(=|\+=|-=)?\s*(-?(?:0x[0-9a-fA-F]+|\d+))\s*;?\s*$)"));
    const auto found = form.match(text);
    if (!found.hasMatch()) return {};
    bool ok = false;
    IntValue to;
    to.number = found.captured(2).toLongLong(&ok, 0);
    if (!ok || to.number < INT32_MIN || to.number > UINT32_MAX) return {};
    const QString operation = found.captured(1);
    if (operation.size() == 2) to.operation = operation.at(0).toLatin1();
    return to;
}

/// "2a 00 ff", with or without spaces.
std::optional<std::string> rawBytes(const QString& text) {
    static const QRegularExpression space(QStringLiteral("[\\s,]+"));
    static const QRegularExpression form(QStringLiteral("^([0-9a-fA-F]{2})+$"));
    QString digits = text;
    digits.remove(space);
    if (!form.match(digits).hasMatch()) return {};
    return QByteArray::fromHex(digits.toLatin1()).toStdString();
}

} // namespace

std::int64_t MemoryWish::length() const {
    switch (kind) {
    case Kind::Text:
        return value.toUtf8().size() + 1; // and the NUL
    case Kind::Int:
        return 4;
    case Kind::Bytes:
        break;
    }
    const auto raw = rawBytes(value);
    return raw ? static_cast<std::int64_t>(raw->size()) : 0;
}

std::optional<std::string> writeAction(const MemoryWish& wish) {
    if (wish.kind == MemoryWish::Kind::Text)
        return "strcpy(" + place(wish) + ", " + quoted(wish.value.toStdString()) + ")";
    if (wish.kind == MemoryWish::Kind::Bytes) {
        const auto raw = rawBytes(wish.value);
        if (!raw) return {};
        return "memcpy(" + place(wish) + ", " + quoted(*raw) + ", " + std::to_string(raw->size()) +
               ")";
    }
    const auto value = intValue(wish.value);
    if (!value) return {};
    if (!wish.atomic) {
        const std::string operation =
            value->operation == '=' ? "=" : std::string{value->operation, '='};
        return "*" + typed(wish, "int") + " " + operation + " " + std::to_string(value->number);
    }
    if (value->operation == '=') return {};
    const std::int64_t added = value->operation == '-' ? -value->number : value->number;
    return "atomic_fetch_add(" + typed(wish, "atomic_int") + ", " + std::to_string(added) + ")";
}

std::string memoryStatement(const std::string& processes, const MemoryWish& wish,
                            const std::string& action) {
    if (wish.times <= 1) return processes + ": " + action;
    return processes + ": repeat " + std::to_string(wish.times) + " { " + action + " }";
}

QString asC(const MemoryWish& wish, const std::string& action) {
    const QString line = QString::fromStdString(action) + QLatin1Char(';');
    if (wish.times <= 1) return line;
    return QStringLiteral("for (int i = 0; i < %1; i++)\n    ").arg(wish.times) + line;
}

std::string readAction(const MemoryWish& wish) {
    switch (wish.kind) {
    case MemoryWish::Kind::Text:
        return R"(printf("%s\n", )" + place(wish) + ")";
    case MemoryWish::Kind::Int:
        return "n = *" + typed(wish, "int");
    case MemoryWish::Kind::Bytes:
        break;
    }
    // As one number: a variable holds no bytes, and little-endian is worth seeing.
    const std::int64_t count = wish.length();
    return "n = *" + typed(wish, count >= 8   ? "unsigned long"
                                 : count >= 4 ? "unsigned int"
                                 : count >= 2 ? "unsigned short"
                                              : "unsigned char");
}

} // namespace ipclab
