#include "platform/log/log.h"

#include <memory>

#include <fmt/format.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

namespace rexue::log {

namespace {

constexpr size_t max_value_bytes = 200;

spdlog::level::level_enum spdlog_level(Level level) {
    switch (level) {
        case Level::debug:
            return spdlog::level::debug;
        case Level::info:
            return spdlog::level::info;
        case Level::warning:
            return spdlog::level::warn;
        case Level::error:
            return spdlog::level::err;
    }
    return spdlog::level::err;
}

spdlog::logger& logger() {
    static const auto instance = [] {
        auto made = std::make_shared<spdlog::logger>(
            "rexue", std::make_shared<spdlog::sinks::stderr_sink_mt>());
        made->set_pattern("%Y-%m-%dT%H:%M:%S.%eZ %l %v", spdlog::pattern_time_type::utc);
        made->flush_on(spdlog::level::info);
        return made;
    }();
    return *instance;
}

// One event stays one line, whatever a peer put into an identifier.
void append_value(std::string& line, std::string_view value) {
    const bool plain = !value.empty() && value.size() <= max_value_bytes &&
                       value.find_first_of(" \"=\\") == std::string_view::npos;
    if (!plain) line += '"';
    for (const char c : value.substr(0, max_value_bytes)) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x20 || byte == 0x7F) {
            line += fmt::format("\\x{:02x}", byte);
        } else {
            if (c == '"' || c == '\\') line += '\\';
            line += c;
        }
    }
    if (!plain) line += value.size() > max_value_bytes ? "…\"" : "\"";
}

std::string line_of(const LogEvent& event, std::initializer_list<Field> fields) {
    std::string line(event.name);
    for (const Field& field : fields) {
        line.append(" ").append(field.name).append("=");
        append_value(line, field.value);
    }
    return line;
}

} // namespace

void write(const LogEvent& event, std::initializer_list<Field> fields) {
    const auto level = spdlog_level(event.level);
    if (logger().should_log(level)) logger().log(level, line_of(event, fields));
}

void write(const LogEvent& event, const base::Error& error, std::initializer_list<Field> fields) {
    const auto level = spdlog_level(event.level);
    if (!logger().should_log(level)) return;
    std::string line = line_of(event, fields);
    line.append(" code=").append(base::to_string(error.code)).append(" detail=");
    append_value(line, error.detail);
    logger().log(level, line);
}

void set_level(Level lowest) {
    logger().set_level(spdlog_level(lowest));
}

} // namespace rexue::log
