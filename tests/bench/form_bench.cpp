#include "tests/bench/form_bench.h"

#include <chrono>
#include <string>

#include <fmt/format.h>

#include "kiosk/rules/questionnaire/load.h"
#include "platform/json/parse.h"

namespace rexue::bench {

namespace {

constexpr int items = 1'000;
constexpr int times = 40;

std::string a_long_form() {
    std::string text = R"({"resourceType":"Questionnaire","status":"active","item":[)";
    for (int i = 0; i < items; ++i) {
        text += fmt::format(R"({}{{"linkId":"i{}","type":"boolean","text":"a question")",
                            i == 0 ? "" : ",", i);
        if (i > 0) {
            text += fmt::format(
                R"(,"enableWhen":[{{"question":"i{}","operator":"=","answerBoolean":true}}])",
                i - 1);
        }
        text += "}";
    }
    return text + "]}";
}

template <typename Work>
double p95_ms(Work work) {
    std::vector<double> taken;
    for (int i = 0; i < times; ++i) {
        const auto begin = std::chrono::steady_clock::now();
        work();
        const std::chrono::duration<double, std::milli> ms =
            std::chrono::steady_clock::now() - begin;
        taken.push_back(ms.count());
    }
    return percentile(std::move(taken), 95);
}

} // namespace

base::Status add_forms(std::vector<Figure>& figures) {
    const std::string text = a_long_form();
    if (!questionnaire::load(text).form) {
        return base::fail(base::ErrorCode::internal, "the form was refused");
    }
    figures.push_back({.name = "form of 1,000 items, p95 (beside: its JSON alone)",
                       .unit = "ms",
                       .limit = 100,
                       .rexue = p95_ms([&] { (void)questionnaire::load(text); }),
                       .bare = p95_ms([&] { (void)json::parse(text); })});
    return {};
}

} // namespace rexue::bench
