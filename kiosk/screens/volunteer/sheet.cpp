#include "kiosk/screens/volunteer/sheet.h"

#include <string>

#include "kiosk/screens/benefit_words.h"
#include "kiosk/screens/volunteer/card_words.h"
#include "kiosk/screens/words.h"
#include "kiosk/ui/paper.h"
#include "kiosk/ui/strings.h"

namespace rexue::screens::volunteer {

using ui::Align;
using ui::tr;
using ui::Weight;

image::GreyImage draw_sheet(const flow::volunteer::Session& session, base::Instant printed_at) {
    constexpr float width_mm = 72;
    ui::Paper paper(width_mm);
    const auto local = base::local_time(printed_at, session.house.utc_offset);
    const std::string& place = flow::volunteer::place_shown(session);
    float y = 4;
    y = paper.text(y, house_name(session.house), 3.4F, Weight::bold, Align::centre);
    y = paper.text(paper.space(y, 2), say(tr("Benefits in {}"), place_name(session, place)), 3.4F,
                   Weight::bold, Align::centre);
    const std::string as_of = as_of_words(session, place);
    if (!as_of.empty()) {
        y = paper.text(paper.space(y, 1), say(tr("as of {}"), as_of), 2.6F, Weight::regular,
                       Align::centre);
    }
    y = paper.rule(paper.space(y, 3));
    for (const honour::Offered& offer : flow::volunteer::offered(session, local.date)) {
        const honour::Benefit& benefit = *offer.benefit;
        y = paper.text(paper.space(y, 3), in_shown_language(benefit.title), 3.0F, Weight::bold,
                       Align::left);
        std::string detail = in_shown_language(benefit.gives);
        if (benefit.limits) detail += "; " + in_shown_language(*benefit.limits);
        y = paper.text(paper.space(y, 1), detail, 2.6F, Weight::regular, Align::left);
        if (offer.claim == honour::Claim::ask || !benefit.verified) {
            y = paper.text(paper.space(y, 1), tr("to be confirmed by the station"), 2.6F,
                           Weight::regular, Align::left);
        }
    }
    y = paper.rule(paper.space(y, 3));
    y = paper.text(paper.space(y, 2),
                   full_date(local.date) + "  " + clock_time(local.since_midnight), 2.6F,
                   Weight::regular, Align::centre);
    paper.text(paper.space(y, 2), tr("Thank you for giving blood."), 2.6F, Weight::bold,
               Align::centre);
    return paper.finish();
}

} // namespace rexue::screens::volunteer
