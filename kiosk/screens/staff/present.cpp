// Who is called to this desk or sits at it, as far as a screen that many see may show it.
#include <algorithm>
#include <string>

#include "kiosk/screens/fit.h"
#include "kiosk/screens/staff/desk_parts.h"
#include "kiosk/screens/words.h"
#include "kiosk/ui/column.h"
#include "kiosk/ui/strings.h"

namespace rexue::screens::staff {

using ui::tr;

namespace {

constexpr float ticket_width_mm = 112;
constexpr float ticket_capital_mm = 21;
constexpr float padding_mm = 6;
constexpr float icon_mm = 8;
constexpr std::string_view open_visit = "open_visit";

std::string sex_word(std::string_view sex) {
    if (sex == "male") return std::string(tr("male"));
    if (sex == "female") return std::string(tr("female"));
    return {};
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
    if (brief->is_unreadable) {
        return text + " · " + std::string(tr("The record cannot be opened: please ask the donor"));
    }
    if (brief->was_typed) text += " · " + std::string(tr("please look at the document"));
    if (brief->donation_count == 0) return text + " · " + std::string(tr("first donation"));
    text += " · " + say(tr("donation no. {}"), brief->donation_count + 1);
    if (brief->last_donation) {
        text += " · " + say(tr("last {}"), base::format_date(*brief->last_donation));
    }
    return text;
}

void draw_who(ui::Frame& frame, const View& view, const queue::TicketState& present,
              const ui::Rect& box) {
    const flow::staff::VisitBrief* brief = flow::staff::brief_of(view.session, present.ticket);
    const ui::Metrics& metrics = frame.metrics();
    ui::Column column(box.w, 3);
    column.add_space(100);
    const std::string who =
        brief != nullptr ? person_line(*brief) : std::string(tr("The record is still on its way"));
    const ui::TextLook who_look{
        .weight = ui::Weight::bold,
        .capital_mm = capital_that_fits(frame, who, box.w, metrics.large_mm, metrics.body_mm)};
    column.add(frame.measure(who, box.w, who_look).h, [&frame, who, who_look](const ui::Rect& at) {
        frame.text({at.x, at.y, at.w, at.h + 1}, who, who_look);
    });
    const bool served = present.status == queue::TicketStatus::being_served;
    const std::string status =
        served ? std::string(tr("At the desk"))
               : say(ui::tr_n("Called {} time", "Called {} times", present.times_called),
                     present.times_called);
    const std::string_view icon = served ? "check" : "clock";
    const auto add_status = [&] {
        column.add_optional(
            frame.measure_pill(status, icon).h, [&frame, status, icon, served](const ui::Rect& at) {
                frame.pill(at.x, at.y, status, served ? ui::Ground::done : ui::Ground::honour,
                           served ? ui::Ink::done : ui::Ink::honour, icon);
            });
    };
    const std::string what = history_line(present, brief);
    const ui::TextLook what_look{.ink = ui::Ink::secondary};
    const auto add_history = [&] {
        column.add_optional(frame.measure(what, box.w, what_look).h,
                            [&frame, what, what_look](const ui::Rect& at) {
                                frame.text({at.x, at.y, at.w, at.h + 1}, what, what_look);
                            });
    };
    // The last one is the first to give way where room is short: not what staff have to do.
    const bool asks = brief != nullptr && (brief->was_typed || brief->is_unreadable);
    if (asks) add_history();
    add_status();
    if (!asks) add_history();
    column.add_space(100);
    column.draw(box);
}

} // namespace

float least_present_height(ui::Frame& frame) {
    return frame.measure("Ag献", 0, {.weight = ui::Weight::bold}).h + 2 * padding_mm;
}

void draw_present(ui::Frame& frame, const View& view, const ui::Rect& box) {
    const queue::TicketState* present = flow::staff::at_desk(view.session);
    // To measure, to see what was answered, to give a keepsake: the whole panel is pressed.
    const flow::staff::ReviewLine* visit =
        present == nullptr ? nullptr : flow::staff::review_line_of(view.session, present->ticket);
    const bool is_held = visit != nullptr && frame.is_pressed(open_visit);
    frame.panel(box, {.ground = is_held ? ui::Ground::action_tint : ui::Ground::card});
    if (present == nullptr) {
        text_that_fits(frame, box.inset(14, 2), tr("Nobody is at this desk"),
                       {.ink = ui::Ink::secondary, .align = ui::Align::centre},
                       frame.metrics().large_mm, frame.metrics().body_mm);
        return;
    }
    const float capital = std::min(ticket_capital_mm, box.h * 0.5F);
    frame.text_in({box.x + 10, box.y, ticket_width_mm, box.h}, present->ticket,
                  {.weight = ui::Weight::bold,
                   .ink = ui::Ink::action,
                   .capital_mm = capital_that_fits(frame, present->ticket, ticket_width_mm - 2,
                                                   capital, frame.metrics().body_mm),
                   .value = "at_desk"});
    const float x = box.x + ticket_width_mm + 16;
    draw_who(frame, view, *present,
             {x, box.y + padding_mm, box.right() - x - 10 - icon_mm, box.h - 2 * padding_mm});
    if (visit == nullptr) return;
    frame.icon({box.right() - padding_mm - icon_mm, box.centre_y() - icon_mm / 2, icon_mm, icon_mm},
               "chevron_right", ui::Ink::secondary);
    if (frame.target(open_visit, box, tr("Open the visit"), {.role = ui::Role::button})) {
        view.emit(flow::staff::ReviewOpened{.visit = visit->visit});
    }
}

} // namespace rexue::screens::staff
