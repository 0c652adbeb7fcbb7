// One item of a form, as it was loaded: FHIR's Questionnaire.item with what its extensions say.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "kiosk/rules/questionnaire/pattern.h"
#include "kiosk/rules/questionnaire/value.h"

namespace rexue::questionnaire {

enum class ItemType {
    group,
    display,
    boolean,
    choice,
    open_choice, // a choice, or own words
    integer,
    decimal,
    date,
    string,
    text,
    quantity,
};

// Place of an item in Form::items().
using ItemIndex = std::uint32_t;

// A text in the form's own language and what the translation extension adds.
struct Words {
    std::string base;
    std::vector<std::pair<std::string, std::string>> translations; // language tag, text

    // `en` finds `en` and, failing that, `en-GB`; the base text when there is neither.
    std::string_view in(std::string_view language) const;
    bool has(std::string_view language) const;
};

// What an answer sets off: a rule of the rulebook, or only the staff's attention.
struct RuleMark {
    enum class Kind {
        rule,  // `code` is a rule id such as T09; the rulebook decides
        staff, // `code` names the question, such as Q03; staff ask
    };
    Kind kind = Kind::rule;
    std::string code;
    std::string which;     // of a rule with several cases, such as `travel`; empty for the others
    bool raised_by = true; // the answer to a boolean that sets it off
};

// What a date question is to a rule.
struct DateMark {
    enum class Kind {
        anchor, // its window counts from here; the end, where the rule is about a period
        begin,  // the period's first day
    };
    Kind kind = Kind::anchor;
    std::string rule;
    std::string which; // as in RuleMark
};

struct Option {
    Value value;
    Words words;
    bool initially_selected = false;
    bool exclusive = false; // "none of these": nothing else beside it
    std::vector<RuleMark> marks;
};

enum class Operator { exists, equal, not_equal, greater, less, greater_or_equal, less_or_equal };

struct Condition {
    ItemIndex question = 0;
    Operator comparison = Operator::equal;
    Value answer;
};

enum class EnableBehavior { all, any };

struct Item {
    std::string link_id;
    ItemType type = ItemType::display;
    Words text;
    std::string prefix;
    std::string control; // code of the item control, such as radio-button; empty when none
    Words entry_format;  // "YYYY-MM-DD": what an answer looks like

    bool required = false;
    bool repeats = false;
    bool read_only = false;
    bool hidden = false;
    bool is_private = false; // itself or an ancestor: nobody beside the donor may learn the answer

    std::optional<int> max_length; // in characters
    std::optional<int> min_length;
    std::optional<int> max_decimal_places;
    std::optional<int> min_occurs;
    std::optional<int> max_occurs;
    std::optional<Value> minimum;
    std::optional<Value> maximum;
    std::optional<Pattern> pattern;
    std::optional<Coding> unit;
    std::vector<Coding> unit_options;

    std::vector<Option> options;
    std::vector<Value> initial; // also from options that are selected at first
    std::vector<Condition> conditions;
    EnableBehavior behavior = EnableBehavior::all;

    std::vector<RuleMark> marks;      // of a boolean
    std::vector<DateMark> date_marks; // of a date

    std::optional<ItemIndex> parent;
    ItemIndex end = 0; // one past its last descendant; descendants follow their ancestor
    std::string path;  // Questionnaire.item[3].item[0]

    // Neither a group nor a display: it can hold answers.
    bool is_question() const { return type != ItemType::group && type != ItemType::display; }
    // Of more than one answer or instance: what is below it has a place in each of them.
    bool branches() const { return repeats && type != ItemType::display; }
};

} // namespace rexue::questionnaire
