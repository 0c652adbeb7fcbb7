#include "kiosk/screens/donor/slip.h"

#include "kiosk/screens/donor/honour_words.h"
#include "kiosk/screens/donor/verdict_words.h"
#include "kiosk/screens/words.h"
#include "kiosk/ui/paper.h"
#include "kiosk/ui/strings.h"

namespace rexue::screens::donor {

using ui::Align;
using ui::tr;
using ui::Weight;

namespace {

std::string moment_line(const honour::Moment& moment) {
    const std::string offer = with_doubt(offer_words(moment), moment.verified);
    const std::string words = moment_words(moment);
    return offer.empty() ? words : say(tr("{0}. {1}"), words, offer);
}

} // namespace

image::GreyImage draw_slip(const Slip& slip, const flow::House& house) {
    constexpr float width_mm = 72;
    ui::Paper paper(width_mm);
    const auto local = base::local_time(slip.printed_at, house.utc_offset);
    float y = 4;
    y = paper.text(y, house_name(house), 3.4F, Weight::bold, Align::centre);
    y = paper.rule(paper.space(y, 3));
    y = paper.text(paper.space(y, 4), tr("Your number"), 3.0F, Weight::regular, Align::centre);
    y = paper.text(paper.space(y, 2), slip.ticket, 17, Weight::bold, Align::centre);
    y = paper.text(paper.space(y, 3), intent_words(slip.intent), 3.4F, Weight::bold, Align::centre);
    for (const std::string& line : wait_lines(slip.wait))
        y = paper.text(paper.space(y, 2), line, 3.0F, Weight::regular, Align::centre);
    if (slip.moment) {
        y = paper.rule(paper.space(y, 3));
        y = paper.text(paper.space(y, 3), moment_line(*slip.moment), 3.0F, Weight::bold,
                       Align::centre);
    }
    y = paper.rule(paper.space(y, 3));
    y = paper.text(paper.space(y, 3), tr("Please take a seat. We call your number."), 2.6F,
                   Weight::regular, Align::centre);
    y = paper.text(paper.space(y, 2),
                   full_date(local.date) + "  " + clock_time(local.since_midnight), 2.6F,
                   Weight::regular, Align::centre);
    paper.text(paper.space(y, 2), tr("Thank you for giving blood."), 2.6F, Weight::bold,
               Align::centre);
    return paper.finish();
}

image::GreyImage draw_return_slip(const ReturnSlip& slip, const flow::House& house) {
    constexpr float width_mm = 72;
    ui::Paper paper(width_mm);
    const auto local = base::local_time(slip.printed_at, house.utc_offset);
    float y = 4;
    y = paper.text(y, house_name(house), 3.4F, Weight::bold, Align::centre);
    y = paper.rule(paper.space(y, 3));
    y = paper.text(paper.space(y, 4), tr("Thank you for coming."), 3.4F, Weight::bold,
                   Align::centre);
    if (slip.booked) {
        y = paper.text(paper.space(y, 4), tr("You have booked:"), 3.0F, Weight::regular,
                       Align::centre);
        y = paper.text(paper.space(y, 1), full_date(*slip.booked), 4.6F, Weight::bold,
                       Align::centre);
        y = paper.rule(paper.space(y, 4));
    }
    y = paper.text(paper.space(y, 2), tr("You may give:"), 3.0F, Weight::regular, Align::centre);
    for (const donation::Assessment& one : slip.verdicts.by_type) {
        y = paper.text(paper.space(y, 4), type_words(one.type), 3.0F, Weight::regular,
                       Align::centre);
        y = paper.text(paper.space(y, 1), day_words(one), 3.8F, Weight::bold, Align::centre);
    }
    y = paper.rule(paper.space(y, 4));
    paper.text(paper.space(y, 2), full_date(local.date) + "  " + clock_time(local.since_midnight),
               2.6F, Weight::regular, Align::centre);
    return paper.finish();
}

} // namespace rexue::screens::donor
