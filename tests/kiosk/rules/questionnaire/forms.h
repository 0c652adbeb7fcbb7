// Small forms for tests, written as their items' JSON.
#pragma once

#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "kiosk/rules/questionnaire/load.h"
#include "kiosk/rules/questionnaire/response.h"

namespace rexue::questionnaire::testing {

inline std::string form_text(std::string_view items, std::string_view more = "") {
    return std::string(R"({"resourceType":"Questionnaire","url":"http://example.test/form",)"
                       R"("version":"1","status":"active")")
        .append(more)
        .append(R"(,"item":[)")
        .append(items)
        .append("]}");
}

inline std::string told(const Issues& issues) {
    std::string text;
    for (const Issue& issue : issues) {
        text.append(to_string(issue.severity)).append(" ").append(to_string(issue.code));
        text.append(" ").append(issue.path).append(": ").append(issue.text).append("\n");
    }
    return text;
}

inline std::shared_ptr<const Form> a_form(std::string_view items) {
    auto loaded = load(form_text(items));
    EXPECT_TRUE(loaded.form) << told(loaded.issues);
    return loaded.form;
}

inline Place at(const Form& form, std::string_view link_id,
                std::vector<std::uint32_t> branches = {}) {
    const auto index = form.find(link_id);
    EXPECT_TRUE(index) << link_id;
    return {.item = index.value_or(0), .branches = std::move(branches)};
}

inline Coding code(std::string_view text) {
    return {.system = "", .code = std::string(text), .display = ""};
}

} // namespace rexue::questionnaire::testing
