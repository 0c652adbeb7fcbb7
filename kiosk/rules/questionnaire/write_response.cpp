#include <array>
#include <utility>

#include <boost/json.hpp>
#include <fmt/format.h>

#include "kiosk/rules/questionnaire/response.h"
#include "platform/json/wiping_storage.h"

namespace rexue::questionnaire {

namespace bj = boost::json;

namespace {

bj::object to_json(const Coding& coding) {
    bj::object object(json::wiping_storage());
    if (!coding.system.empty()) object["system"] = coding.system;
    object["code"] = coding.code;
    if (!coding.display.empty()) object["display"] = coding.display;
    return object;
}

bj::object to_json(const Quantity& amount) {
    bj::object object(json::wiping_storage());
    object["value"] = amount.value;
    if (!amount.unit.empty()) object["unit"] = amount.unit;
    if (!amount.system.empty()) object["system"] = amount.system;
    if (!amount.code.empty()) object["code"] = amount.code;
    return object;
}

bj::value to_json(const Value& value) {
    return std::visit(
        [](const auto& held) -> bj::value {
            using Held = std::remove_cvref_t<decltype(held)>;
            if constexpr (std::same_as<Held, FhirDate>) {
                return bj::value(held.to_string(), json::wiping_storage());
            } else if constexpr (std::same_as<Held, FhirTime>) {
                return bj::value(held.text, json::wiping_storage());
            } else if constexpr (std::same_as<Held, Coding> || std::same_as<Held, Quantity>) {
                return to_json(held);
            } else {
                return bj::value(held, json::wiping_storage());
            }
        },
        value);
}

class Writer {
  public:
    explicit Writer(const Answers& answers) : answers_(answers) {}

    // NOLINTNEXTLINE(misc-no-recursion): no deeper than max_depth.
    bj::array items(std::optional<ItemIndex> parent, std::optional<size_t> within,
                    std::optional<std::uint32_t> branch = {}) const {
        bj::array list(json::wiping_storage());
        const Form& form = answers_.form();
        for (const ItemIndex child : form.children(parent)) {
            const auto all = answers_.enablement().occurrences(child);
            for (const Occurrence& occurrence : answers_.enablement().within(child, within)) {
                if (!occurrence.enabled) continue;
                // Below a question of several answers: those of this answer.
                const size_t depth = form.branching_depth(child);
                if (branch && occurrence.place.branches[depth - 1] != *branch) continue;
                auto object = item(occurrence, static_cast<size_t>(&occurrence - all.data()));
                if (!object.empty()) list.push_back(std::move(object));
            }
        }
        return list;
    }

  private:
    // Empty when nothing is answered there.
    // NOLINTNEXTLINE(misc-no-recursion)
    bj::object item(const Occurrence& occurrence, size_t number) const {
        const ItemIndex index = occurrence.place.item;
        const Item& item = answers_.form().item(index);
        bj::object object(json::wiping_storage());
        object["linkId"] = item.link_id;
        if (item.type == ItemType::group) {
            bj::array inner = items(index, number);
            if (inner.empty()) return bj::object(json::wiping_storage());
            object["item"] = std::move(inner);
            return object;
        }
        const auto values = answers_.values(occurrence.place);
        if (values.empty()) return bj::object(json::wiping_storage());
        bj::array list(json::wiping_storage());
        for (std::uint32_t i = 0; i < values.size(); ++i) {
            // A decimal question's whole number is still its decimal.
            const bool is_decimal = item.type == ItemType::decimal;
            bj::object answer(json::wiping_storage());
            answer[fmt::format("value{}", is_decimal ? "Decimal" : type_word(values[i]))] =
                to_json(values[i]);
            bj::array inner = items(index, number, item.repeats ? std::optional(i) : std::nullopt);
            if (!inner.empty()) answer["item"] = std::move(inner);
            list.push_back(std::move(answer));
        }
        object["answer"] = std::move(list);
        return object;
    }

    const Answers& answers_;
};

} // namespace

std::string_view to_string(ResponseStatus status) {
    constexpr std::array<std::string_view, 5> words{"in-progress", "completed", "amended",
                                                    "entered-in-error", "stopped"};
    return words.at(static_cast<size_t>(std::to_underlying(status)));
}

std::string to_response(const Answers& answers, ResponseStatus status, base::Instant authored) {
    // Freed wiped; the text itself is the caller's.
    bj::object response(json::wiping_storage());
    response["resourceType"] = "QuestionnaireResponse";
    if (!answers.form().head().url.empty()) response["questionnaire"] = answers.form().canonical();
    response["status"] = to_string(status);
    response["authored"] = base::format_instant(authored);
    bj::array items = Writer(answers).items(std::nullopt, std::nullopt);
    if (!items.empty()) response["item"] = std::move(items);
    return bj::serialize(response);
}

} // namespace rexue::questionnaire
