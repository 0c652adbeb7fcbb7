#include "net/server/handlers/open_record.h"

#include <utility>

#include "net/server/handlers/masking.h"
#include "platform/base/encoding.h"
#include "platform/base/secret_text.h"
#include "platform/json/parse.h"

namespace rexue::server {

using base::ErrorCode;

base::Result<wire::VisitRecord> open_record(const keys::SealingKeys& sealing,
                                            const wire::SealedRecord& sealed) {
    const auto bytes = base::base64_decode(sealed.ciphertext);
    if (!bytes) return base::fail(ErrorCode::corrupt, "/ciphertext: not Base64");
    auto text = sealing.open(*bytes);
    if (!text) return base::fail(text);
    auto value = json::parse(*text);
    base::wipe(*text);
    if (!value) return base::fail(ErrorCode::corrupt, "/ciphertext: what is inside is not JSON");
    auto record = wire::record_from_json(std::move(*value));
    // The reader's words name a member, never its value.
    if (!record) return base::fail(ErrorCode::corrupt, "/ciphertext: " + record.error().detail);
    return record;
}

base::Result<std::optional<Donor>> donor_of(Store& store, const wire::VisitRecord& record) {
    base::Result<Donor> donor = base::fail(ErrorCode::not_found, "");
    if (record.donor)
        donor = store.donor(*record.donor);
    else if (record.document_number)
        donor = store.donor_by_document(*record.document_number);
    else if (record.card_number)
        donor = store.donor_by_card(*record.card_number);
    if (donor) return std::optional<Donor>(std::move(*donor));
    if (donor.error().code == ErrorCode::not_found) return std::optional<Donor>();
    return base::fail(donor);
}

std::string masked_name_of(const wire::VisitRecord& record, const std::optional<Donor>& donor) {
    if (record.name) return masked_name(*record.name);
    if (record.english_name) return masked_name(*record.english_name);
    return donor ? masked_name(donor->name) : std::string();
}

} // namespace rexue::server
