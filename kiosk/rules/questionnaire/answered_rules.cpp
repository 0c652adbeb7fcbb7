#include "kiosk/rules/questionnaire/answered_rules.h"

#include <algorithm>

namespace rexue::questionnaire {

namespace {

bool is_set_off(const RuleMark& mark, const Value& answer) {
    const auto* flag = std::get_if<bool>(&answer);
    return flag == nullptr || *flag == mark.raised_by;
}

// The answers to the rule's date questions that are asked beside `from`; an empty one where the
// question is open.
std::vector<std::optional<base::Date>> dates_of(const Answers& answers, const RuleMark& rule,
                                                DateMark::Kind kind, const Place& from) {
    std::vector<std::optional<base::Date>> dates;
    const auto items = answers.form().items();
    const auto is_its = [&](const DateMark& mark) {
        return mark.kind == kind && mark.rule == rule.code && mark.which == rule.which;
    };
    for (ItemIndex i = 0; i < items.size(); ++i) {
        if (std::ranges::none_of(items[i].date_marks, is_its)) continue;
        for (const Occurrence& occurrence : answers.enablement().occurrences(i)) {
            const auto& own = occurrence.place.branches;
            const size_t common = std::min(own.size(), from.branches.size());
            const bool is_beside = std::ranges::equal(std::span(own).first(common),
                                                      std::span(from.branches).first(common));
            if (!occurrence.enabled || !is_beside) continue;
            const auto values = answers.values(occurrence.place);
            dates.push_back(values.empty() ? std::nullopt
                                           : std::get<FhirDate>(values.front()).full());
        }
    }
    return dates;
}

class Collection {
  public:
    explicit Collection(const Answers& answers) : answers_(answers) {}

    void look_at(const Place& place, std::span<const Value> values) {
        const Item& item = answers_.form().item(place.item);
        for (const Value& value : values) {
            for (const RuleMark& mark : item.marks) {
                if (is_set_off(mark, value)) add(place, mark);
            }
            for (const Option& option : item.options) {
                if (!same(option.value, value)) continue;
                for (const RuleMark& mark : option.marks)
                    add(place, mark);
            }
        }
    }

    std::vector<AnsweredRule> take() { return std::move(rules_); }

  private:
    void add(const Place& place, const RuleMark& mark) {
        const Item& item = answers_.form().item(place.item);
        AnsweredRule rule{.kind = mark.kind,
                          .code = mark.code,
                          .which = mark.which,
                          .question = item.link_id,
                          .is_private = item.is_private};
        if (mark.kind == RuleMark::Kind::staff) {
            keep(std::move(rule));
            return;
        }
        const auto begins = dates_of(answers_, mark, DateMark::Kind::begin, place);
        if (!begins.empty()) rule.from = begins.front();
        auto dates = dates_of(answers_, mark, DateMark::Kind::anchor, place);
        if (dates.empty()) dates.emplace_back();
        for (const auto& date : dates) {
            rule.date = date;
            keep(rule);
        }
    }

    // Two answers may set off the same rule from the same day.
    void keep(AnsweredRule rule) {
        if (std::ranges::find(rules_, rule) == rules_.end()) rules_.push_back(std::move(rule));
    }

    const Answers& answers_;
    std::vector<AnsweredRule> rules_;
};

} // namespace

std::vector<AnsweredRule> answered_rules(const Answers& answers) {
    Collection collection(answers);
    // Places stand in the order of the form's items.
    for (const auto& [place, values] : answers.given().values) {
        if (answers.is_enabled(place)) collection.look_at(place, values);
    }
    return collection.take();
}

} // namespace rexue::questionnaire
