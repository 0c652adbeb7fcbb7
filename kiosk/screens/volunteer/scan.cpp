// "Show the code": the camera looks, an ID card may be laid.
#include <string>

#include "kiosk/screens/volunteer/chrome.h"
#include "kiosk/screens/words.h"
#include "kiosk/ui/column.h"
#include "kiosk/ui/strings.h"
#include "kiosk/ui/widgets/banner.h"

namespace rexue::screens::volunteer {

using flow::volunteer::Device;
using flow::volunteer::Notice;
using ui::tr;
using ui::widgets::Banner;
using ui::widgets::Tone;

namespace {

std::string_view notice_words(Notice notice) {
    switch (notice) {
        case Notice::donor_unknown:
            return tr("The centre knows nobody under this ID card");
        case Notice::record_unclear:
            return tr("The centre's record cannot be counted here: ask the station");
        case Notice::centre_away:
            return tr("Only the centre can tell an ID card's holder, and it does not answer");
        case Notice::card_unreadable:
            return tr("The ID card could not be read: please lay it again");
    }
    return {};
}

// What verifying rests on, so that nobody trusts an old list unawares.
std::string trust_words(const Session& session) {
    const auto& trust = session.trust;
    const auto day = [&](base::Instant at) { return full_date(flow::date_in(session.house, at)); };
    if (!trust.keys_as_of) return std::string(tr("No keys yet: codes cannot be verified here"));
    if (!trust.withdrawn_as_of) {
        return say(tr("Keys as of {}; no list of withdrawn cards yet"), day(*trust.keys_as_of));
    }
    return say(tr("Keys as of {0}, withdrawn cards as of {1}"), day(*trust.keys_as_of),
               day(*trust.withdrawn_as_of));
}

std::string_view headline(const Session& session) {
    if (session.state == flow::volunteer::State::looking_up) return tr("One moment, please");
    if (session.camera == Device::working) return tr("Hold the honour card's code to the camera");
    return tr("Lay the donor's ID card on the reader");
}

} // namespace

void scan(ui::Frame& frame, const View& view) {
    const Session& session = view.session;
    frame.screen(session.state == flow::volunteer::State::scan ? "scan" : "looking_up");
    std::vector<FootButton> buttons;
    if (session.state == flow::volunteer::State::looking_up) {
        buttons.push_back({.id = "next",
                           .label = tr("Stop"),
                           .icon = "close",
                           .event = flow::volunteer::NextTapped{}});
    } else {
        buttons.push_back({.id = "places",
                           .label = tr("Benefits by city"),
                           .icon = "search",
                           .event = flow::volunteer::PlacesTapped{}});
    }
    const ui::Rect box = draw_frame(frame, view, std::nullopt, std::move(buttons));
    ui::Column column(box.w, gap_mm);
    const ui::TextLook title{.size = ui::TextSize::title,
                             .weight = ui::Weight::bold,
                             .align = ui::Align::centre,
                             .role = ui::Role::heading};
    const ui::TextLook quiet{.ink = ui::Ink::secondary, .align = ui::Align::centre};
    column.add_space(20);
    column.add_flexible(30, 110, [&](const ui::Rect& at) {
        const float side = std::min(at.w, at.h);
        const bool by_code = session.camera == Device::working;
        frame.image({at.centre_x() - side / 2, at.y, side, at.h},
                    by_code ? "phone_to_camera" : "card_on_reader");
    });
    const std::string_view words = headline(session);
    column.add(frame.measure(words, box.w, title).h + 1,
               [&](const ui::Rect& at) { frame.text(at, words, title); });
    if (session.camera == Device::working && session.reader == Device::working &&
        session.state == flow::volunteer::State::scan) {
        const std::string_view also = tr("or lay an ID card on the reader");
        column.add_optional(
            frame.measure(also, box.w, quiet).h + 1,
            [&frame, also, quiet](const ui::Rect& at) { frame.text(at, also, quiet); });
    }
    if (session.notice) {
        add_banner(frame, column,
                   {.tone = Tone::attention, .words = notice_words(*session.notice)});
    }
    if (session.camera == Device::broken) {
        add_banner(frame, column,
                   {.tone = Tone::attention,
                    .words = tr("The camera does not work: tell the operator"),
                    .icon = "camera"});
    }
    if (session.camera == Device::absent && session.reader != Device::working) {
        add_banner(frame, column,
                   {.tone = Tone::attention,
                    .words = tr("This tablet has neither camera nor reader: tell the operator"),
                    .icon = "camera"});
    }
    column.add_space(20);
    // Where there is nothing to verify with, it must be read.
    const std::string trust = trust_words(session);
    if (!session.trust.keys_as_of) {
        add_text(frame, column, trust, quiet);
    } else {
        column.add_optional(frame.measure(trust, box.w, quiet).h + 1,
                            [&](const ui::Rect& at) { frame.text(at, trust, quiet); });
    }
    column.draw(box);
}

} // namespace rexue::screens::volunteer
