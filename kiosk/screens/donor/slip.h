// The paper slip with a donor's number: no name, no number of a document, no reason.
#pragma once

#include <optional>
#include <string>

#include "kiosk/flow/donor/verdicts.h"
#include "kiosk/flow/house.h"
#include "kiosk/rules/honour/moments.h"
#include "kiosk/rules/queue/estimate.h"
#include "kiosk/rules/queue/house_event.h"
#include "platform/base/date_text.h"
#include "platform/image/grey_image.h"

namespace rexue::screens::donor {

struct Slip {
    std::string ticket;
    queue::Intent intent = queue::Intent::whole_blood_200;
    std::optional<queue::WaitEstimate> wait;             // none: not known just now
    std::optional<honour::Moment> moment = std::nullopt; // what is celebrated today
    base::Instant printed_at{};
};

// 72 mm wide, 8 px a mm, black and white, in the language shown.
image::GreyImage draw_slip(const Slip& slip, const flow::House& house);

// From when on its owner may give, by type, and the day they have booked: a thank you without name
// and without reason.
struct ReturnSlip {
    flow::donor::Verdicts verdicts;
    std::optional<base::Date> booked = std::nullopt;
    base::Instant printed_at{};
};
image::GreyImage draw_return_slip(const ReturnSlip& slip, const flow::House& house);

} // namespace rexue::screens::donor
