#include "kiosk/rules/queue/ticket_number.h"

#include <charconv>

#include <fmt/format.h>

namespace rexue::queue {

std::string TicketNumber::to_string() const {
    return fmt::format("{}{:03}", letter, count);
}

base::Result<TicketNumber> parse_ticket_number(std::string_view text) {
    TicketNumber number;
    if (text.size() >= 4 && text.size() <= 5 && text[0] >= 'A' && text[0] <= 'Z') {
        number.letter = text[0];
        const auto [end, error] =
            std::from_chars(text.data() + 1, text.data() + text.size(), number.count);
        // One number has one spelling: "A0012" is not "A012".
        if (error == std::errc() && end == text.data() + text.size() && number.count > 0 &&
            number.to_string() == text) {
            return number;
        }
    }
    return base::fail(base::ErrorCode::invalid_argument, "not a ticket number");
}

} // namespace rexue::queue
