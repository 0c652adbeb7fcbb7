#include "net/credential/verify.h"

#include <fmt/format.h>

#include "net/credential/base45.h"
#include "net/credential/container.h"
#include "net/credential/cose_sign1.h"

namespace rexue::credential {

namespace {

Finding told(Verdict verdict, Why why) {
    return {.verdict = verdict, .why = why};
}

Finding told(Verdict verdict, Why why, Finding&& known) {
    known.verdict = verdict;
    known.why = why;
    return std::move(known);
}

// A key is judged at the time that the card says it was issued at: a card outlives its key, but
// none is made with a key before or after its time.
std::optional<Finding> distrust(const TrustedKey& key, const HonourCard& card) {
    if (!key.issuer.empty() && key.issuer != card.issuer) {
        return told(Verdict::unknown_issuer, Why::issuer_is_not_the_keys);
    }
    if ((key.valid_from && card.issued < *key.valid_from) ||
        (key.valid_to && card.issued >= *key.valid_to)) {
        return told(Verdict::unknown_issuer, Why::key_not_valid_then);
    }
    return std::nullopt;
}

void remark_on_list(Finding& finding, const Trust& trust, base::Instant at) {
    const RevocationList* list = trust.revocations;
    if (list == nullptr || list->issuer() != finding.card->issuer) {
        finding.remarks.push_back(Remark::revocations_absent);
    } else if (at - list->issued() > max_list_age) {
        finding.remarks.push_back(Remark::revocations_old);
    }
}

Finding judge_card(HonourCard&& card, const Trust& trust, base::Instant at) {
    Finding known{.card = std::move(card)};
    remark_on_list(known, trust, at);
    const HonourCard& said = *known.card;
    const RevocationList* list = trust.revocations;
    if (list != nullptr && list->issuer() == said.issuer && list->is_revoked(said.index)) {
        return told(Verdict::revoked, Why::on_revocation_list, std::move(known));
    }
    // RFC 8392, section 3.1.4: "on or after which the CWT MUST NOT be accepted".
    if (at >= said.expires) return told(Verdict::expired, Why::past_expiry, std::move(known));
    if (at < said.issued) return told(Verdict::not_yet_valid, Why::before_issue, std::move(known));
    if (said.not_before && at < *said.not_before) {
        return told(Verdict::not_yet_valid, Why::before_start, std::move(known));
    }
    return told(Verdict::valid, Why::good, std::move(known));
}

Finding verify_card(const base::Bytes& bytes, const Trust& trust, base::Instant at) {
    const auto message = read_cose_sign1(bytes, cbor::Form::deterministic);
    if (!message) return told(Verdict::unreadable, Why::not_cose);
    const TrustedKey* key = trust.keys.find(*message->key_id);
    if (key == nullptr) return told(Verdict::unknown_issuer, Why::key_unknown);
    // Its issuer has taken back whatever this key signs: that is known here, and a good signature
    // would only tell that somebody has the key. What the card says is nobody's word.
    if (key->withdrawn) return told(Verdict::revoked, Why::key_withdrawn);
    if (message->algorithm != cose_number(key->key.algorithm())) {
        return told(Verdict::altered, Why::algorithm_is_not_the_keys);
    }
    if (!is_signed_by(*message, key->key)) return told(Verdict::altered, Why::signature_wrong);
    auto card = read_honour_card(message->payload);
    if (!card) return told(Verdict::unreadable, Why::not_a_card);
    if (auto distrusted = distrust(*key, *card)) return std::move(*distrusted);
    return judge_card(std::move(*card), trust, at);
}

// Nothing for a code of now, give or take tolerated_steps.
std::optional<Finding> out_of_time(Step step, std::optional<Step> now, Finding known) {
    if (!now || step.absolute() > now->absolute() + tolerated_steps) {
        return told(Verdict::not_yet_valid, Why::code_of_the_future, std::move(known));
    }
    if (step.absolute() < now->absolute() - tolerated_steps) {
        return told(Verdict::expired, Why::code_too_old, std::move(known));
    }
    return std::nullopt;
}

Finding verify_code(std::string_view letters, const Trust& trust, base::Instant at) {
    const auto bytes = base45_decode(letters);
    if (!bytes) return told(Verdict::unreadable, Why::not_base45);
    const auto code = read_dynamic_code(*bytes);
    if (!code) return told(Verdict::unreadable, Why::code_malformed);
    const auto now = step_at(at);
    const DynamicKey* day_key = trust.keys.day_key(code->step.day);
    if (day_key == nullptr) {
        // Keys are here for a few days only. Whoever made a code of another time, it is of no use
        // now, and only of a code of now can somebody else say more.
        if (auto late = out_of_time(code->step, now, {})) return std::move(*late);
        return told(Verdict::unknown_issuer, Why::no_key_for_day);
    }
    if (!is_tagged_by(*code, day_key->for_holder(code->card_number))) {
        return told(Verdict::altered, Why::code_tag_wrong);
    }
    Finding known{.code_card_number = fmt::format("{:016}", code->card_number)};
    if (auto late = out_of_time(code->step, now, known)) return std::move(*late);
    const std::int64_t step = code->step.absolute();
    const auto first =
        trust.seen == nullptr
            ? base::Result<bool>(base::fail(base::ErrorCode::unavailable, "nothing keeps them"))
            : trust.seen->first_time({.card_number = code->card_number, .absolute_step = step},
                                     now->absolute());
    if (!first) known.remarks.push_back(Remark::replay_unchecked);
    if (first && !*first) return told(Verdict::seen_before, Why::code_seen, std::move(known));
    return told(Verdict::valid, Why::good, std::move(known));
}

} // namespace

Finding verify(std::string_view text, const Trust& trust, base::Instant at) {
    if (text.size() > max_text_chars) return told(Verdict::not_ours, Why::other_prefix);
    if (text.starts_with(dynamic_prefix)) {
        return verify_code(text.substr(dynamic_prefix.size()), trust, at);
    }
    if (!text.starts_with(card_prefix)) return told(Verdict::not_ours, Why::other_prefix);
    if (!base45_decode(text.substr(card_prefix.size()))) {
        return told(Verdict::unreadable, Why::not_base45);
    }
    const auto unpacked = unpack(text);
    if (!unpacked) return told(Verdict::unreadable, Why::not_compressed_well);
    return verify_card(unpacked->bytes, trust, at);
}

} // namespace rexue::credential
