#include "kiosk/rules/questionnaire/validate.h"

#include <algorithm>

#include <fmt/format.h>

#include "kiosk/rules/questionnaire/check_value.h"
#include "kiosk/rules/questionnaire/limits.h"

namespace rexue::questionnaire {

namespace {

class Validation {
  public:
    Validation(const Form& form, const Given& given, const Enablement& enablement)
        : form_(form), given_(given), enablement_(enablement) {
        for (const auto& [place, values] : given.values) {
            if (enablement.is_enabled(place)) mark_ancestors(place);
        }
    }

    std::vector<Finding> run() {
        for (ItemIndex i = 0; i < form_.items().size(); ++i) {
            for (const Occurrence& occurrence : enablement_.occurrences(i)) {
                if (occurrence.enabled) check(occurrence.place);
            }
        }
        return std::move(findings_);
    }

  private:
    // Groups, by instance, in which something is answered.
    void mark_ancestors(const Place& place) {
        const Occurrence* occurrence = enablement_.find(place);
        ItemIndex index = place.item;
        while (occurrence != nullptr && occurrence->parent) {
            index = *form_.item(index).parent;
            occurrence = &enablement_.occurrences(index)[*occurrence->parent];
            answered_groups_[occurrence->place] = true;
        }
    }

    void add(const Place& place, IssueCode code, std::string text) {
        findings_.push_back({.place = place, .answer = {}, .code = code, .text = std::move(text)});
    }

    void check(const Place& place) {
        const Item& item = form_.item(place.item);
        if (item.type == ItemType::group) {
            check_group(place, item);
            return;
        }
        if (!item.is_question()) return;
        const auto found = given_.values.find(place);
        if (found == given_.values.end()) {
            if (item.required) add(place, IssueCode::required, "an answer is required");
            return;
        }
        auto wrong = check_answers(form_, place, found->second);
        std::ranges::move(wrong, std::back_inserter(findings_));
    }

    void check_group(const Place& place, const Item& item) {
        if (item.required && !answered_groups_.contains(place)) {
            add(place, IssueCode::required, "an answer in this group is required");
        }
        if (!item.repeats || place.branches.empty() || place.branches.back() != 0) return;
        Place group = place;
        group.branches.pop_back();
        const auto found = given_.instances.find(group);
        const auto count = static_cast<int>(found == given_.instances.end() ? 1 : found->second);
        const bool any = answered_groups_.contains(place) || count > 1;
        if (any && item.min_occurs && count < *item.min_occurs) {
            add(place, IssueCode::required,
                fmt::format("wanted {} times at least", *item.min_occurs));
        }
        if (item.max_occurs && count > *item.max_occurs) {
            add(place, IssueCode::value, fmt::format("wanted {} times at most", *item.max_occurs));
        }
    }

    const Form& form_;
    const Given& given_;
    const Enablement& enablement_;
    std::map<Place, bool> answered_groups_;
    std::vector<Finding> findings_;
};

bool is_exclusive(const Item& item, const Value& value) {
    return std::ranges::any_of(item.options, [&](const Option& option) {
        return option.exclusive && same(option.value, value);
    });
}

} // namespace

std::vector<Finding> check_answers(const Form& form, const Place& place,
                                   std::span<const Value> values) {
    const Item& item = form.item(place.item);
    std::vector<Finding> findings;
    const auto add = [&](std::optional<size_t> answer, IssueCode code, std::string text) {
        findings.push_back(
            {.place = place, .answer = answer, .code = code, .text = std::move(text)});
    };
    const auto count = static_cast<int>(values.size());
    const size_t most = item.repeats ? max_answers : 1;
    if (values.size() > most) {
        add({}, IssueCode::structure,
            item.repeats ? "too many answers" : "only one answer is wanted");
    } else if (item.max_occurs && count > *item.max_occurs) {
        add({}, IssueCode::value, fmt::format("at most {} answers are wanted", *item.max_occurs));
    } else if (item.min_occurs && count < *item.min_occurs) {
        add({}, IssueCode::value, fmt::format("at least {} answers are wanted", *item.min_occurs));
    }
    for (size_t i = 0; i < values.size() && i < max_answers; ++i) {
        if (auto fault = check_value(item, values[i])) add(i, fault->code, std::move(fault->text));
        if (values.size() > 1 && is_exclusive(item, values[i])) {
            add(i, IssueCode::business_rule, "this answer stands alone");
        }
    }
    return findings;
}

std::vector<Finding> validate(const Form& form, const Given& given, const Enablement& enablement) {
    return Validation(form, given, enablement).run();
}

} // namespace rexue::questionnaire
