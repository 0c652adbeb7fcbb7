#include "kiosk/rules/questionnaire/pattern.h"

#include <algorithm>
#include <cstdint>
#include <string>

#include <fmt/format.h>
#include <re2/re2.h>

#include "kiosk/rules/questionnaire/limits.h"

namespace rexue::questionnaire {

namespace {

constexpr std::int64_t max_engine_bytes = 1024 * 1024;

bool is_hexadecimal(char letter) {
    return (letter >= '0' && letter <= '9') || (letter >= 'a' && letter <= 'f') ||
           (letter >= 'A' && letter <= 'F');
}

// \u4E00, as forms write characters, is \x{4E00} to the engine.
std::string in_the_engines_words(std::string_view expression) {
    constexpr size_t digits = 4;
    std::string result;
    for (size_t i = 0; i < expression.size(); ++i) {
        if (expression[i] != '\\' || i + 1 == expression.size()) {
            result += expression[i];
            continue;
        }
        const std::string_view code = expression.substr(i + 2).substr(0, digits);
        const bool is_character = expression[i + 1] == 'u' && code.size() == digits &&
                                  std::ranges::all_of(code, is_hexadecimal);
        if (is_character) {
            result.append("\\x{").append(code).append("}");
            i += 1 + digits;
        } else {
            result.append(expression.substr(i, 2));
            i += 1;
        }
    }
    return result;
}

} // namespace

struct Pattern::Engine {
    explicit Engine(const std::string& expression, const RE2::Options& options)
        : expression_engine(expression, options) {}

    RE2 expression_engine;
};

base::Result<Pattern> Pattern::create(std::string_view expression) {
    if (expression.size() > max_pattern_bytes) {
        return base::fail(base::ErrorCode::limit_exceeded,
                          fmt::format("the expression is longer than {} bytes", max_pattern_bytes));
    }
    RE2::Options options;
    options.set_log_errors(false);
    options.set_max_mem(max_engine_bytes);
    auto engine = std::make_shared<const Engine>(in_the_engines_words(expression), options);
    if (!engine->expression_engine.ok()) {
        const auto code = engine->expression_engine.error_code();
        const bool is_large = code == RE2::ErrorPatternTooLarge || code == RE2::ErrorRepeatSize;
        return base::fail(is_large ? base::ErrorCode::limit_exceeded : base::ErrorCode::unsupported,
                          "the expression: " + engine->expression_engine.error());
    }
    return Pattern(std::move(engine));
}

bool Pattern::matches(std::string_view text) const {
    return RE2::FullMatch(re2::StringPiece(text.data(), text.size()), engine_->expression_engine);
}

} // namespace rexue::questionnaire
