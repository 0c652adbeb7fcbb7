// What the rows of the donor table do. Each changes the session in place and adds effects.
#pragma once

#include "kiosk/flow/donor/transition.h"

namespace rexue::flow::donor {

using Handler = void (*)(Outcome& outcome, const Event& event, const Now& now);

// Coming in (handlers_entry.cpp).
void show_identify(Outcome&, const Event&, const Now&);
void take_document(Outcome&, const Event&, const Now&);
void note_corrupt_document(Outcome&, const Event&, const Now&);
void take_code(Outcome&, const Event&, const Now&);
void show_number_pad(Outcome&, const Event&, const Now&);
void take_number(Outcome&, const Event&, const Now&);
void leave_number_to_staff(Outcome&, const Event&, const Now&);
void take_name(Outcome&, const Event&, const Now&);
void back_to_number(Outcome&, const Event&, const Now&);
void give_up_lookup(Outcome&, const Event&, const Now&);
void recognise(Outcome&, const Event&, const Now&);
void welcome_first_time(Outcome&, const Event&, const Now&);
void go_on_unchecked(Outcome&, const Event&, const Now&);

// From "is this you?" to the number (handlers_visit.cpp).
void show_choices(Outcome&, const Event&, const Now&);
void back_from_confirm(Outcome&, const Event&, const Now&);
void start_over(Outcome&, const Event&, const Now&);
void choose_intent(Outcome&, const Event&, const Now&);
void show_other_choices(Outcome&, const Event&, const Now&);
void issue_ticket(Outcome&, const Event&, const Now&);
void back_to_confirm(Outcome&, const Event&, const Now&);
void show_ticket(Outcome&, const Event&, const Now&);
void send_to_staff(Outcome&, const Event&, const Now&);
void follow_own_place(Outcome&, const Event&, const Now&);
void follow_line_to_centre(Outcome&, const Event&, const Now&);
void go_home(Outcome&, const Event&, const Now&);

// The talk (handlers_talk.cpp).
void begin_questions(Outcome&, const Event&, const Now&);
void take_answer(Outcome&, const Event&, const Now&);
void take_option(Outcome&, const Event&, const Now&);
void next_question(Outcome&, const Event&, const Now&);
void previous_question(Outcome&, const Event&, const Now&);
void leave_result(Outcome&, const Event&, const Now&);
void choose_again(Outcome&, const Event&, const Now&);
void talk_though_not_today(Outcome&, const Event&, const Now&);
void back_to_questions(Outcome&, const Event&, const Now&);
void next_page(Outcome&, const Event&, const Now&);
void previous_page(Outcome&, const Event&, const Now&);
void agree(Outcome&, const Event&, const Now&);
void back_to_documents(Outcome&, const Event&, const Now&);
void take_signature(Outcome&, const Event&, const Now&);
void sign_with_staff(Outcome&, const Event&, const Now&);
void forms_changed(Outcome&, const Event&, const Now&);

// A day to come again (handlers_booking.cpp).
void offer_days(Outcome&, const Event&, const Now&);
void book_day(Outcome&, const Event&, const Now&);
void back_to_result(Outcome&, const Event&, const Now&);
void show_booked(Outcome&, const Event&, const Now&);
void booking_failed(Outcome&, const Event&, const Now&);

// What the donor has come to (handlers_honours.cpp).
void open_honours(Outcome&, const Event&, const Now&);
void next_honours_page(Outcome&, const Event&, const Now&);
void previous_honours_page(Outcome&, const Event&, const Now&);
void close_honours(Outcome&, const Event&, const Now&);
void honours_changed(Outcome&, const Event&, const Now&);

// The same in every state (handlers_everywhere.cpp).
void leave(Outcome&, const Event&, const Now&);
void stay(Outcome&, const Event&, const Now&);
void ask_for_help(Outcome&, const Event&, const Now&);
void help_is_coming(Outcome&, const Event&, const Now&);
void help_failed(Outcome&, const Event&, const Now&);
void health_changed(Outcome&, const Event&, const Now&);
void reader_changed(Outcome&, const Event&, const Now&);
void camera_changed(Outcome&, const Event&, const Now&);
void printer_changed(Outcome&, const Event&, const Now&);
void slip_done(Outcome&, const Event&, const Now&);
void house_changed(Outcome&, const Event&, const Now&);
void queue_moved(Outcome&, const Event&, const Now&);
void link_changed(Outcome&, const Event&, const Now&);
void ticked(Outcome&, const Event&, const Now&);

// How the terminal looks and speaks (handlers_preferences.cpp).
void use_language(Outcome&, const Event&, const Now&);
void switch_care(Outcome&, const Event&, const Now&);
void switch_reach(Outcome&, const Event&, const Now&);
void switch_adjusting(Outcome&, const Event&, const Now&);
void use_contrast(Outcome&, const Event&, const Now&);
void use_text_step(Outcome&, const Event&, const Now&);
void switch_read_aloud(Outcome&, const Event&, const Now&);
void use_volume(Outcome&, const Event&, const Now&);

// Shared by them.
bool is_barred(const Session& session);
void call_staff(Outcome& outcome);
// How long the line is before this visit's number, as far as is known.
void update_wait(Session& session);
void arm_idle(Session& session, const Now& now);
void say(Session& session, Notice notice, const Now& now);
// Where a visit begins again, unless this terminal may not take anybody in any more.
void go_to_identify(Session& session);
// The visit ends: everything of the donor is forgotten, the terminal is as it was.
void forget_visit(Outcome& outcome, const Now& now);

} // namespace rexue::flow::donor
