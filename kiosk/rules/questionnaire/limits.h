// How large a form and a response may be. What is larger is refused before it is looked at closely:
// no station's form comes near, and a terminal must answer at once whatever it is handed.
#pragma once

#include <cstddef>

namespace rexue::questionnaire {

inline constexpr size_t max_form_bytes = 4 * 1024 * 1024;
inline constexpr size_t max_response_bytes = 2 * 1024 * 1024;
inline constexpr size_t max_json_depth = 128; // a nested answer takes four levels of it
inline constexpr size_t max_items = 5'000;
inline constexpr size_t max_depth = 16; // of items in items
inline constexpr size_t max_options = 1'000;
inline constexpr size_t max_all_options = 20'000;
inline constexpr size_t max_conditions = 100; // of one item
inline constexpr size_t max_all_conditions = 20'000;
inline constexpr size_t max_link_id_bytes = 255;
inline constexpr size_t max_text_bytes = 16 * 1024;
inline constexpr size_t max_pattern_bytes = 1'000;
inline constexpr size_t max_answers = 200;        // of one question, and instances of one group
inline constexpr size_t max_occurrences = 50'000; // of all items together, groups repeated
// Answers held against conditions, and against options; 64 bytes of text count as one. What a
// form and a response of the largest size could ask for together would take minutes.
inline constexpr size_t max_comparisons = 10'000'000;
inline constexpr size_t max_issues = 100;

} // namespace rexue::questionnaire
