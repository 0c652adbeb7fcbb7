#include "net/wire/bookings.h"

#include <array>
#include <utility>

#include "net/wire/visits.h"

namespace rexue::wire {

std::string signed_text(const SealedBooking& booking) {
    return "booking\n" + booking.booking.to_string() + "\n" + booking.terminal.value + "\n" +
           booking.algorithm + "\n" + booking.ciphertext;
}

base::Status check_booking(const BookingRecord& record, base::Date made_on) {
    using base::ErrorCode;
    if (record.types.empty()) {
        return base::fail(ErrorCode::invalid_argument, "/types: at least one is wanted");
    }
    if (record.day < made_on) {
        return base::fail(ErrorCode::invalid_argument, "/day: it was over when it was booked");
    }
    const std::array<std::pair<std::string_view, const std::optional<std::string>*>, 3> texts{
        {{"/card_number", &record.card_number},
         {"/name", &record.name},
         {"/document_number", &record.document_number}}};
    for (const auto& [member, text] : texts) {
        if (*text && (*text)->size() > max_document_text_bytes) {
            return base::fail(ErrorCode::invalid_argument,
                              std::string(member).append(": longer than any document's"));
        }
    }
    return {};
}

} // namespace rexue::wire
