#include "kiosk/rules/questionnaire/load.h"

#include <algorithm>
#include <array>

#include "kiosk/rules/questionnaire/extension.h"
#include "kiosk/rules/questionnaire/limits.h"
#include "kiosk/rules/questionnaire/link_items.h"
#include "kiosk/rules/questionnaire/object_reader.h"
#include "kiosk/rules/questionnaire/resource.h"

namespace rexue::questionnaire {

namespace {

constexpr std::array form_members{std::string_view("resourceType"),
                                  std::string_view("meta"),
                                  std::string_view("implicitRules"),
                                  std::string_view("language"),
                                  std::string_view("text"),
                                  std::string_view("contained"),
                                  std::string_view("url"),
                                  std::string_view("identifier"),
                                  std::string_view("version"),
                                  std::string_view("name"),
                                  std::string_view("title"),
                                  std::string_view("derivedFrom"),
                                  std::string_view("status"),
                                  std::string_view("experimental"),
                                  std::string_view("subjectType"),
                                  std::string_view("date"),
                                  std::string_view("publisher"),
                                  std::string_view("contact"),
                                  std::string_view("description"),
                                  std::string_view("useContext"),
                                  std::string_view("jurisdiction"),
                                  std::string_view("purpose"),
                                  std::string_view("copyright"),
                                  std::string_view("approvalDate"),
                                  std::string_view("lastReviewDate"),
                                  std::string_view("effectivePeriod"),
                                  std::string_view("code"),
                                  std::string_view("item")};

// Extensions of the whole form that bring logic along.
void check_head_extensions(const ObjectReader& form) {
    Item unused;
    read_item_extensions(form, unused);
}

FormHead read_head(const ObjectReader& form) {
    FormHead head{.url = form.text("url"),
                  .version = form.text("version"),
                  .status = form.text("status", Presence::mandatory),
                  .language = form.text("language"),
                  .title = form.words("title")};
    constexpr std::array known{std::string_view("draft"), std::string_view("active"),
                               std::string_view("retired"), std::string_view("unknown")};
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
    if (issues.has_errors()) return {.form = nullptr, .issues = issues.take()};
    return {.form = std::make_shared<const Form>(std::move(head), std::move(read.items),
                                                 std::move(order)),
            .issues = issues.take()};
}

} // namespace rexue::questionnaire
