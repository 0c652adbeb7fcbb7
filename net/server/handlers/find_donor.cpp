#include "net/server/handlers/find_donor.h"

#include <algorithm>

namespace rexue::server {

using base::ErrorCode;

namespace {

// As documents print it: letters and digits, a final x in either case.
base::Result<std::string> document_number(std::string_view typed) {
    std::string number;
    for (const char c : typed) {
        const bool lower = c >= 'a' && c <= 'z';
        number += lower ? static_cast<char>(c - 'a' + 'A') : c;
    }
    const bool good =
        number.size() >= 5 && number.size() <= 20 && std::ranges::all_of(number, [](char c) {
            return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
        });
    if (good) return number;
    return base::fail(ErrorCode::invalid_argument,
                      "/document_number: 5 to 20 letters and digits are wanted");
}

} // namespace

base::Result<Donor> find_donor(Store& store, const wire::DonorQuery& query) {
    if (query.document_number.has_value() == query.card_number.has_value()) {
        return base::fail(ErrorCode::invalid_argument,
                          "/document_number: exactly one of it and /card_number is wanted");
    }
    if (query.card_number) return store.donor_by_card(*query.card_number);
    const auto number = document_number(*query.document_number);
    if (!number) return base::fail(number);
    return store.donor_by_document(*number);
}

} // namespace rexue::server
