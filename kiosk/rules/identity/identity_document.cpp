#include "kiosk/rules/identity/identity_document.h"

namespace rexue::identity {

Validity validity_on(const IdentityDocument& document, base::Date on) {
    if (document.valid_from && on < *document.valid_from) return Validity::not_yet;
    if (document.valid_long_term) return Validity::valid;
    if (!document.valid_to) return Validity::unknown;
    return on <= *document.valid_to ? Validity::valid : Validity::expired;
}

} // namespace rexue::identity
