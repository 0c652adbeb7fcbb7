// One question about whatever was scanned: is this one of ours, and does it count now?
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include <boost/describe.hpp>

#include "net/credential/honour_card.h"
#include "net/credential/key_set.h"
#include "net/credential/revocation_list.h"
#include "net/credential/seen_codes.h"

namespace rexue::credential {

enum class Verdict {
    valid,
    expired,
    not_yet_valid,
    unknown_issuer,
    revoked,
    altered,
    seen_before,
    not_ours,
    unreadable,
};
BOOST_DESCRIBE_ENUM(Verdict, valid, expired, not_yet_valid, unknown_issuer, revoked, altered,
                    seen_before, not_ours, unreadable)

// A fixed word beside the verdict: what exactly it was.
enum class Why {
    good,
    past_expiry,
    before_issue,
    before_start, // issued, but good from a later day on
    key_unknown,
    key_withdrawn,      // revoked, as every card of this key is
    key_not_valid_then, // the issuer did not have this key when it says to have issued with it
    issuer_is_not_the_keys,
    on_revocation_list,
    signature_wrong,
    algorithm_is_not_the_keys,
    other_prefix,
    not_base45,
    not_compressed_well,
    not_cose,
    not_a_card, // signed by the issuer, but something else
    code_too_old,
    code_of_the_future,
    code_tag_wrong,
    code_malformed,
    code_seen,
    no_key_for_day, // a code of now, and no key of its day is here
};
BOOST_DESCRIBE_ENUM(Why, good, past_expiry, before_issue, before_start, key_unknown, key_withdrawn,
                    key_not_valid_then, issuer_is_not_the_keys, on_revocation_list, signature_wrong,
                    algorithm_is_not_the_keys, other_prefix, not_base45, not_compressed_well,
                    not_cose, not_a_card, code_too_old, code_of_the_future, code_tag_wrong,
                    code_malformed, code_seen, no_key_for_day)

// What a verdict could not take into account.
enum class Remark {
    revocations_absent, // no list of this issuer at hand
    revocations_old,    // older than max_list_age
    // Nothing keeps which codes were seen, it failed, or it has forgotten those of that time.
    replay_unchecked,
};
BOOST_DESCRIBE_ENUM(Remark, revocations_absent, revocations_old, replay_unchecked)

inline constexpr std::chrono::days max_list_age{7};
// Clocks of phone and terminal may differ by this many steps.
inline constexpr std::int64_t tolerated_steps = 1;

struct Finding {
    Verdict verdict = Verdict::unreadable;
    Why why = Why::not_cose;
    // Only what its issuer has certainly said: also when it has expired, is not good yet or was
    // revoked. Of a dynamic code the card number alone is known, in `code_card_number`.
    std::optional<HonourCard> card{};
    std::optional<base::SecretText> code_card_number{};
    std::vector<Remark> remarks{};
};

// Borrowed for the time of a call.
struct Trust {
    const KeySet& keys;
    const RevocationList* revocations = nullptr;
    SeenCodes* seen = nullptr;
};

// Never fails: whatever the text is, there is a verdict. A dynamic code that is valid is written
// into `seen`; asked again it is seen_before.
Finding verify(std::string_view text, const Trust& trust, base::Instant at);

} // namespace rexue::credential
