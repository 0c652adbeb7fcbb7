#include <algorithm>
#include <vector>

#include "kiosk/screens/donor/chrome.h"
#include "kiosk/screens/fit.h"
#include "kiosk/ui/strings.h"

namespace rexue::screens::donor {

using flow::donor::Help;
using flow::donor::Reach;
using ui::tr;

namespace {

constexpr float least_button_mm = 22;

struct FootButton {
    std::string_view id;
    std::string_view label;
    std::string_view icon;
    flow::donor::Event event;
    bool enabled = true;
};

std::string_view help_words(Help help) {
    switch (help) {
        case Help::none:
            return tr("Call staff");
        case Help::asked:
            return tr("Staff have been called");
        case Help::still_calling:
            return tr("Still calling our staff");
        case Help::coming:
            return tr("Somebody is coming");
    }
    return {};
}

FootButton help_button(const Session& session) {
    FootButton button{.id = "help",
                      .label = help_words(session.help),
                      .icon = "help",
                      .event = flow::donor::HelpTapped{},
                      .enabled = session.help == Help::none};
    const bool nobody_knows = session.help != Help::none && session.help != Help::coming &&
                              !flow::donor::calls_arrive(session);
    if (nobody_knows) {
        button.label = tr("Please come to our desk");
        button.icon = "person";
    } else if (session.help == Help::asked || session.help == Help::coming) {
        button.icon = "check";
    }
    return button;
}

std::vector<FootButton> buttons_of(const Session& session, FootButtons wanted) {
    const bool low = session.preferences.reach == Reach::low;
    std::vector<FootButton> buttons;
    if (wanted == FootButtons::back_and_leave) {
        buttons.push_back({.id = "back",
                           .label = tr("Back"),
                           .icon = "back",
                           .event = flow::donor::BackTapped{}});
    }
    buttons.push_back(help_button(session));
    buttons.push_back({.id = "reach",
                       .label = low ? tr("Whole screen") : tr("Lower half"),
                       .icon = low ? "up" : "down",
                       .event = flow::donor::ReachTapped{}});
    if (wanted != FootButtons::help_only) {
        buttons.push_back({.id = "leave",
                           .label = tr("Leave"),
                           .icon = "leave",
                           .event = flow::donor::LeaveTapped{}});
    }
    return buttons;
}

float button_height(const ui::Frame& frame) {
    return std::max(least_button_mm, frame.metrics().target_mm);
}

constexpr ui::ButtonLook widest_look{.kind = ui::ButtonKind::quiet, .icon = "help"};

// Where the buttons stand in a place that begins at 0, 0: in one row, each as wide as its words and
// a share of what is left, else in equal cells.
std::vector<ui::Rect> cells_of(ui::Frame& frame, const std::vector<FootButton>& buttons,
                               float width_mm) {
    const float height = button_height(frame);
    const float gap = frame.metrics().gap_mm;
    std::vector<float> widths;
    float taken = -gap;
    for (const FootButton& button : buttons) {
        widths.push_back(frame.measure_button(button.label, widest_look).w);
        taken += widths.back() + gap;
    }
    const Grid grid = grid_that_fits(frame, labels_of(buttons), widest_look, width_mm);
    std::vector<ui::Rect> cells;
    if (taken > width_mm || grid.rows() == 1) {
        for (size_t i = 0; i < buttons.size(); ++i)
            cells.push_back(grid.cell({0, 0, width_mm, 0}, height, i));
        return cells;
    }
    const float share = (width_mm - taken) / static_cast<float>(buttons.size());
    float x = 0;
    for (const float width : widths) {
        cells.push_back({x, 0, width + share, height});
        x += width + share + gap;
    }
    return cells;
}

} // namespace

float foot_height(ui::Frame& frame, const View& view, FootButtons wanted, float width_mm) {
    return cells_of(frame, buttons_of(view.session, wanted), width_mm).back().bottom();
}

void draw_foot(ui::Frame& frame, const View& view, FootButtons wanted, const ui::Rect& place) {
    const auto buttons = buttons_of(view.session, wanted);
    const auto cells = cells_of(frame, buttons, place.w);
    for (size_t i = 0; i < buttons.size(); ++i) {
        const FootButton& button = buttons[i];
        const ui::Rect rect{place.x + cells[i].x, place.y + cells[i].y, cells[i].w, cells[i].h};
        ui::ButtonLook look{
            .kind = ui::ButtonKind::quiet, .icon = button.icon, .enabled = button.enabled};
        fit_label(frame, button.label, rect.w, look);
        if (frame.button(button.id, rect, button.label, look)) view.emit(button.event);
    }
}

} // namespace rexue::screens::donor
