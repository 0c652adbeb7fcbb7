#include "kiosk/screens/staff/chrome.h"

#include "kiosk/screens/next_minute.h"
#include "kiosk/screens/words.h"
#include "kiosk/ui/strings.h"

namespace rexue::screens::staff {

using ui::tr;

namespace {

struct LinkPill {
    std::string_view icon;
    std::string_view text;
    ui::Ground ground;
    ui::Ink ink;
};

LinkPill link_pill(flow::Link link) {
    switch (link) {
        case flow::Link::online:
            return {"check", tr("Centre connected"), ui::Ground::done, ui::Ink::done};
        case flow::Link::connecting:
            return {"clock", tr("Connecting to the centre"), ui::Ground::attention,
                    ui::Ink::attention};
        case flow::Link::offline:
            return {"network_off", tr("Line to the centre is down"), ui::Ground::attention,
                    ui::Ink::attention};
        case flow::Link::untrusted:
            return {"warning", tr("Centre not verified: tell the operator"), ui::Ground::attention,
                    ui::Ink::attention};
        case flow::Link::duplicate_terminal:
            return {"warning", tr("This certificate is used elsewhere: tell the operator"),
                    ui::Ground::attention, ui::Ink::attention};
    }
    return {"warning", "", ui::Ground::attention, ui::Ink::attention};
}

} // namespace

void draw_head(ui::Frame& frame, const View& view, const std::string& title,
               const std::string& subtitle) {
    const ui::Rect area = frame.area();
    frame.panel({0, 0, area.w, head_height_mm},
                {.ground = ui::Ground::card, .border = false, .radius_mm = 0});
    frame.line(0, head_height_mm, area.w, head_height_mm, frame.theme().line, 0.3F);
    frame.image({edge_mm + 1, 8, 14, 18}, "drop");
    const float x = edge_mm + 24;
    frame.text({x, 6, 170, 11}, title, {.weight = ui::Weight::bold, .max_lines = 1});
    frame.text({x, 18.5F, 170, 10}, subtitle,
               {.size = ui::TextSize::small, .ink = ui::Ink::secondary, .max_lines = 1});

    const auto local = base::local_time(view.now.wall, view.session.house.utc_offset);
    const ui::Rect time = {area.w - edge_mm - 34, 0, 34, head_height_mm};
    frame.text_in(time, clock_time(local.since_midnight),
                  {.size = ui::TextSize::large, .weight = ui::Weight::bold});
    const LinkPill pill = link_pill(view.session.link);
    const ui::Size size = frame.measure_pill(pill.text, pill.icon);
    frame.pill(time.x - 8 - size.w, (head_height_mm - size.h) / 2, pill.text, pill.ground, pill.ink,
               pill.icon);
    redraw_at_next_minute(frame, view.now);
}

std::optional<std::string_view> remark_words(const Session& session) {
    using flow::staff::Remark;
    if (!session.remark) return std::nullopt;
    switch (*session.remark) {
        case Remark::wrong_number_or_pin:
            return tr("Staff number or PIN is wrong");
        case Remark::too_many_tries:
            return tr("Too many tries: please wait, then try again");
        case Remark::server_away:
            return tr("The centre does not answer. Please try again.");
        case Remark::nobody_waits:
            return tr("Nobody is waiting for this desk");
        case Remark::moved_on:
            return tr("Another desk was quicker: the list is up to date now");
        case Remark::session_ended:
            return tr("Signed out. Please sign in again.");
        case Remark::not_allowed:
            return tr("This account may not do that");
    }
    return std::nullopt;
}

} // namespace rexue::screens::staff
