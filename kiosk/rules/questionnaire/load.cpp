#include "kiosk/rules/questionnaire/load.h"

#include <algorithm>
#include <array>

#include "kiosk/rules/questionnaire/enablement.h"
#include "kiosk/rules/questionnaire/extension.h"
#include "kiosk/rules/questionnaire/limits.h"
#include "kiosk/rules/questionnaire/link_items.h"
#include "kiosk/rules/questionnaire/object_reader.h"
#include "kiosk/rules/questionnaire/resource.h"

namespace rexue::questionnaire {

namespace {

constexpr auto form_members = std::to_array<std::string_view>({"resourceType",
                                                               "meta",
                                                               "implicitRules",
                                                               "language",
                                                               "text",
                                                               "contained",
                                                               "url",
                                                               "identifier",
                                                               "version",
                                                               "name",
                                                               "title",
                                                               "derivedFrom",
                                                               "status",
                                                               "experimental",
                                                               "subjectType",
                                                               "date",
                                                               "publisher",
                                                               "contact",
                                                               "description",
                                                               "useContext",
                                                               "jurisdiction",
                                                               "purpose",
                                                               "copyright",
                                                               "approvalDate",
                                                               "lastReviewDate",
                                                               "effectivePeriod",
                                                               "code",
                                                               "item"});

// Extensions of the whole form that bring logic along.
void check_head_extensions(const ObjectReader& form) {
    Item unused;
    read_item_extensions(form, unused);
}

FormHead read_head(const ObjectReader& form) {
    FormHead head{
        .url = form.text("url"),
        .version = form.text("version"),
        .status = form.text("status", Presence::mandatory),
        .language = form.text("language"),
        .title = form.words("title"),
        .is_approved = form.has("approvalDate") && !form.flag("experimental").value_or(false)};
    constexpr auto known =
        std::to_array<std::string_view>({"draft", "active", "retired", "unknown"});
    if (!head.status.empty() &&
        std::ranges::find(known, std::string_view(head.status)) == known.end()) {
        form.error(IssueCode::structure, "status", "draft, active, retired or unknown is wanted");
    }
    if (head.status == "retired") {
        form.issues().warn(IssueCode::business_rule, form.path() + ".status",
                           "the form is retired: another one should be used");
    }
    return head;
}

// A form begins with its initial values: what they ask for is within the limits, too.
void check_beginning(const ObjectReader& form, const std::vector<Item>& items) {
    size_t comparisons = 0;
    for (const Item& item : items) {
        for (const Condition& condition : item.conditions) {
            const size_t initial = items[condition.question].initial.size();
            comparisons += 1 + comparisons_with(condition.answer, initial);
        }
    }
    if (comparisons <= max_comparisons) return;
    form.error(IssueCode::too_costly, "item", "too many initial values under conditions");
}

} // namespace

Loaded load(std::string_view text) {
    IssueList issues;
    const auto value = parse_resource(text, "Questionnaire", max_form_bytes, issues);
    if (!value) return {.form = nullptr, .issues = issues.take()};
    const ObjectReader form(value->get_object(), "Questionnaire", issues);
    form.refuse_others(form_members);
    FormHead head = read_head(form);
    check_head_extensions(form);
    if (!form.has("item")) form.error(IssueCode::required, "item", "there is nothing to ask");
    ReadItems read = read_items(form);
    std::vector<ItemIndex> order = link_items(read, issues);
    check_beginning(form, read.items);
    if (issues.has_errors()) return {.form = nullptr, .issues = issues.take()};
    return {.form = std::make_shared<const Form>(std::move(head), std::move(read.items),
                                                 std::move(order)),
            .issues = issues.take()};
}

} // namespace rexue::questionnaire
