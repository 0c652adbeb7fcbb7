#include "kiosk/rules/questionnaire/link_items.h"

#include <algorithm>
#include <unordered_map>

#include "kiosk/rules/questionnaire/check_value.h"

namespace rexue::questionnaire {

namespace {

using LinkIds = std::unordered_map<std::string_view, ItemIndex>;

LinkIds index_link_ids(const std::vector<Item>& items, IssueList& issues) {
    LinkIds ids;
    for (ItemIndex i = 0; i < items.size(); ++i) {
        if (items[i].link_id.empty()) continue; // told already
        if (ids.emplace(items[i].link_id, i).second) continue;
        issues.error(IssueCode::invariant, items[i].path + ".linkId",
                     "que-2: another item has this linkId");
    }
    return ids;
}

// A number may be asked about with a decimal, and a choice with whatever an option can be.
bool can_be_asked(const Item& question, const Value& answer) {
    const bool is_number = question.type == ItemType::integer || question.type == ItemType::decimal;
    if (is_number &&
        (std::holds_alternative<double>(answer) || std::holds_alternative<std::int32_t>(answer))) {
        return true;
    }
    return fits_type(question, answer);
}

void check_condition(const NamedCondition& condition, const Item& question, IssueList& issues) {
    if (!question.is_question()) {
        issues.error(IssueCode::business_rule, condition.path + ".question",
                     "a group or a display has no answer to ask about");
        return;
    }
    const bool is_flag = std::holds_alternative<bool>(condition.answer);
    if (condition.comparison == Operator::exists) {
        if (!is_flag) {
            issues.error(IssueCode::invariant, condition.path,
                         "que-7: whether there is an answer is true or false");
        }
    } else if (!can_be_asked(question, condition.answer)) {
        issues.error(IssueCode::structure, condition.path,
                     "the question cannot have an answer of this type");
    } else if (condition.comparison != Operator::equal &&
               condition.comparison != Operator::not_equal &&
               (is_flag || std::holds_alternative<Coding>(condition.answer))) {
        issues.error(IssueCode::business_rule, condition.path + ".operator",
                     "truth values and codes are neither more nor less than others");
    }
    // A companion who looks on learns the answer from what is asked next.
    if (question.is_private) {
        issues.error(IssueCode::business_rule, condition.path + ".question",
                     "what is asked may not depend on a private answer");
    }
}

void resolve(ReadItems& read, const LinkIds& ids, IssueList& issues) {
    for (NamedCondition& named : read.conditions) {
        const auto found = ids.find(named.question);
        if (found == ids.end()) {
            issues.error(IssueCode::not_found, named.path + ".question", "no item has this linkId");
            continue;
        }
        check_condition(named, read.items[found->second], issues);
        read.items[named.item].conditions.push_back({.question = found->second,
                                                     .comparison = named.comparison,
                                                     .answer = std::move(named.answer)});
    }
}

// What is asked below a question is asked once it is answered, which shows that it was.
void check_private_questions(const std::vector<Item>& items, IssueList& issues) {
    for (const Item& item : items) {
        if (!item.parent || item.type == ItemType::display) continue;
        const Item& parent = items[*item.parent];
        if (!parent.is_private || !parent.is_question()) continue;
        issues.error(IssueCode::business_rule, item.path,
                     "what is asked may not depend on a private answer");
    }
}

// What nobody is shown or may change, and has no answer from the start, would keep the form from
// ever being complete. Below what branches an initial value is never set.
void check_can_be_answered(const std::vector<Item>& items, IssueList& issues) {
    std::vector<bool> is_below_branch(items.size());
    for (ItemIndex i = 0; i < items.size(); ++i) {
        const Item& item = items[i];
        if (item.parent) {
            is_below_branch[i] = is_below_branch[*item.parent] || items[*item.parent].branches();
        }
        const bool is_closed = item.is_question() && (item.hidden || item.read_only);
        if (!item.required || !is_closed) continue;
        if (!item.initial.empty() && !is_below_branch[i]) continue;
        issues.error(IssueCode::business_rule, item.path,
                     "an answer is required, and nobody can give one");
    }
}

// Kahn's order over "parent before child, question before what depends on it".
std::vector<ItemIndex> order(const std::vector<Item>& items) {
    std::vector<std::vector<ItemIndex>> dependents(items.size());
    std::vector<size_t> waits_for(items.size());
    const auto depends = [&](ItemIndex later, ItemIndex earlier) {
        dependents[earlier].push_back(later);
        ++waits_for[later];
    };
    for (ItemIndex i = 0; i < items.size(); ++i) {
        if (items[i].parent) depends(i, *items[i].parent);
        for (const Condition& condition : items[i].conditions)
            depends(i, condition.question);
    }
    std::vector<ItemIndex> ordered;
    ordered.reserve(items.size());
    for (ItemIndex i = 0; i < items.size(); ++i) {
        if (waits_for[i] == 0) ordered.push_back(i);
    }
    for (size_t done = 0; done < ordered.size(); ++done) {
        for (const ItemIndex next : dependents[ordered[done]]) {
            if (--waits_for[next] == 0) ordered.push_back(next);
        }
    }
    return ordered;
}

void check_for_circle(const std::vector<Item>& items, const std::vector<ItemIndex>& ordered,
                      IssueList& issues) {
    if (ordered.size() == items.size()) return;
    std::vector<bool> is_done(items.size());
    for (const ItemIndex index : ordered)
        is_done[index] = true;
    // What stands in the circle or waits for it. The first with a condition is told.
    for (ItemIndex i = 0; i < items.size(); ++i) {
        const bool waits = std::ranges::any_of(
            items[i].conditions, [&](const Condition& c) { return !is_done[c.question]; });
        if (is_done[i] || !waits) continue;
        issues.error(IssueCode::processing, items[i].path + ".enableWhen",
                     "whether this is asked depends on itself, in a circle");
        return;
    }
}

} // namespace

std::vector<ItemIndex> link_items(ReadItems& read, IssueList& issues) {
    const LinkIds ids = index_link_ids(read.items, issues);
    resolve(read, ids, issues);
    check_private_questions(read.items, issues);
    check_can_be_answered(read.items, issues);
    std::vector<ItemIndex> ordered = order(read.items);
    check_for_circle(read.items, ordered, issues);
    return ordered;
}

} // namespace rexue::questionnaire
