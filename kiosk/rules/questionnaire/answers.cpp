#include "kiosk/rules/questionnaire/answers.h"

#include <algorithm>

#include "kiosk/rules/questionnaire/limits.h"
#include "kiosk/rules/questionnaire/validate.h"
#include "platform/base/error.h"
#include "platform/base/secret_text.h"

namespace rexue::questionnaire {

namespace {

// Initial values of what is not below a branch; below one there is nothing to be initial yet.
Given initial_values(const Form& form) {
    Given given;
    for (ItemIndex i = 0; i < form.items().size(); ++i) {
        if (form.branching_depth(i) > 0 || form.item(i).initial.empty()) continue;
        given.values[{.item = i}] = form.item(i).initial;
    }
    return given;
}

// The form's order: of two instances of a group all of the first one comes first.
// NOLINTNEXTLINE(misc-no-recursion): no deeper than max_depth.
void add_questions(const Form& form, const Enablement& enablement, std::optional<ItemIndex> parent,
                   std::optional<size_t> within, std::vector<Place>& questions) {
    for (const ItemIndex child : form.children(parent)) {
        for (const Occurrence& occurrence : enablement.within(child, within)) {
            if (!occurrence.enabled) continue;
            const Item& item = form.item(child);
            if (item.is_question() && !item.hidden) questions.push_back(occurrence.place);
            const auto number =
                static_cast<size_t>(&occurrence - enablement.occurrences(child).data());
            add_questions(form, enablement, child, number, questions);
        }
    }
}

} // namespace

namespace {

void wipe(Value& value) {
    if (auto* text = std::get_if<std::string>(&value)) base::wipe(*text);
    if (auto* time = std::get_if<FhirTime>(&value)) base::wipe(time->text);
    if (auto* coding = std::get_if<Coding>(&value)) {
        for (std::string* text : {&coding->system, &coding->code, &coding->display})
            base::wipe(*text);
    }
    if (auto* date = std::get_if<FhirDate>(&value)) *date = {};
    if (auto* amount = std::get_if<Quantity>(&value)) *amount = {};
    value = false;
}

void wipe(Given& given) {
    for (auto& [place, values] : given.values) {
        for (Value& value : values)
            wipe(value);
    }
    given = {};
}

} // namespace

Answers::Answers(std::shared_ptr<const Form> form, Given given, Enablement enablement)
    : form_(std::move(form)), given_(std::move(given)), enablement_(std::move(enablement)) {}

Answers::Answers(std::shared_ptr<const Form> form) : form_(std::move(form)) {
    // Without branches there are no more occurrences than items and answers of the form itself.
    REXUE_ASSERT(apply(initial_values(*form_)));
}

std::optional<Answers> Answers::from(std::shared_ptr<const Form> form, Given given) {
    auto enablement = Enablement::of(*form, given);
    if (!enablement) return std::nullopt;
    return Answers(std::move(form), std::move(given), std::move(*enablement));
}

void Answers::wipe() {
    questionnaire::wipe(given_);
}

bool Answers::apply(Given given) {
    auto enablement = Enablement::of(*form_, given);
    if (!enablement) return false;
    questionnaire::wipe(given_);
    given_ = std::move(given);
    enablement_ = std::move(*enablement);
    return true;
}

std::vector<Finding> Answers::set(const Place& place, Value value, Author author) {
    std::vector<Value> values;
    values.push_back(std::move(value));
    return set(place, std::move(values), author);
}

std::vector<Finding> Answers::set(const Place& place, std::vector<Value> values, Author author) {
    const auto refuse = [&](IssueCode code, std::string text) {
        return std::vector{
            Finding{.place = place, .answer = {}, .code = code, .text = std::move(text)}};
    };
    if (enablement_.find(place) == nullptr || !form_->item(place.item).is_question()) {
        return refuse(IssueCode::not_found, "there is no such question");
    }
    if (form_->item(place.item).read_only && author == Author::donor) {
        return refuse(IssueCode::business_rule, "the answer is read-only");
    }
    if (!values.empty()) {
        auto findings = check_answers(*form_, place, values);
        if (!findings.empty()) return findings;
    }
    Given changed = given_;
    if (values.empty()) {
        changed.values.erase(place);
    } else {
        changed.values[place] = std::move(values);
    }
    if (!apply(std::move(changed))) {
        return refuse(IssueCode::too_costly, "there are too many answers in all");
    }
    return {};
}

bool Answers::set_instances(const Place& group, std::uint32_t count) {
    if (group.item >= form_->items().size() || count < 1 || count > max_answers) return false;
    const Item& item = form_->item(group.item);
    Place first = group;
    first.branches.push_back(0);
    if (item.type != ItemType::group || !item.repeats || enablement_.find(first) == nullptr) {
        return false;
    }
    Given changed = given_;
    changed.instances[group] = count;
    const size_t own = group.branches.size();
    const auto is_gone = [&](const auto& entry) {
        const auto& [place, value] = entry;
        return place.item > group.item && place.item < item.end && place.branches.size() > own &&
               std::ranges::equal(std::span(place.branches).first(own), group.branches) &&
               place.branches[own] >= count;
    };
    std::erase_if(changed.values, is_gone);
    std::erase_if(changed.instances, is_gone);
    return apply(std::move(changed));
}

std::span<const Value> Answers::values(const Place& place) const {
    const auto found = given_.values.find(place);
    if (found == given_.values.end()) return {};
    return found->second;
}

std::vector<Place> Answers::questions() const {
    std::vector<Place> questions;
    add_questions(*form_, enablement_, std::nullopt, std::nullopt, questions);
    return questions;
}

std::optional<Place> Answers::next(const std::optional<Place>& after) const {
    const auto all = questions();
    if (!after) return all.empty() ? std::nullopt : std::optional(all.front());
    const auto here = std::ranges::find(all, *after);
    // A place that is not asked any more: the first one that stands behind it in the form.
    const auto found =
        here != all.end() ? std::next(here) : std::ranges::find_if(all, [&](const Place& place) {
            return place.item > after->item;
        });
    if (found == all.end()) return std::nullopt;
    return *found;
}

std::optional<Place> Answers::previous(const std::optional<Place>& before) const {
    const auto all = questions();
    if (!before) return all.empty() ? std::nullopt : std::optional(all.back());
    const auto here = std::ranges::find(all, *before);
    if (here != all.end())
        return here == all.begin() ? std::nullopt : std::optional(*std::prev(here));
    const auto found = std::find_if(all.rbegin(), all.rend(),
                                    [&](const Place& place) { return place.item < before->item; });
    if (found == all.rend()) return std::nullopt;
    return *found;
}

std::vector<Place> Answers::missing() const {
    std::vector<Place> places;
    for (Finding& finding : questionnaire::validate(*form_, given_, enablement_)) {
        if (finding.code == IssueCode::required) places.push_back(std::move(finding.place));
    }
    return places;
}

std::vector<Finding> Answers::validate() const {
    return questionnaire::validate(*form_, given_, enablement_);
}

} // namespace rexue::questionnaire
