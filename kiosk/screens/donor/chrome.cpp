#include "kiosk/screens/donor/chrome.h"

#include <array>
#include <optional>
#include <string>

#include "kiosk/screens/words.h"
#include "kiosk/ui/strings.h"

namespace rexue::screens::donor {

using ui::tr;

namespace {

constexpr float head_height_mm = 34;
constexpr float foot_height_mm = 56;

std::string date_line(const View& view) {
    const auto local = base::local_time(view.now.wall, view.session.house.utc_offset);
    const std::string when = day_and_weekday(local.date) + "  " + clock_time(local.since_midnight);
    const std::string city = city_name(view.session.house);
    return city.empty() ? when : city + " · " + when;
}

struct Remark {
    std::string_view icon;
    std::string_view text;
    ui::Ground ground = ui::Ground::attention;
    ui::Ink ink = ui::Ink::attention;
};

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
            return attention(tr("The card reader is not connected. Our staff have been told."));
        case Reader::silent:
            return attention(tr("The card reader does not answer. We keep trying."));
        case Reader::garbled:
            return attention(
                tr("The connection to the card reader is disturbed. "
                   "Please lay the card down again."));
        case Reader::faulty:
            return attention(tr("The card reader reports a fault. Our staff have been told."));
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

float draw_remark(ui::Frame& frame, const Remark& remark, float y) {
    const ui::Metrics& metrics = frame.metrics();
    const float width = frame.area().w - 2 * metrics.margin_mm;
    const float icon_side = metrics.body_mm * 1.7F;
    const float padding = 5;
    const float text_width = width - icon_side - 3 * padding;
    const ui::TextLook look{
        .size = ui::TextSize::body, .ink = remark.ink, .role = ui::Role::status};
    const ui::Size text_size = frame.measure(remark.text, text_width, look);
    const ui::Rect box{metrics.margin_mm, y, width, text_size.h + 2 * padding};
    frame.panel(box, {.ground = remark.ground, .border = false});
    frame.icon({box.x + padding, box.centre_y() - icon_side / 2, icon_side, icon_side}, remark.icon,
               remark.ink);
    frame.text({box.x + 2 * padding + icon_side, y + padding, text_width, text_size.h + 1},
               remark.text, look);
    return box.bottom() + metrics.gap_mm;
}

} // namespace

void draw_head(ui::Frame& frame, const View& view) {
    const ui::Metrics& metrics = frame.metrics();
    const float margin = metrics.margin_mm;
    const float language_width = 54;
    frame.image({margin, 9, 13, 17}, "drop");
    const float text_x = margin + 18;
    const float text_width = frame.area().w - text_x - language_width - margin - 6;
    frame.text({text_x, 8, text_width, 10}, house_name(view.session.house),
               {.weight = ui::Weight::bold, .max_lines = 1});
    frame.text({text_x, 18.5F, text_width, 9}, date_line(view),
               {.size = ui::TextSize::small, .ink = ui::Ink::secondary, .max_lines = 1});

    const ui::Rect language{frame.area().w - margin - language_width, 9, language_width, 17};
    // Each language in its own words: who needs the button can read it.
    const std::string_view other = view.session.english ? "中文" : "English";
    if (frame.button("language", language, other,
                     {.kind = ui::ButtonKind::quiet, .icon = "language"})) {
        view.emit(flow::donor::LanguageTapped{});
    }
}

float draw_question(ui::Frame& frame, std::string_view question, std::string_view explanation) {
    const ui::Metrics& metrics = frame.metrics();
    const float width = frame.area().w - 2 * metrics.margin_mm;
    const ui::Rect title = frame.text(
        {metrics.margin_mm, head_height_mm + 8, width, 60}, question,
        {.size = ui::TextSize::title, .weight = ui::Weight::bold, .role = ui::Role::heading});
    if (explanation.empty()) return title.bottom() + 10;
    const ui::Rect line = frame.text({metrics.margin_mm, title.bottom() + 5, width, 40},
                                     explanation, {.ink = ui::Ink::secondary});
    return line.bottom() + 10;
}

void draw_help_button(ui::Frame& frame, const View& view, const ui::Rect& rect) {
    using flow::donor::Help;
    const Help help = view.session.help;
    const std::string_view label = help == Help::none    ? tr("Call staff")
                                   : help == Help::asked ? tr("Staff have been called")
                                                         : tr("Somebody is coming");
    if (frame.button("help", rect, label,
                     {.kind = ui::ButtonKind::quiet,
                      .icon = help == Help::none ? "help" : "check",
                      .enabled = help == Help::none})) {
        view.emit(flow::donor::HelpTapped{});
    }
}

void draw_foot(ui::Frame& frame, const View& view, VisitStep step, BackButton back) {
    const ui::Metrics& metrics = frame.metrics();
    const ui::Rect area = frame.area();
    const float top = area.h - foot_height_mm;
    const float width = area.w - 2 * metrics.margin_mm;
    frame.line(0, top, area.w, top, frame.theme().line, 0.3F);

    const std::array<std::string, 2> labels{std::string(tr("Check in")),
                                            std::string(tr("Take a number"))};
    const std::array<std::string_view, 2> views{labels[0], labels[1]};
    frame.steps({metrics.margin_mm, top + 5, width, 13}, views.data(),
                static_cast<int>(views.size()), step == VisitStep::check_in ? 0 : 1);

    const float button_width = (width - 2 * metrics.gap_mm) / 3;
    const auto slot = [&](int index) {
        return ui::Rect{
            metrics.margin_mm + static_cast<float>(index) * (button_width + metrics.gap_mm),
            top + 24, button_width, 22};
    };
    if (back == BackButton::shown &&
        frame.button("back", slot(0), tr("Back"),
                     {.kind = ui::ButtonKind::quiet, .icon = "back"})) {
        view.emit(flow::donor::BackTapped{});
    }
    draw_help_button(frame, view, slot(1));
    if (frame.button("leave", slot(2), tr("Leave"),
                     {.kind = ui::ButtonKind::quiet, .icon = "leave"})) {
        view.emit(flow::donor::LeaveTapped{});
    }
}

float draw_remarks(ui::Frame& frame, const View& view, float y) {
    if (const auto remark = notice_remark(view.session)) y = draw_remark(frame, *remark, y);
    if (const auto remark = reader_remark(view.session)) y = draw_remark(frame, *remark, y);
    if (const auto remark = link_remark(view.session)) y = draw_remark(frame, *remark, y);
    return y;
}

float draw_remark_in_its_place(ui::Frame& frame, const View& view, float y) {
    auto remark = notice_remark(view.session);
    if (!remark) remark = link_remark(view.session);
    if (remark) draw_remark(frame, *remark, y);
    // Two lines, in the longest language.
    constexpr float place_mm = 36;
    return y + place_mm;
}

bool reader_is_down(const Session& session) {
    using flow::donor::Reader;
    return session.reader == Reader::absent || session.reader == Reader::unplugged ||
           session.reader == Reader::silent || session.reader == Reader::faulty;
}

ui::Rect answers_area(const ui::Frame& frame) {
    const ui::Metrics& metrics = frame.metrics();
    const float bottom = frame.area().h - foot_height_mm - 8;
    const float height = 2 * metrics.main_button_mm + 8 + metrics.gap_mm;
    return {metrics.margin_mm, bottom - height, frame.area().w - 2 * metrics.margin_mm, height};
}

} // namespace rexue::screens::donor
