#include "platform/json/parse.h"

#include <fmt/format.h>

#include "platform/json/value_builder.h"

namespace rexue::json {

namespace bj = boost::json;

base::Result<bj::value> parse(std::string_view text, const Limits& limits) {
    if (text.size() > limits.max_bytes) {
        return base::fail(base::ErrorCode::limit_exceeded,
                          fmt::format("JSON longer than {} bytes", limits.max_bytes));
    }
    bj::parse_options options;
    options.max_depth = limits.max_depth;
    bj::basic_parser<ValueBuilder> parser(options);
    bj::error_code error;
    const size_t used = parser.write_some(true, text.data(), text.size(), error);
    if (!error && used < text.size()) error = bj::error::extra_data;
    if (!error) parser.write_some(false, nullptr, 0, error);
    if (const auto& repeated = parser.handler().repeated()) {
        return base::fail(base::ErrorCode::invalid_argument, *repeated + ": stands twice");
    }
    if (error == bj::error::too_deep) {
        return base::fail(base::ErrorCode::limit_exceeded,
                          fmt::format("JSON deeper than {} levels", limits.max_depth));
    }
    if (error) {
        return base::fail(base::ErrorCode::invalid_argument,
                          fmt::format("not JSON at byte {}: {}", used, error.message()));
    }
    return parser.handler().release();
}

namespace {

void write(std::string& out, const bj::value& value, size_t indent) {
    const auto line = [&](size_t depth) { out.append(1, '\n').append(depth * 2, ' '); };
    if (value.is_object() && !value.get_object().empty()) {
        out += '{';
        bool first = true;
        for (const auto& member : value.get_object()) {
            if (!first) out += ',';
            first = false;
            line(indent + 1);
            out += bj::serialize(bj::string(member.key()));
            out += ": ";
            write(out, member.value(), indent + 1);
        }
        line(indent);
        out += '}';
    } else if (value.is_array() && !value.get_array().empty()) {
        out += '[';
        bool first = true;
        for (const auto& element : value.get_array()) {
            if (!first) out += ',';
            first = false;
            line(indent + 1);
            write(out, element, indent + 1);
        }
        line(indent);
        out += ']';
    } else {
        out += bj::serialize(value);
    }
}

} // namespace

std::string pretty(const bj::value& value) {
    std::string out;
    write(out, value, 0);
    out += '\n';
    return out;
}

} // namespace rexue::json
