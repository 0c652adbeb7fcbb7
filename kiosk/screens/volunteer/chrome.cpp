#include "kiosk/screens/volunteer/chrome.h"

#include <algorithm>

#include "kiosk/screens/fit.h"
#include "kiosk/screens/link_pill.h"
#include "kiosk/screens/next_minute.h"
#include "kiosk/screens/words.h"
#include "kiosk/ui/strings.h"

namespace rexue::screens::volunteer {

using ui::tr;

namespace {

// The panel goes on beyond the edge: against burn-in the picture wanders by a pixel or two.
constexpr float beyond_edge_mm = 2;
// A finger stays as it is, however near the tablet is held.
constexpr float least_main_mm = 20;

// The name of the house never gives way: where both do not fit, the line has a row of its own.
float draw_head(ui::Frame& frame, const View& view) {
    const ui::Rect area = frame.area();
    const ui::Metrics& metrics = frame.metrics();
    const float row = frame.measure("Ag献", 0, {.weight = ui::Weight::bold}).h;
    const LinkPill pill = link_pill(view.session.link);
    const ui::Size pill_size = frame.measure_pill(pill.text, pill.icon);
    const float logo = row * 0.8F;
    const float x = edge_mm + logo + 2;
    const std::string name = house_name(view.session.house);
    const ui::TextLook least{.weight = ui::Weight::bold, .capital_mm = metrics.small_mm};
    const float beside = area.w - edge_mm - pill_size.w - gap_mm - x;
    const bool is_apart = frame.measure(name, 0, least).w > beside;
    const float width = is_apart ? area.w - edge_mm - x : beside;
    const ui::TextLook whole{.weight = ui::Weight::bold};
    const float name_mm = std::max(row, is_apart ? frame.measure(name, width, whole).h : 0.0F);
    const float first = is_apart ? name_mm : std::max(name_mm, pill_size.h);
    const float height = first + (is_apart ? pill_size.h + 2 : 0) + 2 * gap_mm;
    frame.panel(
        {-beyond_edge_mm, -beyond_edge_mm, area.w + 2 * beyond_edge_mm, height + beyond_edge_mm},
        {.ground = ui::Ground::card, .border = false, .radius_mm = 0});
    frame.line(-beyond_edge_mm, height, area.w + beyond_edge_mm, height, frame.theme().line, 0.3F);
    frame.image({edge_mm, gap_mm + (first - logo) / 2, logo * 0.8F, logo}, frame.theme().logo);
    if (is_apart) {
        frame.text({x, gap_mm, width, name_mm + 0.5F}, name, whole);
    } else {
        frame.text_row({x, gap_mm, width, first}, name,
                       {.weight = ui::Weight::bold,
                        .capital_mm = capital_that_fits(frame, name, width, metrics.body_mm,
                                                        metrics.small_mm)});
    }
    const float pill_y = is_apart ? gap_mm + name_mm + 2 : gap_mm + (first - pill_size.h) / 2;
    frame.pill(area.w - edge_mm - pill_size.w, pill_y, pill.text, pill.ground, pill.ink, pill.icon);
    redraw_at_next_minute(frame, view.now);
    return height;
}

std::vector<FootButton> with_look(std::vector<FootButton> buttons, const Session& session) {
    const bool chinese = session.language.starts_with("zh");
    buttons.push_back(
        {.id = "language",
         .label = chinese ? "English" : "中文",
         .icon = "language",
         .event = flow::volunteer::LanguageTapped{.language = chinese ? "en" : "zh_CN"}});
    buttons.push_back({.id = "text",
                       .label = tr("Text size"),
                       .icon = "accessibility",
                       .event = flow::volunteer::TextTapped{}});
    return buttons;
}

} // namespace

ui::Rect draw_frame(ui::Frame& frame, const View& view, const std::optional<FootButton>& main,
                    std::vector<FootButton> buttons) {
    const ui::Rect area = frame.area();
    const float head = draw_head(frame, view);
    const std::vector<FootButton> foot = with_look(std::move(buttons), view.session);
    const auto labels = labels_of(foot);
    const float width = area.w - 2 * edge_mm;
    const Grid grid = grid_that_fits(frame, labels, {.icon = "language"}, width);
    const float cell = frame.metrics().target_mm;
    const float foot_mm = grid.height(cell);
    const ui::Rect place{edge_mm, area.h - edge_mm - foot_mm, width, foot_mm};
    const auto put = [&](const FootButton& one, const ui::Rect& rect, ui::ButtonKind kind) {
        ui::ButtonLook look{.kind = kind, .icon = one.icon, .enabled = one.enabled};
        fit_label(frame, one.label, rect.w, look);
        if (frame.button(one.id, rect, one.label, look)) view.emit(one.event);
    };
    float bottom = place.y - gap_mm;
    if (main) {
        const float main_mm = std::max(least_main_mm, cell + gap_mm);
        bottom -= main_mm + gap_mm;
        put(*main, {edge_mm, place.y - gap_mm - main_mm, width, main_mm}, ui::ButtonKind::primary);
    }
    for (size_t i = 0; i < foot.size(); ++i)
        put(foot[i], grid.cell(place, cell, i), ui::ButtonKind::secondary);
    return {edge_mm, head + gap_mm, width, bottom - head - gap_mm};
}

void add_text(ui::Frame& frame, ui::Column& column, const std::string& words,
              const ui::TextLook& look) {
    column.add(frame.measure(words, column.width(), look).h + 1,
               [&frame, words, look](const ui::Rect& at) { frame.text(at, words, look); });
}

void add_banner(ui::Frame& frame, ui::Column& column, const ui::widgets::Banner& banner) {
    column.add(ui::widgets::banner_height(frame, column.width(), banner),
               [&frame, banner](const ui::Rect& at) { ui::widgets::banner(frame, at, banner); });
}

FootButton print_button(const Session& session) {
    using flow::volunteer::Printer;
    using flow::volunteer::Sheet;
    return {.id = "print",
            .label = tr("Print"),
            .icon = "printer",
            .event = flow::volunteer::PrintTapped{},
            .enabled = session.printer == Printer::ready && session.sheet != Sheet::printing};
}

} // namespace rexue::screens::volunteer
