// Which dynamic codes have been shown here already. A code that was shown here is caught here; on
// another terminal only when both ask the same server.
#pragma once

#include <cstdint>
#include <set>
#include <utility>

#include "platform/base/error.h"

namespace rexue::credential {

struct SeenCode {
    std::uint64_t card_number = 0;
    std::int64_t absolute_step = 0;
    auto operator<=>(const SeenCode&) const = default;
};

// How long a code is kept after its step: far longer than it can be shown, as clocks are set back.
inline constexpr std::int64_t kept_steps = 60;

class SeenCodes {
  public:
    virtual ~SeenCodes() = default;
    // True the first time, false ever after; what is older than `now` by more than kept_steps is
    // forgotten. An error when it cannot be kept or looked up, and not_found for a code of a time
    // that has been forgotten: the clock went ahead and was put back. Such a code is not refused,
    // as for as long as the clock was ahead every honest holder's would be; but it is noted, and
    // false the next time.
    virtual base::Result<bool> first_time(const SeenCode& code, std::int64_t now_step) = 0;
};

// What first_time() says of a code of a time that has been forgotten.
std::unexpected<base::Error> time_forgotten();

// Until the program ends: for commands and tests. `net/client/seen_codes_file.h` survives it.
class SeenInMemory final : public SeenCodes {
  public:
    base::Result<bool> first_time(const SeenCode& code, std::int64_t now_step) override;

  private:
    std::set<std::pair<std::int64_t, std::uint64_t>> seen_; // step, card
    std::int64_t forgotten_to_ = -1;                        // the latest step that went
};

} // namespace rexue::credential
