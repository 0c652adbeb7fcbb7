// The shipped health questions, answered as somebody answers them who may give blood.
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "kiosk/rules/questionnaire/answers.h"
#include "kiosk/rules/questionnaire/load.h"
#include "kiosk/rules/questionnaire/response.h"
#include "platform/storage/file.h"

namespace rexue::support {

inline std::shared_ptr<const questionnaire::Form> shipped_form() {
    const auto text = storage::read_text_file(
        REXUE_SOURCE_DIR "/assets/questionnaires/station-2026-1.json", 4 * 1024 * 1024);
    return questionnaire::load(text.value()).form;
}

using Said = std::vector<std::pair<std::string, questionnaire::Value>>;

// Of a man: every question answered so that no rule stands, then `said` instead. A FHIR
// QuestionnaireResponse, as JSON text.
inline std::string answered_well(const std::shared_ptr<const questionnaire::Form>& form,
                                 const Said& said, base::Instant at_time) {
    questionnaire::Answers all(form);
    const auto at = [&](const std::string& id) {
        return questionnaire::Place{.item = form->find(id).value()};
    };
    const auto system = form->item(*form->find("sex")).options.front().value;
    auto male = std::get<questionnaire::Coding>(system);
    male.code = "male";
    EXPECT_TRUE(all.set(at("sex"), male, questionnaire::Author::terminal).empty());
    for (auto place = all.next(); place; place = all.next(place)) {
        const auto& item = form->item(place->item);
        if (item.read_only) continue;
        for (const auto& option : item.options) {
            // "None of these", or whatever no rule asks about.
            if (!option.marks.empty()) continue;
            EXPECT_TRUE(all.set(*place, option.value).empty());
        }
        if (item.type != questionnaire::ItemType::boolean) continue;
        const bool raises = !item.marks.empty() && item.marks.front().raised_by;
        const auto before = all.questions().size();
        EXPECT_TRUE(all.set(*place, questionnaire::Value(!item.marks.empty() && !raises)).empty());
        // What is asked next is asked about something amiss.
        const bool asks_more = all.questions().size() > before;
        if (!asks_more) continue;
        EXPECT_TRUE(all.set(*place, questionnaire::Value(true)).empty());
    }
    for (const auto& [id, value] : said)
        EXPECT_TRUE(all.set(at(id), value).empty()) << id;
    for (const auto& place : all.missing())
        ADD_FAILURE() << form->item(place.item).link_id << " is not answered";
    return questionnaire::to_response(all, questionnaire::ResponseStatus::completed, at_time);
}

} // namespace rexue::support
