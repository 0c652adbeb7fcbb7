#include <algorithm>
#include <array>
#include <map>

#include <fmt/format.h>

#include "kiosk/rules/questionnaire/limits.h"
#include "kiosk/rules/questionnaire/object_reader.h"
#include "kiosk/rules/questionnaire/resource.h"
#include "kiosk/rules/questionnaire/response.h"

namespace rexue::questionnaire {

namespace {

constexpr std::array response_members{
    std::string_view("resourceType"),  std::string_view("meta"),
    std::string_view("implicitRules"), std::string_view("language"),
    std::string_view("text"),          std::string_view("contained"),
    std::string_view("identifier"),    std::string_view("basedOn"),
    std::string_view("partOf"),        std::string_view("questionnaire"),
    std::string_view("status"),        std::string_view("subject"),
    std::string_view("encounter"),     std::string_view("authored"),
    std::string_view("author"),        std::string_view("source"),
    std::string_view("item")};
constexpr auto item_members =
    std::to_array<std::string_view>({"linkId", "definition", "text", "answer", "item"});
constexpr auto answer_members = std::to_array<std::string_view>(
    {"valueBoolean", "valueDecimal", "valueInteger", "valueDate", "valueDateTime", "valueTime",
     "valueString", "valueUri", "valueAttachment", "valueCoding", "valueQuantity", "valueReference",
     "item"});

constexpr std::array statuses{ResponseStatus::in_progress, ResponseStatus::completed,
                              ResponseStatus::amended, ResponseStatus::entered_in_error,
                              ResponseStatus::stopped};

using Branches = std::vector<std::uint32_t>;

// Walks response and form side by side.
class ResponseReader {
  public:
    ResponseReader(const Form& form, IssueList& issues) : form_(form), issues_(issues) {}

    void read_level(const ObjectReader& level, std::optional<ItemIndex> parent,
                    const Branches& branches);

    Given take() { return std::move(given_); }
    // Where the response has this place, or the nearest thing around it.
    std::string path_of(Place place) const;
    const std::map<Place, std::string>& paths() const { return paths_; }

  private:
    std::optional<ItemIndex> read_link(const ObjectReader& reader,
                                       std::optional<ItemIndex> parent) const;
    void read_one(const ObjectReader& reader, ItemIndex index, const Branches& branches);
    void read_answers(const ObjectReader& reader, ItemIndex index, const Branches& branches);

    const Form& form_;
    IssueList& issues_;
    Given given_;
    std::map<Place, std::string> paths_;
};

std::optional<ItemIndex> ResponseReader::read_link(const ObjectReader& reader,
                                                   std::optional<ItemIndex> parent) const {
    const std::string link_id = reader.text("linkId", Presence::mandatory);
    if (link_id.empty()) return std::nullopt;
    const auto index = form_.find(link_id);
    if (!index) {
        reader.error(IssueCode::not_found, "linkId", "the form has no such item");
        return std::nullopt;
    }
    if (form_.item(*index).parent != parent) {
        reader.error(IssueCode::structure, "linkId", "the form has this item somewhere else");
        return std::nullopt;
    }
    return index;
}

// NOLINTNEXTLINE(misc-no-recursion): the form's depth, at most max_depth.
void ResponseReader::read_level(const ObjectReader& level, std::optional<ItemIndex> parent,
                                const Branches& branches) {
    const auto list = level.objects("item", max_occurrences);
    std::optional<ItemIndex> last;
    for (size_t i = 0; i < list.size(); ++i) {
        const ObjectReader reader(list[i].get_object(), indexed(level.path(), "item", i), issues_);
        const auto index = read_link(reader, parent);
        if (!index) continue;
        const Item& item = form_.item(*index);
        const bool is_many = item.type == ItemType::group && item.repeats;
        if (last && *index < *last) {
            reader.error(IssueCode::structure, "linkId", "comes later in the form");
            continue;
        }
        if (last && *index == *last && !is_many) {
            reader.error(IssueCode::structure, "linkId", "is there twice and does not repeat");
            continue;
        }
        Branches inner = branches;
        if (is_many) {
            std::uint32_t& count = given_.instances[{.item = *index, .branches = branches}];
            if (count == max_answers) {
                reader.error(IssueCode::too_costly, "", "too many of this group");
                return;
            }
            inner.push_back(count++);
        }
        last = index;
        read_one(reader, *index, inner);
    }
}

// NOLINTNEXTLINE(misc-no-recursion)
void ResponseReader::read_one(const ObjectReader& reader, ItemIndex index,
                              const Branches& branches) {
    reader.refuse_others(item_members);
    const Item& item = form_.item(index);
    paths_[{.item = index, .branches = branches}] = reader.path();
    if (item.is_question() && reader.has("item")) {
        reader.error(IssueCode::structure, "item",
                     "qrs-1: what stands below a question is in its answers");
    } else if (!item.is_question() && reader.has("answer")) {
        reader.error(IssueCode::structure, "answer", "this is not a question");
    } else if (item.is_question()) {
        read_answers(reader, index, branches);
    } else {
        read_level(reader, index, branches);
    }
}

// NOLINTNEXTLINE(misc-no-recursion)
void ResponseReader::read_answers(const ObjectReader& reader, ItemIndex index,
                                  const Branches& branches) {
    const Item& item = form_.item(index);
    const auto list = reader.objects("answer", max_answers);
    if (list.size() > 1 && !item.repeats) {
        reader.error(IssueCode::structure, "answer", "only one answer is wanted");
        return;
    }
    std::vector<Value> values;
    for (std::uint32_t i = 0; i < list.size(); ++i) {
        const ObjectReader answer(list[i].get_object(), indexed(reader.path(), "answer", i),
                                  issues_);
        answer.refuse_others(answer_members);
        auto named = read_value(answer, "value");
        if (!named) return;
        values.push_back(std::move(named->value));
        Branches inner = branches;
        if (item.repeats) inner.push_back(i);
        read_level(answer, index, inner);
    }
    if (!values.empty()) given_.values[{.item = index, .branches = branches}] = std::move(values);
}

std::string ResponseReader::path_of(Place place) const {
    while (true) {
        const auto found = paths_.find(place);
        if (found != paths_.end()) return found->second;
        const auto parent = form_.item(place.item).parent;
        if (!parent) return "QuestionnaireResponse";
        const Item& item = form_.item(*parent);
        const bool is_many = item.type == ItemType::group && item.repeats;
        place.branches.resize(
            std::min(place.branches.size(), form_.branching_depth(*parent) + (is_many ? 1U : 0U)));
        place.item = *parent;
    }
}

ResponseStatus read_status(const ObjectReader& response) {
    const std::string word = response.text("status", Presence::mandatory);
    const auto found = std::ranges::find_if(
        statuses, [&](ResponseStatus status) { return to_string(status) == word; });
    if (found != statuses.end()) return *found;
    if (!word.empty()) response.error(IssueCode::structure, "status", "FHIR has no such status");
    return ResponseStatus::in_progress;
}

void check_canonical(const ObjectReader& response, const Form& form) {
    const std::string path = response.path() + ".questionnaire";
    const std::string canonical = response.text("questionnaire");
    if (canonical.empty()) {
        response.issues().warn(IssueCode::required, path, "the response does not name its form");
        return;
    }
    const size_t bar = canonical.find('|');
    const auto url = std::string_view(canonical).substr(0, bar);
    if (url != form.head().url) {
        response.error(IssueCode::business_rule, "questionnaire",
                       "is the response to another form");
        return;
    }
    if (bar == std::string::npos) {
        if (!form.head().version.empty()) {
            response.issues().warn(IssueCode::business_rule, path,
                                   "the form's version is not named");
        }
        return;
    }
    if (std::string_view(canonical).substr(bar + 1) != form.head().version) {
        response.error(IssueCode::business_rule, "questionnaire",
                       "is the response to another version of the form");
    }
}

// Only the outermost thing that is not asked is told.
void check_enabled(const ResponseReader& reader, const Answers& answers, IssueList& issues) {
    for (const auto& [place, path] : reader.paths()) {
        const Occurrence* found = answers.enablement().find(place);
        if (found == nullptr || found->enabled) continue;
        const auto parent = answers.form().item(place.item).parent;
        const bool is_told = parent && found->parent &&
                             !answers.enablement().occurrences(*parent)[*found->parent].enabled;
        if (is_told) continue;
        issues.error(IssueCode::business_rule, path,
                     "is answered, though the other answers do not ask for it");
    }
}

void check_read_only(const ResponseReader& reader, const Answers& answers, IssueList& issues) {
    const Form& form = answers.form();
    for (ItemIndex i = 0; i < form.items().size(); ++i) {
        const Item& item = form.item(i);
        if (!item.read_only || item.initial.empty()) continue;
        for (const Occurrence& occurrence : answers.enablement().occurrences(i)) {
            const auto values = answers.values(occurrence.place);
            if (!occurrence.enabled || values.empty()) continue;
            if (std::ranges::equal(values, item.initial, same)) continue;
            issues.error(IssueCode::business_rule, reader.path_of(occurrence.place),
                         "is read-only, and is not what it was");
        }
    }
}

void check_findings(const ResponseReader& reader, const Answers& answers, ResponseStatus status,
                    IssueList& issues) {
    const bool must_be_complete =
        status == ResponseStatus::completed || status == ResponseStatus::amended;
    for (const Finding& finding : answers.validate()) {
        if (finding.code == IssueCode::required && !must_be_complete) continue;
        std::string path = reader.path_of(finding.place);
        if (finding.answer) path = indexed(path, "answer", *finding.answer);
        std::string text = finding.text;
        if (finding.code == IssueCode::required) {
            text = fmt::format("{}: {}", answers.form().item(finding.place.item).link_id, text);
        }
        issues.error(finding.code, std::move(path), std::move(text));
    }
}

// Each answer to a choice is looked for among its options.
bool is_too_costly(const Form& form, const Given& given) {
    size_t comparisons = 0;
    for (const auto& [place, values] : given.values) {
        for (const Option& option : form.item(place.item).options)
            comparisons += comparisons_with(option.value, values.size());
        if (comparisons > max_comparisons) return true;
    }
    return false;
}

} // namespace

ReadResponse read_response(std::shared_ptr<const Form> form, std::string_view text) {
    IssueList issues;
    ReadResponse result;
    const auto value = parse_resource(text, "QuestionnaireResponse", max_response_bytes, issues);
    if (value) {
        const ObjectReader response(value->get_object(), "QuestionnaireResponse", issues);
        response.refuse_others(response_members);
        result.status = read_status(response);
        check_canonical(response, *form);
        ResponseReader reader(*form, issues);
        reader.read_level(response, std::nullopt, {});
        Given given = reader.take();
        std::optional<Answers> answers;
        if (!is_too_costly(*form, given))
            answers = Answers::from(std::move(form), std::move(given));
        if (!answers) {
            response.error(IssueCode::too_costly, "", "too many answers in all");
        } else {
            check_enabled(reader, *answers, issues);
            check_read_only(reader, *answers, issues);
            check_findings(reader, *answers, result.status, issues);
            if (!issues.has_errors()) result.answers = std::move(answers);
        }
    }
    result.issues = issues.take();
    return result;
}

} // namespace rexue::questionnaire
