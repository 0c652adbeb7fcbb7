// What terminals seal: opened, held to its signature, and matched with the donors that are known.
#pragma once

#include <optional>
#include <string_view>

#include "net/server/keys/sealing.h"
#include "net/server/store/store.h"
#include "platform/json/parse.h"

namespace rexue::server {

// The JSON inside. corrupt for what was not sealed for this server, or holds no JSON.
base::Result<boost::json::value> open_sealed(const keys::SealingKeys& sealing,
                                             std::string_view ciphertext_base64);

// forbidden when `text` was not signed with the key of the terminal's certificate.
base::Status check_sealed_signature(const Terminal& terminal, std::string_view text,
                                    std::string_view signature_base64);

// Nobody for who has never given here. `Record`: anything with what a terminal may know of them.
template <typename Record>
base::Result<std::optional<Donor>> known_donor(Store& store, const Record& record) {
    base::Result<Donor> donor = base::fail(base::ErrorCode::not_found, "");
    if (record.donor)
        donor = store.donor(*record.donor);
    else if (record.document_number)
        donor = store.donor_by_document(*record.document_number);
    else if (record.card_number)
        donor = store.donor_by_card(*record.card_number);
    if (donor) return std::optional<Donor>(std::move(*donor));
    if (donor.error().code == base::ErrorCode::not_found) return std::optional<Donor>();
    return base::fail(donor);
}

} // namespace rexue::server
