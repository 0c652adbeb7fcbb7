#include <optional>

#include "kiosk/screens/donor/chrome.h"
#include "kiosk/ui/strings.h"

namespace rexue::screens::donor {

using ui::tr;
using ui::widgets::Tone;

namespace {

Remark attention(std::string_view words) {
    return {.tone = Tone::attention, .words = words};
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
        case Notice::booking_not_kept:
            return std::nullopt; // the result says it among its own words
    }
    return std::nullopt;
}

std::optional<Remark> reader_remark(const Session& session) {
    using flow::donor::Reader;
    switch (session.reader) {
        case Reader::reading:
            return Remark{.tone = Tone::done,
                          .words = tr("Reading your card. Please leave it where it is."),
                          .icon = "card"};
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
            return Remark{.tone = Tone::attention,
                          .words = tr("The line to the centre is down. You can go on: nothing is "
                                      "lost."),
                          .icon = "network_off"};
        case flow::Link::untrusted:
            return attention(
                tr("This terminal and the centre do not know each other. You can go on: nothing is "
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

} // namespace rexue::screens::donor
