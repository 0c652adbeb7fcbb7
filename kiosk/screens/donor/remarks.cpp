#include <optional>

#include "kiosk/screens/donor/chrome.h"
#include "kiosk/ui/strings.h"

namespace rexue::screens::donor {

using ui::tr;

namespace {

constexpr float padding_mm = 5;
constexpr float icon_per_capital = 1.7F;

Remark attention(std::string_view text) {
    return {.icon = "warning", .text = text};
}

std::optional<Remark> notice_remark(const Session& session) {
    using flow::donor::Notice;
    if (!session.notice) return std::nullopt;
    switch (*session.notice) {
        case Notice::card_unreadable:
            return attention(
                tr("We could not read this card. Please lay it down again, "
                   "or ask our staff."));
        case Notice::code_not_ours:
            return attention(tr("This code is not an honour card or appointment of ours."));
        case Notice::code_mistyped:
            return attention(
                tr("This honour card's code is damaged. Please use your ID card, "
                   "or ask our staff."));
        case Notice::code_hostile:
            return attention(tr("This code cannot be used here."));
        case Notice::card_not_known:
            return attention(
                tr("We do not know this honour card. Please use your ID card, "
                   "or ask our staff."));
    }
    return std::nullopt;
}

std::optional<Remark> reader_remark(const Session& session) {
    using flow::donor::Reader;
    switch (session.reader) {
        case Reader::reading:
            return Remark{.icon = "card",
                          .text = tr("Reading your card. Please leave it where it is."),
                          .ground = ui::Ground::done,
                          .ink = ui::Ink::done};
        case Reader::card_moved:
            return attention(tr("The card was lifted too early. Please lay it down again."));
        case Reader::card_unread:
            return attention(tr("The card did not answer. Please lift it and lay it down flat."));
        case Reader::unplugged:
            return attention(
                calls_arrive(session)
                    ? tr("The card reader is not connected. Our staff have been told.")
                    : tr("The card reader is not connected. Please come to our desk."));
        case Reader::silent:
            return attention(tr("The card reader does not answer. We keep trying."));
        case Reader::garbled:
            return attention(
                tr("The connection to the card reader is disturbed. "
                   "Please lay the card down again."));
        case Reader::faulty:
            return attention(calls_arrive(session)
                                 ? tr("The card reader reports a fault. Our staff have been told.")
                                 : tr("The card reader reports a fault. Please come to our desk."));
        default:
            return std::nullopt;
    }
}

std::optional<Remark> link_remark(const Session& session) {
    switch (session.link) {
        case flow::Link::offline:
            return Remark{.icon = "network_off",
                          .text = tr("The line to the centre is down. You can go on: nothing is "
                                     "lost."),
                          .ground = ui::Ground::attention,
                          .ink = ui::Ink::attention};
        case flow::Link::untrusted:
            return attention(
                tr("The centre could not be verified. You can go on: nothing is "
                   "lost. Please tell our staff."));
        default:
            return std::nullopt;
    }
}

// Whose terminal is nobody's at the moment: people who pass by can see to it.
std::optional<Remark> health_remark(const Session& session) {
    const bool nobody_is_here = session.state == flow::donor::State::attract ||
                                session.state == flow::donor::State::out_of_service;
    if (!nobody_is_here) return std::nullopt;
    if (session.health.clock_is_behind) {
        return attention(
            tr("For staff: the clock of this terminal is wrong. Please tell the operator."));
    }
    if (session.health.kept_back > 0) {
        return attention(
            tr("For staff: the centre refused entries of this terminal. "
               "Please tell the operator."));
    }
    return std::nullopt;
}

ui::TextLook look_of(const Remark& remark) {
    return {.size = ui::TextSize::body, .ink = remark.ink, .role = ui::Role::status};
}

float text_width(const ui::Frame& frame, float width_mm) {
    return width_mm - frame.metrics().body_mm * icon_per_capital - 3 * padding_mm;
}

} // namespace

bool reader_is_down(const Session& session) {
    using flow::donor::Reader;
    return session.reader == Reader::absent || session.reader == Reader::unplugged ||
           session.reader == Reader::silent || session.reader == Reader::faulty;
}

std::vector<Remark> remarks_of(const Session& session) {
    std::vector<Remark> remarks;
    for (const auto& remark : {notice_remark(session), reader_remark(session), link_remark(session),
                               health_remark(session)}) {
        if (remark) remarks.push_back(*remark);
    }
    return remarks;
}

float remark_height(ui::Frame& frame, const Remark& remark, float width_mm) {
    return frame.measure(remark.text, text_width(frame, width_mm), look_of(remark)).h +
           2 * padding_mm;
}

void draw_remark(ui::Frame& frame, const Remark& remark, const ui::Rect& place) {
    const float icon_side = frame.metrics().body_mm * icon_per_capital;
    frame.panel(place, {.ground = remark.ground, .border = false});
    frame.icon({place.x + padding_mm, place.centre_y() - icon_side / 2, icon_side, icon_side},
               remark.icon, remark.ink);
    frame.text({place.x + 2 * padding_mm + icon_side, place.y + padding_mm,
                text_width(frame, place.w), place.h - 2 * padding_mm + 1},
               remark.text, look_of(remark));
}

} // namespace rexue::screens::donor
