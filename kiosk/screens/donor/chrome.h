// What frames every donor screen: the head, the question, the foot, and the remarks between.
#pragma once

#include <string_view>

#include "kiosk/screens/donor/donor_screens.h"

namespace rexue::screens::donor {

// Steps of a visit as the foot shows them (登记 · 取号).
enum class VisitStep { check_in, ticket };

enum class BackButton { hidden, shown };

// House, city, date, time; the language switch.
void draw_head(ui::Frame& frame, const View& view);

// The question, and a line that explains it. Returns the y below.
float draw_question(ui::Frame& frame, std::string_view question, std::string_view explanation);

// Steps, "back", "call staff", "leave".
void draw_foot(ui::Frame& frame, const View& view, VisitStep step, BackButton back);
// On the attract screen: only "call staff".
void draw_help_button(ui::Frame& frame, const View& view, const ui::Rect& rect);

// What the donor should know right now: a notice, the reader's condition, the line being down.
// Draws nothing when all is well. Returns the y below: what follows must not be pressed, because a
// remark that comes or goes moves it.
float draw_remarks(ui::Frame& frame, const View& view, float y);
// The one remark that matters once somebody is checked in, a notice or the line, in a place that
// is kept free for it: what follows stays where it is. Returns the y below.
float draw_remark_in_its_place(ui::Frame& frame, const View& view, float y);

// No card can be read, and laying it down anew will not help.
bool reader_is_down(const Session& session);

// The middle of the screen between question and foot: where the answers stand.
ui::Rect answers_area(const ui::Frame& frame);

} // namespace rexue::screens::donor
