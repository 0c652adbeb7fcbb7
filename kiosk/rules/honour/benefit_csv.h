// Benefits as a table: a row a benefit, in the columns of benefit_columns().
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "kiosk/rules/honour/benefit_book.h"

namespace rexue::honour {

// place, place_zh, place_en and as_of are the book's, in every row the same.
std::vector<std::string> benefit_columns();

// With a byte order mark, so that spreadsheets read it as UTF-8. read_benefit_csv() makes the same
// book of it.
std::string to_csv(const BenefitBook& book);

// Either the book or all that is wrong, a line each: "line 3, column kind: not one of the known
// words". The columns may stand in any order; every one must be there, and no other. At most
// max_csv_faults lines.
std::expected<BenefitBook, std::vector<std::string>> read_benefit_csv(std::string_view text);
inline constexpr size_t max_csv_faults = 100;

// A fault of the book that read_benefit_csv() made of `text`, told by its pointer
// ("/benefits/3/conditions/0: …"), as the table's reader knows it: "line 5, column conditions: …".
std::string as_csv_fault(std::string_view text, const std::string& fault);

} // namespace rexue::honour
