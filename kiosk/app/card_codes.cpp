#include "kiosk/app/card_codes.h"

#include "kiosk/rules/identity/card_code.h"
#include "net/credential/container.h"

namespace rexue::app {

CardCodeRead read_card_code(std::string_view text, const VerifyCode& verify) {
    using What = CardCodeRead::What;
    if (!text.starts_with(credential::card_prefix) &&
        !text.starts_with(credential::dynamic_prefix)) {
        return {};
    }
    credential::Finding found = verify(text);
    CardCodeRead read{.what = What::refused, .card_number = {}, .verdict = found.verdict};
    if (found.verdict != credential::Verdict::valid) return read;
    if (found.card) read.card_number = found.card->claims.card_number;
    if (found.code_card_number) read.card_number = *found.code_card_number;
    read.what = What::card;
    return read;
}

base::SecretText CheckInCodes::in_words_of_the_flow(base::SecretText text) {
    const std::lock_guard lock(mutex_);
    const auto now = clock_.steady();
    const bool again = !shown_.empty() && shown_ == text && now - shown_at_ < same_showing;
    if (again) {
        shown_at_ = now;
        return answer_;
    }
    const CardCodeRead read = read_card_code(text, verify_);
    if (read.what != CardCodeRead::What::card) return text;
    answer_ = identity::card_code_text({.card_number = read.card_number});
    shown_ = std::move(text);
    shown_at_ = now;
    return answer_;
}

void CheckInCodes::forget() {
    const std::lock_guard lock(mutex_);
    shown_.clear();
    answer_.clear();
}

} // namespace rexue::app
