// What a talk goes by in tests of the flow: the real rulebook, and a form of four questions.
#pragma once

#include <fstream>
#include <iterator>
#include <memory>
#include <string>

#include "kiosk/flow/donor/forms.h"
#include "kiosk/rules/questionnaire/load.h"
#include "platform/base/error.h"

namespace rexue::support {

// Q03 refers to staff on no; Q16 with its date is the tattoo (T09); Q21 is not for men; Q26 is
// private.
inline constexpr const char* talk_form = R"({
 "resourceType": "Questionnaire", "url": "https://rexue.example/test", "version": "1",
 "status": "active", "item": [
  {"linkId": "sex", "type": "choice", "readOnly": true,
   "extension": [{"url": "http://hl7.org/fhir/StructureDefinition/questionnaire-hidden",
                  "valueBoolean": true}],
   "answerOption": [{"valueCoding": {"code": "male"}}, {"valueCoding": {"code": "female"}}]},
  {"linkId": "Q03", "type": "boolean", "required": true, "text": "well?", "extension": [
   {"url": "https://rexue.example/fhir/StructureDefinition/refer-to-staff", "valueCode": "Q03"},
   {"url": "https://rexue.example/fhir/StructureDefinition/raised-by", "valueBoolean": false}]},
  {"linkId": "Q16", "type": "boolean", "required": true, "text": "tattoo?", "extension": [
   {"url": "https://rexue.example/fhir/StructureDefinition/rule", "valueCode": "T09"}]},
  {"linkId": "Q16.date", "type": "date", "text": "when?", "extension": [
    {"url": "https://rexue.example/fhir/StructureDefinition/rule-date", "valueCode": "T09"}],
   "enableWhen": [{"question": "Q16", "operator": "=", "answerBoolean": true}]},
  {"linkId": "Q21", "type": "boolean", "required": true, "text": "pregnant?",
   "enableWhen": [{"question": "sex", "operator": "!=", "answerCoding": {"code": "male"}}]},
  {"linkId": "Q26", "type": "boolean", "required": true, "text": "private?", "extension": [
   {"url": "https://rexue.example/fhir/StructureDefinition/private", "valueBoolean": true},
   {"url": "https://rexue.example/fhir/StructureDefinition/rule", "valueCode": "P14"}]}]})";

inline std::shared_ptr<const flow::donor::Forms> talk_forms() {
    static const auto forms = [] {
        std::ifstream file(REXUE_SOURCE_DIR "/assets/rulebooks/gb18467-2011.json");
        const std::string text{std::istreambuf_iterator<char>(file), {}};
        auto book = donation::Rulebook::load(text);
        REXUE_ASSERT(book.has_value());
        auto books = donation::Bookshelf::create({std::move(*book)});
        REXUE_ASSERT(books.has_value());
        const auto loaded = questionnaire::load(talk_form);
        REXUE_ASSERT(loaded.form != nullptr);
        return std::make_shared<const flow::donor::Forms>(flow::donor::Forms{
            .form = loaded.form,
            .books = std::move(*books),
            .notice = {.id = "notice", .version = "1", .sha256 = "aa", .sections = {{}, {}}},
            .data_use = {.id = "data-use", .version = "1", .sha256 = "bb", .sections = {{}}}});
    }();
    return forms;
}

} // namespace rexue::support
