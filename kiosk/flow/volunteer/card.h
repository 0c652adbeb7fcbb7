// An honour card that somebody shows, as far as a volunteer may see it. Personal: it lives in the
// session alone and is wiped with it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <boost/describe.hpp>

#include "platform/base/date_text.h"
#include "platform/base/secret_text.h"

namespace rexue::flow::volunteer {

enum class Verdict {
    valid,
    expired,
    not_yet_valid,
    unknown_issuer,
    revoked,
    altered,
    seen_before,    // here
    seen_elsewhere, // at another terminal, as the centre says
    not_ours,
    unreadable,
    nothing_held, // an ID card whose holder the centre knows, without an honour card here
};
BOOST_DESCRIBE_ENUM(Verdict, valid, expired, not_yet_valid, unknown_issuer, revoked, altered,
                    seen_before, seen_elsewhere, not_ours, unreadable, nothing_held)

// What a verdict could not take into account.
enum class Doubt {
    withdrawn_list_absent,
    withdrawn_list_old,
    replay_unchecked,  // here: nothing could be kept
    centre_not_asked,  // of a phone's code: shown elsewhere, or its card withdrawn
    unknown_at_centre, // of a paper card: withdrawn there, or another server's
    keys_too_old,      // of a phone's code: the keys here do not reach to its day
};
BOOST_DESCRIBE_ENUM(Doubt, withdrawn_list_absent, withdrawn_list_old, replay_unchecked,
                    centre_not_asked, unknown_at_centre, keys_too_old)

enum class Source {
    printed_code, // the same every time: a paper or plastic card, or a picture of one
    live_code,    // of a phone, good for half a minute
    id_card,      // laid on the reader, looked up at the centre
};
BOOST_DESCRIBE_ENUM(Source, printed_code, live_code, id_card)

struct Holder {
    base::SecretText name; // masked, or whole as issued; empty where only the number is known
    base::SecretText card_number;
    std::string tier;                // id of an honour card; empty: none is named
    std::vector<std::string> awards; // ids
    std::optional<int> award_count;  // as awards count, on the day of `as_of`
    std::optional<base::Date> as_of;
    std::optional<base::Date> expires;

    bool operator==(const Holder&) const = default;
};

struct Card {
    Verdict verdict = Verdict::unreadable;
    Source source = Source::printed_code;
    // Only what the issuer or the centre has certainly said.
    std::optional<Holder> holder;
    std::vector<Doubt> doubts;

    bool operator==(const Card&) const = default;
};

} // namespace rexue::flow::volunteer
