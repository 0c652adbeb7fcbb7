#include <algorithm>
#include <array>
#include <string>

#include "kiosk/screens/staff/chrome.h"
#include "kiosk/screens/words.h"
#include "kiosk/ui/strings.h"

namespace rexue::screens::staff {

using flow::staff::Command;
using ui::tr;

namespace {

constexpr float list_width_mm = 152;
constexpr float row_padding_mm = 7;
constexpr float ticket_mm = 30;
constexpr float minutes_mm = 26;
constexpr size_t max_rows_shown = 8;
constexpr size_t max_missed_shown = 3;

std::string sex_word(std::string_view sex) {
    if (sex == "male") return std::string(tr("male"));
    if (sex == "female") return std::string(tr("female"));
    return {};
}

// The number on the left, how long it has waited on the right.
void draw_ticket_of_row(ui::Frame& frame, const ui::Rect& box, const std::string& ticket,
                        std::chrono::milliseconds waited) {
    frame.text_row({box.x + row_padding_mm, box.y, ticket_mm, box.h}, ticket,
                   {.weight = ui::Weight::bold});
    frame.text_row(
        {box.right() - row_padding_mm - minutes_mm, box.y, minutes_mm, box.h},
        minutes_waited(waited),
        {.size = ui::TextSize::small, .ink = ui::Ink::secondary, .align = ui::Align::right});
}

void draw_row(ui::Frame& frame, const View& view, const ui::Rect& box,
              const queue::TicketState& ticket, bool next) {
    frame.panel(box, {.ground = next ? ui::Ground::action_tint : ui::Ground::card});
    draw_ticket_of_row(frame, box, ticket.ticket, view.now.wall - ticket.waiting_since);
    const float x = box.x + row_padding_mm + ticket_mm;
    frame.text_row({x, box.y, box.right() - row_padding_mm - minutes_mm - x, box.h},
                   intent_words(ticket.intent), {.size = ui::TextSize::small});
}

float draw_lines(ui::Frame& frame, const View& view, float x, float y, const std::string& title,
                 const std::vector<queue::TicketState>& line, bool mark_first) {
    y = frame.text({x, y, list_width_mm, 12}, title, {.weight = ui::Weight::bold, .max_lines = 1})
            .bottom() +
        4;
    for (size_t i = 0; i < line.size() && i < max_rows_shown; ++i) {
        draw_row(frame, view, {x, y, list_width_mm, 19}, line[i], mark_first && i == 0);
        y += 21.5F;
    }
    if (line.size() > max_rows_shown) {
        y = frame
                .text({x, y, list_width_mm, 10},
                      say(tr("and {} more"), line.size() - max_rows_shown),
                      {.size = ui::TextSize::small, .ink = ui::Ink::secondary})
                .bottom() +
            4;
    }
    return y + 3;
}

// Somebody who missed the call and is back: one tap calls them to this desk.
void draw_missed(ui::Frame& frame, const View& view, float x, float y,
                 const std::vector<queue::TicketState>& missed) {
    y = frame
            .text({x, y, list_width_mm, 12}, say(tr("Missed: {}"), missed.size()),
                  {.weight = ui::Weight::bold, .max_lines = 1})
            .bottom() +
        4;
    const bool can_call = !view.session.busy && view.session.link == flow::Link::online &&
                          flow::staff::at_desk(view.session) == nullptr;
    for (size_t i = 0; i < missed.size() && i < max_missed_shown; ++i) {
        const ui::Rect row{x, y, list_width_mm, 19};
        const ui::Rect who{x, y, list_width_mm - 44, 19};
        frame.panel(who);
        draw_ticket_of_row(frame, who, missed[i].ticket, view.now.wall - missed[i].changed_at);
        if (frame.button("recall_" + missed[i].ticket, {row.right() - 42, y, 42, 19}, tr("Call"),
                         {.enabled = can_call})) {
            view.emit(
                flow::staff::CommandTapped{.command = Command::recall, .ticket = missed[i].ticket});
        }
        y += 21.5F;
    }
}

void draw_line_of_desk(ui::Frame& frame, const View& view, const std::string& stage) {
    const auto line = queue::waiting_at(view.session.queue, stage);
    float y = head_height_mm + 8;
    y = draw_lines(frame, view, edge_mm, y,
                   say(tr("Waiting for {0}: {1}"), stage_name(stage), line.size()), line, true);
    if (line.empty()) {
        y = frame
                .text({edge_mm, y, list_width_mm, 20}, tr("Nobody is waiting for this desk"),
                      {.ink = ui::Ink::secondary})
                .bottom() +
            8;
    }
    const auto missed = queue::with_status(view.session.queue, queue::TicketStatus::missed);
    if (!missed.empty()) {
        draw_missed(frame, view, edge_mm, y, missed);
    }
}

std::string person_line(const flow::staff::VisitBrief& brief) {
    std::string text =
        brief.masked_name.empty() ? std::string(tr("Name: please ask")) : brief.masked_name.str();
    if (const std::string sex = sex_word(brief.sex); !sex.empty()) text += "   " + sex;
    if (brief.age_years) text += "   " + say(tr("{} years old"), *brief.age_years);
    return text;
}

std::string history_line(const queue::TicketState& ticket, const flow::staff::VisitBrief* brief) {
    std::string text = intent_words(ticket.intent);
    if (brief == nullptr) return text;
    if (brief->was_typed) text += " · " + std::string(tr("please look at the document"));
    if (brief->donation_count == 0) return text + " · " + std::string(tr("first donation"));
    text += " · " + say(tr("donation no. {}"), brief->donation_count + 1);
    if (brief->last_donation) {
        text += " · " + say(tr("last {}"), base::format_date(*brief->last_donation));
    }
    return text;
}

void draw_present(ui::Frame& frame, const View& view, const ui::Rect& box) {
    frame.panel(box);
    const queue::TicketState* present = flow::staff::at_desk(view.session);
    if (present == nullptr) {
        frame.text_in({box.x + 14, box.y, box.w - 28, box.h}, tr("Nobody is at this desk"),
                      {.size = ui::TextSize::large, .ink = ui::Ink::secondary});
        return;
    }
    frame.text_in(
        {box.x + 10, box.y, 112, box.h}, present->ticket,
        {.weight = ui::Weight::bold, .ink = ui::Ink::action, .capital_mm = 21, .value = "at_desk"});
    const flow::staff::VisitBrief* brief = flow::staff::brief_of(view.session, present->ticket);
    const float x = box.x + 128;
    const float width = box.right() - x - 10;
    const float top = box.y + 12;
    const ui::Rect who = frame.text(
        {x, top, width, 16},
        brief != nullptr ? person_line(*brief) : std::string(tr("The record is still on its way")),
        {.size = ui::TextSize::large, .weight = ui::Weight::bold, .max_lines = 1});
    const ui::Rect what =
        frame.text({x, who.bottom() + 5, width, 12}, history_line(*present, brief),
                   {.ink = ui::Ink::secondary, .max_lines = 1});
    const bool served = present->status == queue::TicketStatus::being_served;
    frame.pill(x, what.bottom() + 6,
               served ? std::string(tr("At the desk"))
                      : say(ui::tr_n("Called {} time", "Called {} times", present->times_called),
                            present->times_called),
               served ? ui::Ground::done : ui::Ground::honour,
               served ? ui::Ink::done : ui::Ink::honour, served ? "check" : "clock");
}

// A terminal's id is for operators. In the house it is known by the letter of its numbers, which
// it has told with the first one it gave today.
std::string help_words(const View& view, const queue::HelpRequest& request) {
    const std::string waited = minutes_waited(view.now.wall - request.at);
    const auto& tickets = view.session.queue.tickets;
    const auto given = std::ranges::find(tickets, request.terminal, &queue::TicketState::terminal);
    if (given == tickets.end()) return say(tr("Help wanted at a terminal, for {}"), waited);
    return say(tr("Help wanted at the terminal of the {0} numbers, for {1}"),
               given->ticket.substr(0, 1), waited);
}

void draw_help(ui::Frame& frame, const View& view, const ui::Rect& box) {
    float y = box.y;
    for (const queue::HelpRequest& request : view.session.queue.help) {
        if (y + 24 > box.bottom()) return;
        const ui::Rect row{box.x, y, box.w, 24};
        frame.panel(row, {.ground = ui::Ground::action_tint});
        frame.icon({row.x + 6, row.y + 6, 12, 12}, "help", ui::Ink::action);
        frame.text_row({row.x + 24, row.y, row.w - 100, row.h}, help_words(view, request),
                       {.weight = ui::Weight::bold, .ink = ui::Ink::action});
        if (frame.button("help_" + request.id.to_string(), {row.right() - 72, row.y + 3, 68, 18},
                         tr("I am going"), {})) {
            view.emit(flow::staff::AnswerHelpTapped{.request = request.id});
        }
        y += 27;
    }
    if (y == box.y) {
        if (const auto words = remark_words(view.session)) {
            frame.pill(box.x, box.y, *words, ui::Ground::attention, ui::Ink::attention, "warning");
        }
    }
}

// What the operator has to hear of, in the free place at the foot.
void draw_health(ui::Frame& frame, const View& view, float x, float middle_y) {
    const flow::Health& health = view.session.health;
    std::string words;
    if (health.clock_is_behind) {
        words = tr("The clock of this terminal is wrong: tell the operator");
    } else if (health.kept_back > 0) {
        words = say(ui::tr_n("The centre refused {} entry: tell the operator",
                             "The centre refused {} entries: tell the operator", health.kept_back),
                    health.kept_back);
    } else {
        return;
    }
    const float height = frame.measure_pill(words, "warning").h;
    frame.pill(x, middle_y - height / 2, words, ui::Ground::attention, ui::Ink::attention,
               "warning");
}

struct CommandButton {
    Command command;
    const char* id;
    const char* label;
    const char* icon;
};

void draw_commands(ui::Frame& frame, const View& view, const ui::Rect& box) {
    const std::array buttons{
        CommandButton{Command::recall, "recall", tr_later("Call again"), "repeat"},
        CommandButton{Command::arrived, "arrived", tr_later("Is here"), "person"},
        CommandButton{Command::missed, "missed", tr_later("Did not come"), "clock"},
        CommandButton{Command::served, "served", tr_later("Done here"), "check"},
        CommandButton{Command::undo, "undo", tr_later("Undo"), "undo"},
    };
    const queue::TicketState* present = flow::staff::at_desk(view.session);
    const bool ready = !view.session.busy && view.session.link == flow::Link::online;
    const float gap = frame.metrics().gap_mm;
    const auto count = static_cast<float>(buttons.size());
    const float width = (box.w - (count - 1) * gap) / count;
    for (size_t i = 0; i < buttons.size(); ++i) {
        const CommandButton& button = buttons[i];
        const bool is_undo = button.command == Command::undo;
        const bool called = present != nullptr && present->status == queue::TicketStatus::called;
        const bool fits =
            is_undo ? queue::last_step_of(view.session.queue, view.session.desk).has_value()
            : button.command == Command::served ? present != nullptr
                                                : called;
        const ui::Rect rect{box.x + static_cast<float>(i) * (width + gap), box.y, width, box.h};
        if (frame.button(button.id, rect, tr(button.label),
                         {.icon = button.icon, .enabled = ready && fits})) {
            view.emit(flow::staff::CommandTapped{.command = button.command});
        }
    }
}

void draw_next(ui::Frame& frame, const View& view, const ui::Rect& box) {
    const auto next = flow::staff::next_ticket(view.session);
    const bool ready = !view.session.busy && view.session.link == flow::Link::online;
    const bool free = flow::staff::at_desk(view.session) == nullptr;
    std::string label(tr("Nobody is waiting for this desk"));
    if (next) label = say(tr("Call next: {}"), *next);
    if (next && !free) label = say(tr("After this one: {}"), *next);
    if (frame.button("next", box, label,
                     {.kind = ui::ButtonKind::primary,
                      .enabled = ready && next.has_value() && free,
                      .size = ui::TextSize::large})) {
        view.emit(flow::staff::CommandTapped{.command = Command::next});
    }
}

} // namespace

void desk(ui::Frame& frame, const View& view) {
    frame.screen("desk");
    const flow::ServicePoint* point = flow::find_point(view.session.house, view.session.desk);
    const std::string stage = point == nullptr ? std::string() : point->stage;
    draw_head(frame, view, point == nullptr ? view.session.desk : point_name(*point),
              view.session.staff_name + " · " + stage_name(stage));
    draw_line_of_desk(frame, view, stage);

    const ui::Rect area = frame.area();
    const float x = edge_mm + list_width_mm + 10;
    const float width = area.w - x - edge_mm;
    draw_present(frame, view, {x, head_height_mm + 8, width, 58});
    draw_help(frame, view, {x, head_height_mm + 74, width, area.h - head_height_mm - 74 - 122});
    draw_commands(frame, view, {x, area.h - 116, width, 27});
    draw_next(frame, view, {x, area.h - 83, width, 38});

    const float small_width = 70;
    if (frame.button("sign_out", {area.w - edge_mm - small_width, area.h - 36, small_width, 24},
                     tr("Sign out"), {.kind = ui::ButtonKind::quiet, .icon = "leave"})) {
        view.emit(flow::staff::SignOutTapped{});
    }
    if (frame.button("change_desk", {x, area.h - 36, small_width + 20, 24}, tr("Change desk"),
                     {.kind = ui::ButtonKind::quiet})) {
        view.emit(flow::staff::ChangeDeskTapped{});
    }
    draw_health(frame, view, x + small_width + 26, area.h - 24);
}

} // namespace rexue::screens::staff
