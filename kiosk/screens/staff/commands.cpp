// The buttons of the desk, always in the same places: a slipped second tap is never another step.
// What comes next is the one in the house's colour. Each has a key; a detail says which, and of one
// that does nothing now why.
#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/screens/fit.h"
#include "kiosk/screens/staff/desk_parts.h"
#include "kiosk/screens/words.h"
#include "kiosk/ui/strings.h"

namespace rexue::screens::staff {

using flow::staff::Command;
using ui::tr;

namespace {

constexpr float least_command_mm = 25;
constexpr float least_next_mm = 34;

struct CommandButton {
    Command command;
    const char* id;
    const char* label;
    const char* icon;
    const char* key;
};

constexpr std::array buttons{
    CommandButton{Command::recall, "recall", tr_later("Call again"), "repeat", "R"},
    CommandButton{Command::arrived, "arrived", tr_later("Is here"), "person", "I"},
    CommandButton{Command::missed, "missed", tr_later("Did not come"), "clock", "M"},
    CommandButton{Command::served, "served", tr_later("Done here"), "check", "D"},
    CommandButton{Command::undo, "undo", tr_later("Undo"), "undo", "U"},
};

// What comes next with whom the desk has; none where it is to call somebody.
std::optional<Command> step_of(const Session& session) {
    const queue::TicketState* present = flow::staff::at_desk(session);
    if (present == nullptr) return std::nullopt;
    return present->status == queue::TicketStatus::called ? Command::arrived : Command::served;
}

// Short enough for a button. Empty while it is only a moment.
std::string_view why_not(const Session& session, Command command) {
    if (session.link != flow::Link::online) return tr("no line");
    if (session.busy) return {};
    if (command == Command::undo) return tr("nothing yet");
    const queue::TicketState* present = flow::staff::at_desk(session);
    return present == nullptr ? tr("nobody here") : tr("is here");
}

Grid command_grid(ui::Frame& frame, float width_mm) {
    std::vector<std::string_view> labels;
    labels.reserve(buttons.size());
    for (const CommandButton& button : buttons)
        labels.push_back(tr(button.label));
    return grid_that_fits(frame, labels, {.icon = "repeat"}, width_mm);
}

float command_height(ui::Frame& frame) {
    return std::max(least_command_mm, frame.measure_button("献", {.detail = "R"}).h);
}

std::string why_next(const View& view, const std::string& ticket) {
    const queue::TicketState* next = queue::find_ticket(view.session.queue, ticket);
    if (next == nullptr) return {};
    const std::string waited = minutes_waited(view.now.wall - next->waiting_since);
    const std::string intent = intent_words(next->intent);
    // The key is named where it does something.
    if (!flow::staff::can_ask(view.session, Command::next)) {
        const std::string words = say(tr("Waiting {0} · {1}"), waited, intent);
        if (view.session.link == flow::Link::online) return words;
        return say("{0} · {1}", tr("no line"), words);
    }
    return say(tr("Waiting {0} · {1} · space bar"), waited, intent);
}

} // namespace

float commands_height(ui::Frame& frame, float width_mm) {
    return command_grid(frame, width_mm).height(command_height(frame));
}

void draw_commands(ui::Frame& frame, const View& view, const ui::Rect& box) {
    const Grid grid = command_grid(frame, box.w);
    const auto step = step_of(view.session);
    for (size_t i = 0; i < buttons.size(); ++i) {
        const CommandButton& button = buttons[i];
        const bool may = flow::staff::can_ask(view.session, button.command);
        const std::string_view why = may ? "" : why_not(view.session, button.command);
        if (frame.button(button.id, grid.cell(box, command_height(frame), i), tr(button.label),
                         {.kind = button.command == step ? ui::ButtonKind::primary
                                                         : ui::ButtonKind::secondary,
                          .icon = button.icon,
                          .enabled = may,
                          .detail = why.empty() ? button.key : why})) {
            view.emit(flow::staff::CommandTapped{.command = button.command});
        }
    }
}

float next_height(ui::Frame& frame, const View& view, float width_mm, Why why) {
    const auto next = flow::staff::next_ticket(view.session);
    const float large = frame.metrics().large_mm;
    const float label =
        frame.measure("献", 0, {.size = ui::TextSize::large, .weight = ui::Weight::bold}).h;
    // The detail of a button is a little smaller than its words, and wraps.
    const ui::TextLook detail{.capital_mm = large * 0.8F};
    const bool is_told = next && why == Why::told;
    const float words =
        is_told ? frame.measure(why_next(view, *next), width_mm - 2 * large, detail).h : 0;
    return std::max(least_next_mm, label + words + large);
}

void draw_next(ui::Frame& frame, const View& view, const ui::Rect& box, Why why) {
    const auto next = flow::staff::next_ticket(view.session);
    const bool free = flow::staff::at_desk(view.session) == nullptr;
    std::string label(tr("Nobody is waiting for this desk"));
    if (next) label = say(free ? tr("Call next: {}") : tr("After this one: {}"), *next);
    const std::string detail = next && why == Why::told ? why_next(view, *next) : std::string();
    if (frame.button("next", box, label,
                     {.kind = ui::ButtonKind::primary,
                      .enabled = flow::staff::can_ask(view.session, Command::next),
                      .size = ui::TextSize::large,
                      .detail = detail})) {
        view.emit(flow::staff::CommandTapped{.command = Command::next});
    }
}

} // namespace rexue::screens::staff
