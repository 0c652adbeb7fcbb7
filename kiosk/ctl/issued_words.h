// Which tiers and awards a card may be issued with: those that the assets give a meaning to.
#pragma once

#include <filesystem>

#include "net/credential/honour_claims.h"

namespace rexue::ctl {

// `assets` holds awards and honour-cards. invalid_argument with the member ("/tier: …") and what
// there is; also for a folder or file of assets that cannot be used.
base::Status check_issued_words(const credential::HonourClaims& claims,
                                const std::filesystem::path& assets);

} // namespace rexue::ctl
