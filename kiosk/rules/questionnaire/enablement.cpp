#include "kiosk/rules/questionnaire/enablement.h"

#include <algorithm>

#include "kiosk/rules/questionnaire/limits.h"

namespace rexue::questionnaire {

namespace {

std::span<const Value> values_at(const Given& given, const Place& place) {
    const auto found = given.values.find(place);
    if (found == given.values.end()) return {};
    return found->second;
}

bool holds(Operator comparison, std::partial_ordering order) {
    switch (comparison) {
        case Operator::exists:
        case Operator::equal:
        case Operator::not_equal: // asked the other way round, below
            return order == 0;
        case Operator::greater:
            return order > 0;
        case Operator::less:
            return order < 0;
        case Operator::greater_or_equal:
            return order >= 0;
        case Operator::less_or_equal:
            return order <= 0;
    }
    return false;
}

// "True if at least one answer …", but for !=: "True if no answer has a value that is equal"
// (http://hl7.org/fhir/questionnaire-enable-operator), so != also holds without an answer.
bool holds(const Condition& condition, std::span<const Value> answers) {
    if (condition.comparison == Operator::exists) {
        return std::get<bool>(condition.answer) == !answers.empty();
    }
    const bool any = std::ranges::any_of(answers, [&](const Value& answer) {
        return holds(condition.comparison, compare(answer, condition.answer));
    });
    return condition.comparison == Operator::not_equal ? !any : any;
}

class Evaluation {
  public:
    Evaluation(const Form& form, const Given& given)
        : form_(form), given_(given), occurrences_(form.items().size()) {}

    bool run() {
        for (const ItemIndex index : form_.evaluation_order()) {
            add_occurrences(index);
            if (count_ > max_occurrences) return false;
            for (Occurrence& occurrence : occurrences_[index]) {
                occurrence.enabled = is_enabled(index, occurrence);
                if (comparisons_ > max_comparisons) return false;
            }
        }
        return true;
    }
    size_t comparisons() const { return comparisons_; }
    std::vector<std::vector<Occurrence>> take() { return std::move(occurrences_); }

  private:
    void add(ItemIndex index, std::vector<std::uint32_t> branches, std::optional<size_t> parent) {
        // One more than the limit is enough to know.
        if (++count_ > max_occurrences) return;
        occurrences_[index].push_back(
            {.place = {.item = index, .branches = std::move(branches)}, .parent = parent});
    }

    // In one branch of the parent: once, or once for each instance when the item is a group of
    // many.
    void add_instances(ItemIndex index, const std::vector<std::uint32_t>& branches,
                       std::optional<size_t> parent) {
        const Item& item = form_.item(index);
        if (item.type != ItemType::group || !item.repeats) {
            add(index, branches, parent);
            return;
        }
        const auto found = given_.instances.find({.item = index, .branches = branches});
        const std::uint32_t instances = found == given_.instances.end() ? 1 : found->second;
        for (std::uint32_t i = 0; i < instances && count_ <= max_occurrences; ++i) {
            auto own = branches;
            own.push_back(i);
            add(index, std::move(own), parent);
        }
    }

    void add_occurrences(ItemIndex index) {
        const Item& item = form_.item(index);
        if (!item.parent) {
            add_instances(index, {}, std::nullopt);
            return;
        }
        const Item& parent = form_.item(*item.parent);
        const auto& parents = occurrences_[*item.parent];
        for (size_t p = 0; p < parents.size() && count_ <= max_occurrences; ++p) {
            const Place& place = parents[p].place;
            if (!parent.is_question()) {
                add_instances(index, place.branches, p);
                continue;
            }
            const auto answers = static_cast<std::uint32_t>(values_at(given_, place).size());
            if (!parent.repeats) {
                if (answers > 0 || item.type == ItemType::display) {
                    add_instances(index, place.branches, p);
                }
                continue;
            }
            const std::uint32_t shown =
                item.type == ItemType::display ? std::max(answers, 1U) : answers;
            for (std::uint32_t i = 0; i < shown; ++i) {
                auto branches = place.branches;
                branches.push_back(i);
                add_instances(index, branches, p);
            }
        }
    }

    const Occurrence* nearest(ItemIndex question, const Occurrence& from) const {
        const auto& there = occurrences_[question];
        const auto& own = from.place.branches;
        // Both lists begin with the numbers of the branches that the two have in common, and
        // occurrences stand in the order of their numbers.
        const size_t common = common_branches(question, from.place.item);
        const auto wanted = std::span(own).first(common);
        const auto shared = [common](const Occurrence& occurrence) {
            return std::span(occurrence.place.branches).first(common);
        };
        const auto [first, last] =
            std::ranges::equal_range(there, wanted, std::ranges::lexicographical_compare, shared);
        if (first == last) return nullptr;
        return question < from.place.item ? &*(last - 1) : &*first;
    }

    // Branching ancestors that both items have.
    size_t common_branches(ItemIndex left, ItemIndex right) const {
        if (form_.branching_depth(left) == 0 || form_.branching_depth(right) == 0) return 0;
        std::optional<ItemIndex> ancestor = form_.item(left).parent;
        while (ancestor && (right <= *ancestor || right >= form_.item(*ancestor).end))
            ancestor = form_.item(*ancestor).parent;
        if (!ancestor) return 0;
        return form_.branching_depth(*ancestor) + (form_.item(*ancestor).branches() ? 1U : 0U);
    }

    bool is_met(const Condition& condition, const Occurrence& occurrence) {
        ++comparisons_;
        const Occurrence* question = nearest(condition.question, occurrence);
        if (question == nullptr || !question->enabled) return holds(condition, {});
        const auto answers = values_at(given_, question->place);
        comparisons_ += comparisons_with(condition.answer, answers.size());
        // What comes out does not count any more.
        if (comparisons_ > max_comparisons) return false;
        return holds(condition, answers);
    }

    bool is_enabled(ItemIndex index, const Occurrence& occurrence) {
        const Item& item = form_.item(index);
        if (occurrence.parent && !occurrences_[*item.parent][*occurrence.parent].enabled) {
            return false;
        }
        if (item.conditions.empty()) return true;
        const auto met = [&](const Condition& condition) { return is_met(condition, occurrence); };
        return item.behavior == EnableBehavior::all ? std::ranges::all_of(item.conditions, met)
                                                    : std::ranges::any_of(item.conditions, met);
    }

    const Form& form_;
    const Given& given_;
    std::vector<std::vector<Occurrence>> occurrences_;
    size_t count_ = 0;
    size_t comparisons_ = 0;
};

size_t text_bytes(const Value& value) {
    if (const auto* text = std::get_if<std::string>(&value)) return text->size();
    if (const auto* coding = std::get_if<Coding>(&value)) {
        return coding->system.size() + coding->code.size() + coding->display.size();
    }
    if (const auto* amount = std::get_if<Quantity>(&value)) {
        return amount->unit.size() + amount->system.size() + amount->code.size();
    }
    return 0;
}

} // namespace

size_t comparisons_with(const Value& value, size_t answers) {
    return answers * (1 + text_bytes(value) / 64);
}

std::optional<Enablement> Enablement::of(const Form& form, const Given& given) {
    Evaluation evaluation(form, given);
    if (!evaluation.run()) return std::nullopt;
    Enablement result;
    result.comparisons_ = evaluation.comparisons();
    result.occurrences_ = evaluation.take();
    return result;
}

std::span<const Occurrence> Enablement::within(ItemIndex item, std::optional<size_t> parent) const {
    const auto [first, last] =
        std::ranges::equal_range(occurrences_[item], parent, {}, &Occurrence::parent);
    return {first, last};
}

const Occurrence* Enablement::find(const Place& place) const {
    if (place.item >= occurrences_.size()) return nullptr;
    const auto& there = occurrences_[place.item];
    const auto found = std::ranges::lower_bound(there, place, {}, &Occurrence::place);
    return found == there.end() || found->place != place ? nullptr : &*found;
}

bool Enablement::is_enabled(const Place& place) const {
    const Occurrence* found = find(place);
    return found != nullptr && found->enabled;
}

} // namespace rexue::questionnaire
