// Answers as a FHIR R4 QuestionnaireResponse, and back.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "kiosk/rules/questionnaire/answers.h"

namespace rexue::questionnaire {

enum class ResponseStatus { in_progress, completed, amended, entered_in_error, stopped };

std::string_view to_string(ResponseStatus status); // with hyphens, as FHIR writes it

// JSON. Enabled and answered items only, in the form's order; what stands below a question is in
// its answers, what stands in a group is in the group, and groups without an answer are left out.
// `authored`: when the answers were given.
std::string to_response(const Answers& answers, ResponseStatus status, base::Instant authored);

struct ReadResponse {
    std::optional<Answers> answers; // none when `issues` has an error
    ResponseStatus status = ResponseStatus::in_progress;
    Issues issues;
};

// Holds the response against the form: shape, order, types, options, limits, enablement. What is
// required may be missing in one that is in progress, stopped or entered in error.
// Another form's url or version is an error: the same linkId may have asked something else. A
// response that does not name its form, or its version, is told with a warning.
// `text`: UTF-8 JSON. Never throws.
ReadResponse read_response(std::shared_ptr<const Form> form, std::string_view text);

} // namespace rexue::questionnaire
