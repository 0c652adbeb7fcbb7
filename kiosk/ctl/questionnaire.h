// rexuectl questionnaire: can a terminal show this form, and does this response fit it?
#pragma once

#include <filesystem>
#include <iosfwd>
#include <optional>

namespace rexue::ctl {

// Writes one JSON object to `out`:
//   {"supported":true,"valid":false,"issues":[{"severity":"error","path":"Questionnaire.item[3]",
//    "code":"invariant","text":"…"}]}
// `supported`: the form uses nothing that must be understood and is not, and is within the limits.
// `valid`: form and response (if there is one) have no error. Severities and codes are those of
// FHIR's OperationOutcome. Returns 0 when valid, 1 when not, 2 when a file cannot be read or is not
// JSON.
int questionnaire(const std::filesystem::path& form_file,
                  const std::optional<std::filesystem::path>& response_file, std::ostream& out);

} // namespace rexue::ctl
