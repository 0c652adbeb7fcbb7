// Whatever bytes a form or a response is made of, loading ends in time with a form or a reason, and
// what was accepted can be answered, written and read again.
//
// Input: a form; or a form, a zero byte and a response; or a zero byte and a response to a small
// form with one item of each kind. Built and run by `./run check`.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "kiosk/rules/questionnaire/answered_rules.h"
#include "kiosk/rules/questionnaire/load.h"
#include "kiosk/rules/questionnaire/response.h"

namespace {

using namespace rexue::questionnaire;

constexpr std::string_view small_form =
    R"({"resourceType":"Questionnaire","url":"u","status":"active","item":[)"
    R"({"linkId":"a","type":"boolean","required":true},)"
    R"({"linkId":"b","type":"string","maxLength":3,"enableWhen":[{"question":"a",)"
    R"("operator":"=","answerBoolean":true}]},)"
    R"({"linkId":"c","type":"choice","repeats":true,"answerOption":[{"valueCoding":{"code":"x"}},)"
    R"({"valueString":"y"}],"item":[{"linkId":"d","type":"date"}]},)"
    R"({"linkId":"g","type":"group","repeats":true,"item":[{"linkId":"e","type":"decimal"},)"
    R"({"linkId":"f","type":"quantity"},{"linkId":"h","type":"open-choice"},)"
    R"({"linkId":"i","type":"integer"},{"linkId":"t","type":"text"}]}]})";

void hold(bool condition) {
    if (!condition) std::abort();
}

std::string written(const Answers& answers) {
    return to_response(answers, ResponseStatus::in_progress, rexue::base::Instant());
}

void answer(const std::shared_ptr<const Form>& form, std::string_view response) {
    const auto read = read_response(form, response);
    hold(read.answers.has_value() != has_errors(read.issues));
    if (!read.answers) return;
    (void)answered_rules(*read.answers);
    const std::string text = written(*read.answers);
    const auto again = read_response(form, text);
    hold(again.answers.has_value());
    hold(written(*again.answers) == text);
}

} // namespace

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer's name.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, size_t size) {
    const std::string input(data, data + size);
    const size_t zero = input.find('\0');
    const Loaded loaded = load(zero == 0 ? small_form : std::string_view(input).substr(0, zero));
    hold((loaded.form != nullptr) != has_errors(loaded.issues));
    if (!loaded.form) return 0;
    Answers answers(loaded.form);
    for (auto place = answers.next(); place; place = answers.next(place)) {
        const Item& item = loaded.form->item(place->item);
        if (item.type == ItemType::boolean) (void)answers.set(*place, true);
        if (!item.options.empty()) (void)answers.set(*place, item.options.front().value);
    }
    (void)answers.validate();
    (void)answered_rules(answers);
    (void)written(answers);
    if (zero != std::string::npos) answer(loaded.form, std::string_view(input).substr(zero + 1));
    return 0;
}
