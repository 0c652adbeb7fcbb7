#include "kiosk/ctl/questionnaire.h"

#include <algorithm>
#include <ostream>

#include <boost/json.hpp>

#include "kiosk/rules/questionnaire/limits.h"
#include "kiosk/rules/questionnaire/load.h"
#include "kiosk/rules/questionnaire/response.h"
#include "platform/json/parse.h"
#include "platform/storage/file.h"

namespace rexue::ctl {

namespace fhir = rexue::questionnaire;

namespace {

boost::json::object to_json(const fhir::Issue& issue) {
    return {{"severity", fhir::to_string(issue.severity)},
            {"path", issue.path},
            {"code", fhir::to_string(issue.code)},
            {"text", issue.text}};
}

fhir::Issue unread(std::string path, const base::Error& error) {
    const bool is_long = error.code == base::ErrorCode::limit_exceeded;
    return {.severity = is_long ? fhir::Severity::error : fhir::Severity::fatal,
            .code = is_long ? fhir::IssueCode::too_costly : fhir::IssueCode::not_found,
            .path = std::move(path),
            .text = error.detail};
}

struct Verdict {
    bool supported = true;
    fhir::Issues issues;
};

Verdict judge(const std::filesystem::path& form_file,
              const std::optional<std::filesystem::path>& response_file) {
    const auto form_text = storage::read_text_file(form_file, fhir::max_form_bytes);
    if (!form_text) {
        return {.supported = false, .issues = {unread("Questionnaire", form_text.error())}};
    }
    fhir::Loaded loaded = fhir::load(*form_text);
    Verdict verdict{.supported = !fhir::goes_beyond(loaded.issues),
                    .issues = std::move(loaded.issues)};
    if (!response_file) return verdict;
    const auto response_text = storage::read_text_file(*response_file, fhir::max_response_bytes);
    if (!response_text) {
        verdict.issues.push_back(unread("QuestionnaireResponse", response_text.error()));
    } else if (!loaded.form) {
        // Nothing can be held against a form that is none; that it is JSON can.
        if (const auto parsed = json::parse(*response_text); !parsed) {
            verdict.issues.push_back(unread("QuestionnaireResponse", parsed.error()));
        }
    } else {
        auto response = fhir::read_response(std::move(loaded.form), *response_text);
        std::ranges::move(response.issues, std::back_inserter(verdict.issues));
    }
    return verdict;
}

} // namespace

int questionnaire(const std::filesystem::path& form_file,
                  const std::optional<std::filesystem::path>& response_file, std::ostream& out) {
    const Verdict verdict = judge(form_file, response_file);
    const bool valid = verdict.supported && !fhir::has_errors(verdict.issues);
    boost::json::array issues;
    for (const fhir::Issue& issue : verdict.issues)
        issues.push_back(to_json(issue));
    out << boost::json::serialize(boost::json::object{
               {"supported", verdict.supported}, {"valid", valid}, {"issues", std::move(issues)}})
        << '\n';
    const bool unreadable = std::ranges::any_of(verdict.issues, [](const fhir::Issue& issue) {
        return issue.severity == fhir::Severity::fatal;
    });
    if (unreadable) return 2;
    return valid ? 0 : 1;
}

} // namespace rexue::ctl
