#include "kiosk/app/step_ids.h"

#include "kiosk/app/staff_reviews.h"
#include "platform/base/secret_text.h"
#include "platform/json/codec.h"
#include "platform/openssl/digest.h"

namespace rexue::app {

namespace {

// Empty where there is none: then no step is known again.
std::string digest_of(const wire::ReviewStep& step, const flow::staff::TakeStep& wanted) {
    std::string text =
        boost::json::serialize(json::to_json(step)) + wanted.visit.to_string() + wanted.token;
    const auto digest = openssl::sha256_hex(text);
    base::wipe(text);
    return digest.value_or("");
}

} // namespace

wire::ReviewStep StepIds::step_for(const flow::staff::TakeStep& wanted, base::Instant now) {
    const std::lock_guard lock(mutex_);
    if (open_ && !open_->digest.empty()) {
        auto again = step_of(wanted, open_->id);
        if (digest_of(again, wanted) == open_->digest) return again;
    }
    auto step = step_of(wanted, base::make_uuid_v7(now));
    open_ = {.id = step.id, .digest = digest_of(step, wanted)};
    return step;
}

void StepIds::answered(const base::Uuid& id) {
    const std::lock_guard lock(mutex_);
    if (open_ && open_->id == id) open_.reset();
}

} // namespace rexue::app
