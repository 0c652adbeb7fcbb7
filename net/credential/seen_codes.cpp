#include "net/credential/seen_codes.h"

#include <algorithm>

namespace rexue::credential {

base::Result<bool> SeenInMemory::first_time(const SeenCode& code, std::int64_t now_step) {
    const auto kept = seen_.lower_bound({now_step - kept_steps, 0});
    if (kept != seen_.begin()) forgotten_to_ = std::max(forgotten_to_, std::prev(kept)->first);
    seen_.erase(seen_.begin(), kept);
    const bool is_new = seen_.emplace(code.absolute_step, code.card_number).second;
    if (is_new && code.absolute_step <= forgotten_to_) return time_forgotten();
    return is_new;
}

std::unexpected<base::Error> time_forgotten() {
    return base::fail(base::ErrorCode::not_found, "the codes of that time are forgotten");
}

} // namespace rexue::credential
