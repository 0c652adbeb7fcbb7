#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "kiosk/flow/donor/may_give.h"
#include "kiosk/flow/donor/offered.h"
#include "kiosk/screens/donor/page.h"
#include "kiosk/screens/donor/verdict_words.h"
#include "kiosk/screens/fit.h"
#include "kiosk/screens/words.h"
#include "kiosk/ui/strings.h"

namespace rexue::screens::donor {

using queue::Intent;
using ui::tr;

namespace {

const char* id_of(Intent intent) {
    switch (intent) {
        case Intent::whole_blood_200:
            return "whole_200";
        case Intent::whole_blood_300:
            return "whole_300";
        case Intent::whole_blood_400:
            return "whole_400";
        case Intent::platelets_1:
            return "platelets_1";
        case Intent::platelets_2:
            return "platelets_2";
    }
    std::unreachable();
}

std::string short_label(Intent intent) {
    switch (intent) {
        case Intent::whole_blood_200:
            return say(tr("{} mL"), 200);
        case Intent::whole_blood_300:
            return say(tr("{} mL"), 300);
        case Intent::whole_blood_400:
            return say(tr("{} mL"), 400);
        case Intent::platelets_1:
            return std::string(tr("1 unit"));
        case Intent::platelets_2:
            return std::string(tr("2 units"));
    }
    std::unreachable();
}

struct Kind {
    std::string_view name; // on the way to it
    std::string_view title;
    std::string_view question; // where it is the only kind on the screen
    std::string detail;
    std::vector<Intent> intents = {};
    bool possible = true; // today
};

// A button of the grid: something to give, or the way to the other kind.
struct Cell {
    std::string id;
    std::string label;
    flow::donor::Event event;
    ui::ButtonLook look;
};

std::vector<Cell> cells_of(const View& view, const Kind& kind, const Kind* other) {
    std::vector<Cell> cells;
    for (const Intent intent : kind.intents) {
        cells.push_back({.id = id_of(intent),
                         .label = short_label(intent),
                         .event = flow::donor::IntentTapped{.intent = intent},
                         .look = {.enabled = kind.possible,
                                  .selected = view.session.visit.intent == intent,
                                  .size = ui::TextSize::large,
                                  .role = ui::Role::choice,
                                  .value = id_of(intent)}});
    }
    if (other != nullptr) {
        cells.push_back({.id = "other",
                         .label = std::string(other->name),
                         .event = flow::donor::OtherChoicesTapped{},
                         .look = {.icon = "arrow_right"}});
    }
    return cells;
}

Grid grid_of(ui::Frame& frame, const std::vector<Cell>& cells, float width_mm) {
    std::vector<std::string_view> labels;
    for (const Cell& cell : cells) {
        // Words of a sentence may be set smaller; an amount may not.
        if (cell.look.role == ui::Role::choice) labels.push_back(cell.label);
    }
    Grid grid =
        grid_that_fits(frame, labels, {.selected = true, .size = ui::TextSize::large}, width_mm);
    if (labels.size() < cells.size()) {
        grid.count = cells.size();
        grid.columns = 2;
    }
    return grid;
}

void draw_cells(ui::Frame& frame, const View& view, const std::vector<Cell>& cells,
                const Grid& grid, const ui::Rect& place, float button_height) {
    for (size_t i = 0; i < cells.size(); ++i) {
        const ui::Rect rect = grid.cell(place, button_height, i);
        ui::ButtonLook look = cells[i].look;
        fit_label(frame, cells[i].label, rect.w, look);
        if (frame.button(cells[i].id, rect, cells[i].label, look)) view.emit(cells[i].event);
    }
}

// One of two kinds: a card with its name and its amounts.
void add_card(ui::Frame& frame, const View& view, Page& page, const Kind& kind) {
    constexpr float padding = 10;
    const float width = page.width() - 2 * padding;
    const ui::TextLook title{
        .size = ui::TextSize::large, .weight = ui::Weight::bold, .role = ui::Role::heading};
    const ui::TextLook detail{.ink = ui::Ink::secondary};
    const float title_height = frame.measure(kind.title, width, title).h;
    const float detail_height = frame.measure(kind.detail, width, detail).h;
    const float words = title_height + detail_height + 3;
    const std::vector<Cell> cells = cells_of(view, kind, nullptr);
    const Grid grid = grid_of(frame, cells, width);
    const float button = frame.metrics().target_mm + (grid.rows() > 1 ? 5.0F : 15.0F);
    page.content().add(words + grid.height(button) + 2 * padding, [=, &frame,
                                                                   &view](const ui::Rect& place) {
        frame.panel(place);
        const ui::Rect inside = place.inset(padding);
        frame.text({inside.x, inside.y, width, title_height + 1}, kind.title, title);
        frame.text({inside.x, inside.y + title_height, width, detail_height + 1}, kind.detail,
                   detail);
        draw_cells(frame, view, cells, grid, {inside.x, inside.y + words, width, inside.h}, button);
    });
}

// The only kind on the screen, and the way to the other.
void add_amounts(ui::Frame& frame, const View& view, Page& page, const Kind& kind,
                 const Kind& other) {
    const std::vector<Cell> cells = cells_of(view, kind, &other);
    const Grid grid = grid_of(frame, cells, page.width());
    const float least = std::max(20.0F, frame.metrics().target_mm);
    const float button = is_low(view) ? least : frame.metrics().main_button_mm + 8;
    page.content().add(grid.height(button), [=, &frame, &view](const ui::Rect& place) {
        draw_cells(frame, view, cells, grid, place, button);
    });
}

// The exact day and why, in place of what it takes.
void note_deferral(const View& view, donation::DonationType type, Kind& kind) {
    const auto& visit = view.session.visit;
    if (!flow::donor::is_deferred(visit.verdicts, type)) return;
    const auto today = flow::date_in(view.session.house, view.now.wall);
    const donation::Assessment& one = *flow::donor::find(visit.verdicts, type);
    const std::string reason = reason_words(visit, one, today);
    kind.possible = false;
    kind.detail = reason.empty() ? day_words(one) : say(tr("{0}. {1}"), day_words(one), reason);
}

} // namespace

void choose(ui::Frame& frame, const View& view) {
    using flow::donor::ChoicePage;
    const auto& visit = view.session.visit;
    Kind whole{.name = tr("Whole blood"),
               .title = tr("Whole blood"),
               .question = tr("How much whole blood?"),
               .detail = std::string(tr("5 to 10 minutes on the chair"))};
    Kind apheresis{.name = tr("Platelets"),
                   .title = tr("Platelets by apheresis"),
                   .question = tr("How many units of platelets?"),
                   .detail = std::string(tr("a good hour on the chair"))};
    for (const Intent intent :
         flow::donor::offered(visit, flow::date_in(view.session.house, view.now.wall))) {
        const bool is_blood = flow::donor::type_of(intent) == donation::DonationType::whole_blood;
        (is_blood ? whole : apheresis).intents.push_back(intent);
    }
    note_deferral(view, donation::DonationType::whole_blood, whole);
    note_deferral(view, donation::DonationType::platelets, apheresis);
    Page page(frame, view,
              {.name = "choose", .step = VisitStep::check_in, .back = BackButton::shown});
    // Few choices at a time: for who asked for it, and where only half the screen is there.
    if (view.session.preferences.mode == flow::donor::Mode::care || is_low(view)) {
        const bool first = view.session.choice_page == ChoicePage::whole_blood;
        const Kind& kind = first ? whole : apheresis;
        page.question(kind.question);
        // When and why not is never left out; how long it takes may be.
        page.text(kind.detail, {.ink = ui::Ink::secondary},
                  kind.possible ? Presence::optional : Presence::required);
        add_amounts(frame, view, page, kind, first ? apheresis : whole);
    } else {
        page.question(tr("What would you like to give?"),
                      tr("Our staff confirm with you what is right for you today."));
        add_card(frame, view, page, whole);
        add_card(frame, view, page, apheresis);
    }
    const bool chosen = visit.intent.has_value();
    const bool none = !whole.possible && !apheresis.possible;
    page.answer({.id = "continue",
                 .label = chosen || none ? tr("Continue") : tr("Please choose above"),
                 .event = flow::donor::ContinueTapped{},
                 .enabled = chosen || none});
    // Where amounts and dates fill the screen, it waits beside the number.
    const auto& preferences = view.session.preferences;
    const bool has_room = !is_low(view) && preferences.text != flow::donor::TextStep::largest;
    if (visit.honours && has_room) {
        page.answer({.id = "honours",
                     .label = tr("My honours"),
                     .event = flow::donor::HonoursTapped{},
                     .kind = ui::ButtonKind::secondary});
    }
    page.draw();
}

} // namespace rexue::screens::donor
