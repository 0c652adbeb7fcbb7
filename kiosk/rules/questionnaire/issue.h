// What is wrong with a form or a response, in the words of FHIR's OperationOutcome.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace rexue::questionnaire {

enum class Severity { fatal, error, warning, information };

// Of http://hl7.org/fhir/issue-type, the ones used here.
enum class IssueCode {
    structure,     // not the shape that FHIR gives it, or the wrong type
    required,      // missing
    value,         // a value outside of what is allowed
    invariant,     // against one of FHIR's rules (que-1 to que-13, qrs-1); the text names it
    not_supported, // must be understood, and is not
    too_long,
    too_costly,    // a limit of limits.h
    not_found,     // a link to something that is not there
    processing,    // cannot be worked out, such as enablement that goes in a circle
    code_invalid,  // not among the options
    business_rule, // against a rule of ours or of the form's logic
};

std::string_view to_string(Severity severity);
std::string_view to_string(IssueCode code); // with hyphens, as FHIR writes it

// `path` leads to the fault as `Questionnaire.item[3].enableWhen[0]`. `text` is for operators and
// never repeats an answer.
struct Issue {
    Severity severity = Severity::error;
    IssueCode code = IssueCode::structure;
    std::string path;
    std::string text;

    bool operator==(const Issue&) const = default;
};

using Issues = std::vector<Issue>;

bool has_errors(const Issues& issues);
// True when something was refused because it is not understood or too much, not because it is
// wrong.
bool goes_beyond(const Issues& issues);

// Collects issues, and no more than limits.h says: a form that is wrong everywhere is told so
// early.
class IssueList {
  public:
    void fatal(IssueCode code, std::string path, std::string text);
    void error(IssueCode code, std::string path, std::string text);
    void warn(IssueCode code, std::string path, std::string text);
    void inform(IssueCode code, std::string path, std::string text);

    bool has_errors() const { return has_errors_; }
    Issues take() { return std::move(issues_); }

  private:
    void add(Issue issue);

    Issues issues_;
    bool has_errors_ = false;
};

} // namespace rexue::questionnaire
