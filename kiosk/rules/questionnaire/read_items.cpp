#include "kiosk/rules/questionnaire/read_items.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "kiosk/rules/questionnaire/check_item.h"
#include "kiosk/rules/questionnaire/extension.h"
#include "kiosk/rules/questionnaire/limits.h"
#include "kiosk/rules/questionnaire/options.h"

namespace rexue::questionnaire {

namespace {

constexpr std::array item_members{
    std::string_view("linkId"),         std::string_view("definition"),
    std::string_view("code"),           std::string_view("prefix"),
    std::string_view("text"),           std::string_view("type"),
    std::string_view("enableWhen"),     std::string_view("enableBehavior"),
    std::string_view("required"),       std::string_view("repeats"),
    std::string_view("readOnly"),       std::string_view("maxLength"),
    std::string_view("answerValueSet"), std::string_view("answerOption"),
    std::string_view("initial"),        std::string_view("item")};

constexpr std::array condition_members{
    std::string_view("question"),       std::string_view("operator"),
    std::string_view("answerBoolean"),  std::string_view("answerDecimal"),
    std::string_view("answerInteger"),  std::string_view("answerDate"),
    std::string_view("answerDateTime"), std::string_view("answerTime"),
    std::string_view("answerString"),   std::string_view("answerCoding"),
    std::string_view("answerQuantity"), std::string_view("answerReference")};

constexpr std::array initial_members{
    std::string_view("valueBoolean"),    std::string_view("valueDecimal"),
    std::string_view("valueInteger"),    std::string_view("valueDate"),
    std::string_view("valueDateTime"),   std::string_view("valueTime"),
    std::string_view("valueString"),     std::string_view("valueUri"),
    std::string_view("valueAttachment"), std::string_view("valueCoding"),
    std::string_view("valueQuantity"),   std::string_view("valueReference")};

template <typename T, size_t count>
std::optional<T> one_of(const std::array<std::pair<std::string_view, T>, count>& table,
                        std::string_view word) {
    const auto row = std::ranges::find(table, word, &std::pair<std::string_view, T>::first);
    if (row == table.end()) return std::nullopt;
    return row->second;
}

constexpr std::array<std::pair<std::string_view, ItemType>, 11> types{{
    {"group", ItemType::group},
    {"display", ItemType::display},
    {"boolean", ItemType::boolean},
    {"choice", ItemType::choice},
    {"open-choice", ItemType::open_choice},
    {"integer", ItemType::integer},
    {"decimal", ItemType::decimal},
    {"date", ItemType::date},
    {"string", ItemType::string},
    {"text", ItemType::text},
    {"quantity", ItemType::quantity},
}};

constexpr std::array<std::pair<std::string_view, Operator>, 7> operators{{
    {"exists", Operator::exists},
    {"=", Operator::equal},
    {"!=", Operator::not_equal},
    {">", Operator::greater},
    {"<", Operator::less},
    {">=", Operator::greater_or_equal},
    {"<=", Operator::less_or_equal},
}};

class ItemsReader {
  public:
    explicit ItemsReader(const ObjectReader& form) : contained_(form), issues_(form.issues()) {}

    void read_level(const ObjectReader& level, std::optional<ItemIndex> parent, size_t depth);
    ReadItems take() { return std::move(result_); }

  private:
    void read_one(const ObjectReader& reader, std::optional<ItemIndex> parent, size_t depth);
    ItemType read_type(const ObjectReader& reader);
    void read_conditions(const ObjectReader& reader, ItemIndex index);
    void read_choices(const ObjectReader& reader, Item& item);
    void read_initial(const ObjectReader& reader, Item& item);

    Contained contained_;
    IssueList& issues_;
    ReadItems result_;
    size_t option_count_ = 0;
    bool is_full_ = false; // a limit was reached: the rest is not looked at
};

// NOLINTNEXTLINE(misc-no-recursion): no deeper than max_depth.
void ItemsReader::read_level(const ObjectReader& level, std::optional<ItemIndex> parent,
                             size_t depth) {
    const auto list = level.objects("item", max_items);
    if (depth > max_depth && !list.empty()) {
        level.error(IssueCode::too_costly, "item",
                    fmt::format("items are nested deeper than {}", max_depth));
        return;
    }
    for (size_t i = 0; i < list.size() && !is_full_; ++i) {
        if (result_.items.size() == max_items) {
            level.error(IssueCode::too_costly, "item",
                        fmt::format("more than {} items", max_items));
            is_full_ = true;
            return;
        }
        read_one(ObjectReader(list[i].get_object(), indexed(level.path(), "item", i), issues_),
                 parent, depth);
    }
}

// NOLINTNEXTLINE(misc-no-recursion): no deeper than max_depth.
void ItemsReader::read_one(const ObjectReader& reader, std::optional<ItemIndex> parent,
                           size_t depth) {
    reader.refuse_others(item_members);
    const auto index = static_cast<ItemIndex>(result_.items.size());
    Item item;
    item.path = reader.path();
    item.parent = parent;
    item.link_id = reader.text("linkId", Presence::mandatory);
    if (item.link_id.size() > max_link_id_bytes) {
        reader.error(IssueCode::too_long, "linkId",
                     fmt::format("longer than {} bytes", max_link_id_bytes));
    }
    item.type = read_type(reader);
    item.text = reader.words("text");
    item.prefix = reader.text("prefix");
    item.required = reader.flag("required").value_or(false);
    item.repeats = reader.flag("repeats").value_or(false);
    item.read_only = reader.flag("readOnly").value_or(false);
    item.max_length = reader.whole_number("maxLength");
    read_item_extensions(reader, item);
    if (parent && result_.items[*parent].is_private) item.is_private = true;
    read_choices(reader, item);
    read_initial(reader, item);
    check_item(reader, item);
    result_.items.push_back(std::move(item));
    read_conditions(reader, index);
    read_level(reader, index, depth + 1);
    result_.items[index].end = static_cast<ItemIndex>(result_.items.size());
}

ItemType ItemsReader::read_type(const ObjectReader& reader) {
    const std::string word = reader.text("type", Presence::mandatory);
    if (word.empty()) return ItemType::display;
    if (const auto type = one_of(types, word)) return *type;
    constexpr auto others = std::to_array<std::string_view>(
        {"dateTime", "time", "url", "attachment", "reference", "question"});
    const bool is_known = std::ranges::find(others, std::string_view(word)) != others.end();
    reader.error(IssueCode::not_supported, "type",
                 is_known ? fmt::format("questions of type {} are not supported", word)
                          : std::string("FHIR R4 has no such type of item"));
    return ItemType::display;
}

void ItemsReader::read_conditions(const ObjectReader& reader, ItemIndex index) {
    const auto list = reader.objects("enableWhen", max_conditions);
    const std::string behavior = reader.text("enableBehavior");
    result_.items[index].behavior = behavior == "any" ? EnableBehavior::any : EnableBehavior::all;
    if (!behavior.empty() && behavior != "all" && behavior != "any") {
        reader.error(IssueCode::structure, "enableBehavior", "all or any is wanted");
    }
    if (list.size() > 1 && behavior.empty()) {
        reader.error(IssueCode::invariant, "",
                     "que-12: with more than one enableWhen there must be an enableBehavior");
    }
    for (size_t i = 0; i < list.size() && !is_full_; ++i) {
        const ObjectReader entry(list[i].get_object(), indexed(reader.path(), "enableWhen", i),
                                 issues_);
        entry.refuse_others(condition_members);
        NamedCondition condition{.item = index,
                                 .question = entry.text("question", Presence::mandatory),
                                 .path = entry.path()};
        const std::string word = entry.text("operator", Presence::mandatory);
        const auto comparison = one_of(operators, word);
        if (!comparison && !word.empty()) {
            entry.error(IssueCode::structure, "operator", "FHIR R4 has no such operator");
        }
        auto named = read_value(entry, "answer");
        if (!comparison || !named || condition.question.empty()) continue;
        condition.comparison = *comparison;
        condition.answer = std::move(named->value);
        result_.conditions.push_back(std::move(condition));
        is_full_ = result_.conditions.size() > max_all_conditions;
        if (is_full_) entry.error(IssueCode::too_costly, "", "too many conditions in all");
    }
}

void ItemsReader::read_choices(const ObjectReader& reader, Item& item) {
    if (reader.has("answerOption") && reader.has("answerValueSet")) {
        reader.error(IssueCode::invariant, "",
                     "que-4: answerOption and answerValueSet exclude each other");
    }
    item.options = read_options(reader, contained_);
    option_count_ += item.options.size();
    if (option_count_ > max_all_options && !is_full_) {
        reader.error(IssueCode::too_costly, "",
                     fmt::format("more than {} options in all", max_all_options));
        is_full_ = true;
    }
    for (const Option& option : item.options) {
        if (option.initially_selected) item.initial.push_back(option.value);
    }
}

void ItemsReader::read_initial(const ObjectReader& reader, Item& item) {
    const auto list = reader.objects("initial", max_answers);
    for (size_t i = 0; i < list.size(); ++i) {
        const ObjectReader entry(list[i].get_object(), indexed(reader.path(), "initial", i),
                                 issues_);
        entry.refuse_others(initial_members);
        if (auto named = read_value(entry, "value"))
            item.initial.push_back(std::move(named->value));
    }
}

} // namespace

ReadItems read_items(const ObjectReader& form) {
    ItemsReader reader(form);
    reader.read_level(form, std::nullopt, 1);
    return reader.take();
}

} // namespace rexue::questionnaire
