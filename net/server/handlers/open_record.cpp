#include "net/server/handlers/open_record.h"

#include <utility>

#include "net/server/handlers/masking.h"
#include "net/server/handlers/sealed_box.h"

namespace rexue::server {

using base::ErrorCode;

base::Result<wire::VisitRecord> open_record(const keys::SealingKeys& sealing,
                                            const wire::SealedRecord& sealed) {
    auto value = open_sealed(sealing, sealed.ciphertext);
    if (!value) return base::fail(value);
    auto record = wire::record_from_json(std::move(*value));
    // The reader's words name a member, never its value.
    if (!record) return base::fail(ErrorCode::corrupt, "/ciphertext: " + record.error().detail);
    return record;
}

std::string masked_name_of(const wire::VisitRecord& record, const std::optional<Donor>& donor) {
    if (record.name) return masked_name(*record.name);
    if (record.english_name) return masked_name(*record.english_name);
    return donor ? masked_name(donor->name) : std::string();
}

} // namespace rexue::server
