// A FHIR R4 Questionnaire from JSON.
//
// Supported: groups, displays and the questions of ItemType; enableWhen with every operator;
// answerOption and contained value sets; the extensions itemControl, hidden, minValue, maxValue,
// minLength, maxDecimalPlaces, regex, unit, unitOption, entryFormat, minOccurs, maxOccurs,
// optionExclusive and translation. Other extensions are ignored, as FHIR allows, but for those that
// carry the form's logic. Whatever must be understood and is not, is wrong or is too much
// (limits.h) has the whole form refused: no form is shown by halves.
#pragma once

#include <memory>
#include <string_view>

#include "kiosk/rules/questionnaire/form.h"
#include "kiosk/rules/questionnaire/issue.h"

namespace rexue::questionnaire {

struct Loaded {
    std::shared_ptr<const Form> form; // null when it was refused
    Issues issues;                    // why, or warnings
};

// `text`: UTF-8 JSON. Never throws; takes time linear in the text.
Loaded load(std::string_view text);

} // namespace rexue::questionnaire
