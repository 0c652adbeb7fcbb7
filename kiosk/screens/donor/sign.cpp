#include "kiosk/screens/donor/page.h"
#include "kiosk/ui/strings.h"
#include "kiosk/ui/widgets/signature_pad.h"
#include "platform/base/error.h"

namespace rexue::screens::donor {

using ui::tr;

namespace {

constexpr float least_pad_mm = 45;
constexpr float most_pad_mm = 140;

} // namespace

void sign(ui::Frame& frame, const View& view) {
    REXUE_ASSERT(view.drafts != nullptr);
    Page page(frame, view,
              {.name = "sign",
               .step = VisitStep::consent,
               .back = BackButton::shown,
               .remarks = Presence::optional});
    page.question(tr("Please sign with your finger"),
                  tr("You sign that you have read both texts and answered truthfully."));
    page.answer({.id = "signed",
                 .label = tr("Take my number"),
                 .event = flow::donor::SignedTapped{},
                 .enabled = view.drafts->signature.is_signed()});
    page.answer({.id = "with-staff",
                 .label = tr("Sign with our staff"),
                 .event = flow::donor::SignWithStaffTapped{},
                 .kind = ui::ButtonKind::secondary});
    const float below = frame.metrics().target_mm + frame.metrics().gap_mm;
    page.content().add_growing(
        least_pad_mm + below, most_pad_mm + below, [&frame, &view](const ui::Rect& place) {
            ui::widgets::signature_pad(frame, "signature", place, tr("Your signature"),
                                       view.drafts->signature);
        });
    page.draw();
}

} // namespace rexue::screens::donor
