#include "net/credential/seen_codes.h"

namespace rexue::credential {

base::Result<bool> SeenInMemory::first_time(const SeenCode& code, std::int64_t now_step) {
    seen_.erase(seen_.begin(), seen_.lower_bound({now_step - kept_steps, 0}));
    return seen_.emplace(code.absolute_step, code.card_number).second;
}

} // namespace rexue::credential
