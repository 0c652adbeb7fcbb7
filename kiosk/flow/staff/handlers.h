// What the rows of the staff table do.
#pragma once

#include "kiosk/flow/staff/transition.h"

namespace rexue::flow::staff {

// Says it for a while.
void remark(Session& session, Remark what, const Now& now);
// Asks for a list again in a moment.
void look_again_soon(LookAgain& list, const Now& now);
// Forgets who was signed in, and everybody they looked at.
void lock(Session& session);

using Handler = void (*)(Outcome& outcome, const Event& event, const Now& now);

void type_digit(Outcome&, const Event&, const Now&);
void erase(Outcome&, const Event&, const Now&);
void go_to_field(Outcome&, const Event&, const Now&);
void sign_in(Outcome&, const Event&, const Now&);
void signed_in(Outcome&, const Event&, const Now&);
void sign_in_refused(Outcome&, const Event&, const Now&);
void sign_out(Outcome&, const Event&, const Now&);
void take_desk(Outcome&, const Event&, const Now&);
void change_desk(Outcome&, const Event&, const Now&);
void ask(Outcome&, const Event&, const Now&);
void decided(Outcome&, const Event&, const Now&);
void refused(Outcome&, const Event&, const Now&);
void answer_help(Outcome&, const Event&, const Now&);
void use_language(Outcome&, const Event&, const Now&);
void use_larger_text(Outcome&, const Event&, const Now&);
void see_reviews(Outcome&, const Event&, const Now&);
void open_review(Outcome&, const Event&, const Now&);
void back(Outcome&, const Event&, const Now&);
void correct(Outcome&, const Event&, const Now&);
void choose_value(Outcome&, const Event&, const Now&);
void type_answer(Outcome&, const Event&, const Now&);
void keep_answer(Outcome&, const Event&, const Now&);
void measure(Outcome&, const Event&, const Now&);
void type_figure(Outcome&, const Event&, const Now&);
void type_point(Outcome&, const Event&, const Now&);
void erase_figure(Outcome&, const Event&, const Now&);
void keep_figure(Outcome&, const Event&, const Now&);
void see_match(Outcome&, const Event&, const Now&);
void sign_match(Outcome&, const Event&, const Now&);
void see_gifts(Outcome&, const Event&, const Now&);
void give_out(Outcome&, const Event&, const Now&);
void gift_counted(Outcome&, const Event&, const Now&);
void begin_decision(Outcome&, const Event&, const Now&);
void choose_kind(Outcome&, const Event&, const Now&);
void move_until(Outcome&, const Event&, const Now&);
void sign_decision(Outcome&, const Event&, const Now&);
void reviews_came(Outcome&, const Event&, const Now&);
void reviews_refused(Outcome&, const Event&, const Now&);
void review_came(Outcome&, const Event&, const Now&);
void step_refused(Outcome&, const Event&, const Now&);
void touched(Outcome&, const Event&, const Now&);
void briefs_changed(Outcome&, const Event&, const Now&);
void health_changed(Outcome&, const Event&, const Now&);
void house_changed(Outcome&, const Event&, const Now&);
void queue_moved(Outcome&, const Event&, const Now&);
void link_changed(Outcome&, const Event&, const Now&);
void ticked(Outcome&, const Event&, const Now&);

} // namespace rexue::flow::staff
