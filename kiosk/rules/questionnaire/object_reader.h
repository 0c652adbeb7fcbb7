// Reads the members of one JSON object of a FHIR resource, and tells what is wrong with them by
// where it stands.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include <boost/json.hpp>

#include "kiosk/rules/questionnaire/issue.h"
#include "kiosk/rules/questionnaire/item.h"

namespace rexue::questionnaire {

enum class Presence { optional, mandatory };

// Refers to the object and the list: both outlive it.
class ObjectReader {
  public:
    ObjectReader(const boost::json::object& object, std::string path, IssueList& issues)
        : object_(object), path_(std::move(path)), issues_(issues) {}

    const boost::json::object& object() const { return object_; }
    const std::string& path() const { return path_; }
    IssueList& issues() const { return issues_; }
    bool has(std::string_view name) const { return object_.contains(name); }

    // Each is empty when the member is not there, or is wrong (and then told).
    std::string text(std::string_view name, Presence presence = Presence::optional) const;
    std::optional<bool> flag(std::string_view name) const;
    std::optional<int> whole_number(std::string_view name) const;
    const boost::json::object* object(std::string_view name) const;
    // The objects of a list. `limit`: more than so many are too costly, and none is given.
    std::span<const boost::json::value> objects(std::string_view name, size_t limit) const;
    // The text and the translations beside it, in `_name`.
    Words words(std::string_view name) const;

    // Members that FHIR does not have here. A misspelt condition must not pass for none.
    void refuse_others(std::span<const std::string_view> known) const;

    void error(IssueCode code, std::string_view member, std::string text) const;

  private:
    const boost::json::object& object_;
    std::string path_;
    IssueList& issues_;
};

// The value in `prefix` + type (valueCoding, answerBoolean, initialDate), and the member it is in.
struct NamedValue {
    std::string member;
    Value value;
    Words words; // of a coding's display or of a string, with translations
};
// None when there is none, more than one, or it is wrong: told each time. A type that no question
// here can have (dateTime, Reference …) is not supported.
std::optional<NamedValue> read_value(const ObjectReader& reader, std::string_view prefix);

std::string indexed(const std::string& path, std::string_view member, size_t index);

} // namespace rexue::questionnaire
