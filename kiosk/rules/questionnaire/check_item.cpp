#include "kiosk/rules/questionnaire/check_item.h"

#include <algorithm>
#include <array>

#include "kiosk/rules/questionnaire/check_value.h"

namespace rexue::questionnaire {

namespace {

bool is_one_of(ItemType type, std::initializer_list<ItemType> types) {
    return std::ranges::find(types, type) != types.end();
}

void invariant(const ObjectReader& reader, bool holds, std::string text) {
    if (!holds) reader.error(IssueCode::invariant, "", std::move(text));
}

void check_kind(const ObjectReader& reader, const Item& item) {
    const bool is_group = item.type == ItemType::group;
    const bool is_display = item.type == ItemType::display;
    invariant(reader, !is_group || reader.has("item"), "que-1: a group has items");
    invariant(reader, !is_display || !reader.has("item"), "que-1: a display has no items");
    invariant(reader, !is_display || !reader.has("code"), "que-3: a display has no code");
    invariant(reader, !is_display || (!reader.has("required") && !reader.has("repeats")),
              "que-6: a display is neither required nor repeated");
    invariant(reader, item.is_question() || !reader.has("initial"),
              "que-8: groups and displays have no initial value");
    invariant(reader, !is_display || !reader.has("readOnly"), "que-9: a display is not read-only");
    const bool may_have_length =
        is_one_of(item.type, {ItemType::boolean, ItemType::decimal, ItemType::integer,
                              ItemType::string, ItemType::text, ItemType::open_choice});
    invariant(reader, may_have_length || !reader.has("maxLength"),
              "que-10: only simple questions have a maxLength");
    if (item.max_length && *item.max_length < 1) {
        reader.error(IssueCode::value, "maxLength", "no answer can be so short");
    }
}

void check_options(const ObjectReader& reader, const Item& item) {
    const bool may_choose = is_one_of(
        item.type, {ItemType::choice, ItemType::open_choice, ItemType::integer, ItemType::decimal,
                    ItemType::date, ItemType::string, ItemType::quantity});
    const bool has_options = reader.has("answerOption") || reader.has("answerValueSet");
    invariant(reader, may_choose || !has_options, "que-5: this type of item has no options");
    invariant(reader, !reader.has("answerOption") || !reader.has("initial"),
              "que-11: with answerOption the initial value is an option's initialSelected");
    if (item.type == ItemType::choice && !has_options) {
        reader.error(IssueCode::required, "answerOption", "there is nothing to choose from");
    }
    for (size_t i = 0; i < item.options.size(); ++i) {
        const Value& value = item.options[i].value;
        const std::string path = indexed(reader.path(), "answerOption", i);
        if (!fits_type(item, value)) {
            reader.issues().error(IssueCode::structure, path, "is no answer to this type of item");
        }
    }
}

void check_bounds(const ObjectReader& reader, const Item& item) {
    const bool is_measured = is_one_of(
        item.type, {ItemType::integer, ItemType::decimal, ItemType::date, ItemType::quantity});
    for (const auto& bound : {item.minimum, item.maximum}) {
        if (!bound || (is_measured && fits_type(item, *bound))) continue;
        reader.error(IssueCode::structure, "extension",
                     "minValue or maxValue is no value of this question");
    }
    if (item.minimum && item.maximum && compare(*item.minimum, *item.maximum) > 0) {
        reader.error(IssueCode::value, "extension", "minValue is more than maxValue");
    }
    const int least = item.min_occurs.value_or(0);
    if (item.max_occurs && (*item.max_occurs == 0 || *item.max_occurs < least)) {
        reader.error(IssueCode::value, "extension", "no number of answers would be right");
    }
    if (!item.repeats && (least > 1 || item.max_occurs.value_or(1) > 1)) {
        reader.error(IssueCode::value, "extension", "only what repeats is there more than once");
    }
}

void check_marks(const ObjectReader& reader, const Item& item) {
    if (!item.marks.empty() && item.type != ItemType::boolean) {
        reader.error(IssueCode::business_rule, "extension",
                     "rules are raised by booleans and by options");
    }
    if (!item.date_marks.empty() && item.type != ItemType::date) {
        reader.error(IssueCode::business_rule, "extension", "only a date is the date of a rule");
    }
}

} // namespace

void check_item(const ObjectReader& reader, const Item& item) {
    check_kind(reader, item);
    check_options(reader, item);
    check_bounds(reader, item);
    check_marks(reader, item);
    if (!item.is_question()) return;
    invariant(reader, item.repeats || item.initial.size() <= 1,
              "que-13: only repeating items have several initial values");
    for (const Value& value : item.initial) {
        const auto fault = check_value(item, value);
        if (!fault) continue;
        reader.error(fault->code, "initial", "the initial value: " + fault->text);
    }
}

} // namespace rexue::questionnaire
