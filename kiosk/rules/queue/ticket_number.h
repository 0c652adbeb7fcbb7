// Ticket numbers: a terminal's letter and its own count of the day, "A012".
#pragma once

#include <compare>
#include <string>
#include <string_view>

#include "platform/base/error.h"

namespace rexue::queue {

struct TicketNumber {
    char letter = 'A'; // 'A' … 'Z', the terminal's own series
    int count = 1;     // 1 … 9999, restarts each day

    auto operator<=>(const TicketNumber&) const = default;
    // Three digits, four from the thousandth on.
    std::string to_string() const;
};

base::Result<TicketNumber> parse_ticket_number(std::string_view text);

} // namespace rexue::queue
