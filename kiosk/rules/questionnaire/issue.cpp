#include "kiosk/rules/questionnaire/issue.h"

#include <algorithm>
#include <utility>

#include "kiosk/rules/questionnaire/limits.h"

namespace rexue::questionnaire {

std::string_view to_string(Severity severity) {
    switch (severity) {
        case Severity::fatal:
            return "fatal";
        case Severity::error:
            return "error";
        case Severity::warning:
            return "warning";
        case Severity::information:
            return "information";
    }
    std::unreachable();
}

std::string_view to_string(IssueCode code) {
    switch (code) {
        case IssueCode::structure:
            return "structure";
        case IssueCode::required:
            return "required";
        case IssueCode::value:
            return "value";
        case IssueCode::invariant:
            return "invariant";
        case IssueCode::not_supported:
            return "not-supported";
        case IssueCode::too_long:
            return "too-long";
        case IssueCode::too_costly:
            return "too-costly";
        case IssueCode::not_found:
            return "not-found";
        case IssueCode::processing:
            return "processing";
        case IssueCode::code_invalid:
            return "code-invalid";
        case IssueCode::business_rule:
            return "business-rule";
    }
    std::unreachable();
}

bool has_errors(const Issues& issues) {
    return std::ranges::any_of(issues, [](const Issue& issue) {
        return issue.severity == Severity::fatal || issue.severity == Severity::error;
    });
}

bool goes_beyond(const Issues& issues) {
    return std::ranges::any_of(issues, [](const Issue& issue) {
        if (issue.severity == Severity::fatal) return true;
        return issue.severity == Severity::error &&
               (issue.code == IssueCode::not_supported || issue.code == IssueCode::too_long ||
                issue.code == IssueCode::too_costly);
    });
}

void IssueList::fatal(IssueCode code, std::string path, std::string text) {
    has_errors_ = true;
    add({.severity = Severity::fatal,
         .code = code,
         .path = std::move(path),
         .text = std::move(text)});
}

void IssueList::error(IssueCode code, std::string path, std::string text) {
    has_errors_ = true;
    add({.severity = Severity::error,
         .code = code,
         .path = std::move(path),
         .text = std::move(text)});
}

void IssueList::warn(IssueCode code, std::string path, std::string text) {
    add({.severity = Severity::warning,
         .code = code,
         .path = std::move(path),
         .text = std::move(text)});
}

void IssueList::inform(IssueCode code, std::string path, std::string text) {
    add({.severity = Severity::information,
         .code = code,
         .path = std::move(path),
         .text = std::move(text)});
}

void IssueList::add(Issue issue) {
    if (issues_.size() < max_issues) {
        issues_.push_back(std::move(issue));
        return;
    }
    // The list is full: an error still takes the place of what does no harm.
    const bool is_error = issue.severity == Severity::error || issue.severity == Severity::fatal;
    const auto harmless = std::ranges::find_if(issues_, [](const Issue& kept) {
        return kept.severity == Severity::information || kept.severity == Severity::warning;
    });
    if (is_error && harmless != issues_.end()) *harmless = std::move(issue);
}

} // namespace rexue::questionnaire
