// Scanned codes at check-in: a credential of ours that is good becomes the card number that the
// donor's flow asks the server for.
#pragma once

#include <functional>
#include <mutex>
#include <string>
#include <string_view>

#include "net/credential/verify.h"
#include "platform/time/clock.h"

namespace rexue::app {

struct CardCodeRead {
    enum class What {
        not_a_credential, // a card on paper from before, or nothing of ours: the flow looks
        card,
        refused,
    };
    What what = What::not_a_credential;
    base::SecretText card_number;                                // of a card
    credential::Verdict verdict = credential::Verdict::not_ours; // of a credential
};

using VerifyCode = std::function<credential::Finding(std::string_view)>;

// `verify` is asked of credentials alone.
CardCodeRead read_card_code(std::string_view text, const VerifyCode& verify);

// Any thread. `clock` outlives it.
class CheckInCodes {
  public:
    // A telephone that shakes shows its code again: for so long it is the same showing.
    static constexpr std::chrono::seconds same_showing{5};

    CheckInCodes(VerifyCode verify, const time::Clock& clock)
        : verify_(std::move(verify)), clock_(clock) {}

    // As identity::parse_card_code reads it: a good credential as its card number, all else as it
    // was scanned, which is none of ours there.
    base::SecretText in_words_of_the_flow(base::SecretText text);
    // The visit is over: nothing of its codes stays.
    void forget();

  private:
    VerifyCode verify_;
    const time::Clock& clock_;
    std::mutex mutex_; // guards all below
    base::SecretText shown_;
    base::SecretText answer_;
    time::Moment shown_at_{};
};

} // namespace rexue::app
