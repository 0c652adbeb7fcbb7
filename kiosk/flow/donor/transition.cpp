#include "kiosk/flow/donor/transition.h"

#include <array>

#include "kiosk/flow/donor/handlers.h"

namespace rexue::flow::donor {

namespace {

template <typename E>
constexpr size_t on = kind_of<Event, E>();

using S = State;
using TableRow = Row<State, Handler>;

// What is personal to a state. What means the same everywhere is in `everywhere` below.
constexpr std::array table{
    TableRow{S::attract, on<StartTapped>, show_identify},
    TableRow{S::attract, on<DocumentRead>, take_document},
    TableRow{S::attract, on<DocumentCorrupt>, note_corrupt_document},
    TableRow{S::attract, on<CodeScanned>, take_code},

    TableRow{S::identify, on<BackTapped>, go_home},
    TableRow{S::identify, on<DocumentRead>, take_document},
    TableRow{S::identify, on<DocumentCorrupt>, note_corrupt_document},
    TableRow{S::identify, on<CodeScanned>, take_code},
    TableRow{S::identify, on<TypeNumberTapped>, show_number_pad},

    // Whoever finds the card after all lays it down.
    TableRow{S::typing_number, on<NumberTyped>, take_number},
    TableRow{S::typing_number, on<NumberLeftToStaff>, leave_number_to_staff},
    TableRow{S::typing_number, on<BackTapped>, start_over},
    TableRow{S::typing_number, on<DocumentRead>, take_document},
    TableRow{S::typing_number, on<DocumentCorrupt>, note_corrupt_document},
    TableRow{S::typing_number, on<CodeScanned>, take_code},

    TableRow{S::typing_name, on<NameTyped>, take_name},
    TableRow{S::typing_name, on<BackTapped>, back_to_number},
    TableRow{S::typing_name, on<DocumentRead>, take_document},
    TableRow{S::typing_name, on<CodeScanned>, take_code},

    TableRow{S::looking_up, on<BackTapped>, give_up_lookup},
    TableRow{S::looking_up, on<DonorFound>, recognise},
    TableRow{S::looking_up, on<DonorNotKnown>, welcome_first_time},
    TableRow{S::looking_up, on<LookupFailed>, go_on_unchecked},
    TableRow{S::looking_up, on<DocumentRead>, take_document},
    TableRow{S::looking_up, on<CodeScanned>, take_code},

    TableRow{S::confirm, on<ConfirmTapped>, show_choices},
    TableRow{S::confirm, on<NotMeTapped>, start_over},
    TableRow{S::confirm, on<BackTapped>, back_from_confirm},
    TableRow{S::confirm, on<DocumentRead>, take_document},
    TableRow{S::confirm, on<CodeScanned>, take_code},

    TableRow{S::choose, on<IntentTapped>, choose_intent},
    TableRow{S::choose, on<OtherChoicesTapped>, show_other_choices},
    TableRow{S::choose, on<ContinueTapped>, begin_questions},
    TableRow{S::choose, on<HonoursTapped>, open_honours},
    TableRow{S::choose, on<BackTapped>, back_to_confirm},
    // Somebody else's card must never be given a number under the first one's name.
    TableRow{S::choose, on<DocumentRead>, take_document},
    TableRow{S::choose, on<CodeScanned>, take_code},

    TableRow{S::question, on<AnswerTapped>, take_answer},
    TableRow{S::question, on<OptionTapped>, take_option},
    TableRow{S::question, on<ContinueTapped>, next_question},
    TableRow{S::question, on<BackTapped>, previous_question},
    TableRow{S::question, on<DocumentRead>, take_document},
    TableRow{S::question, on<CodeScanned>, take_code},

    TableRow{S::result, on<ContinueTapped>, leave_result},
    TableRow{S::result, on<OtherChoicesTapped>, choose_again},
    TableRow{S::result, on<TalkToStaffTapped>, talk_though_not_today},
    TableRow{S::result, on<BookTapped>, offer_days},
    TableRow{S::result, on<DoneTapped>, go_home},
    TableRow{S::result, on<BackTapped>, back_to_questions},
    TableRow{S::result, on<BookingKept>, show_booked},
    TableRow{S::result, on<BookingFailed>, booking_failed},
    TableRow{S::result, on<DocumentRead>, take_document},
    TableRow{S::result, on<CodeScanned>, take_code},

    TableRow{S::book, on<DayTapped>, book_day},
    TableRow{S::book, on<BookingKept>, show_booked},
    TableRow{S::book, on<BookingFailed>, booking_failed},
    TableRow{S::book, on<BackTapped>, back_to_result},
    TableRow{S::book, on<DocumentRead>, take_document},
    TableRow{S::book, on<CodeScanned>, take_code},

    TableRow{S::notice, on<ContinueTapped>, next_page},
    TableRow{S::notice, on<AgreeTapped>, agree},
    TableRow{S::notice, on<BackTapped>, previous_page},
    TableRow{S::notice, on<DocumentRead>, take_document},
    TableRow{S::notice, on<CodeScanned>, take_code},

    TableRow{S::data_use, on<ContinueTapped>, next_page},
    TableRow{S::data_use, on<AgreeTapped>, agree},
    TableRow{S::data_use, on<BackTapped>, previous_page},
    TableRow{S::data_use, on<DocumentRead>, take_document},
    TableRow{S::data_use, on<CodeScanned>, take_code},

    TableRow{S::sign, on<SignedTapped>, take_signature},
    TableRow{S::sign, on<SignWithStaffTapped>, sign_with_staff},
    TableRow{S::sign, on<BackTapped>, back_to_documents},
    TableRow{S::sign, on<DocumentRead>, take_document},
    TableRow{S::sign, on<CodeScanned>, take_code},

    TableRow{S::issuing, on<TicketIssued>, show_ticket},
    TableRow{S::issuing, on<IssueFailed>, send_to_staff},

    TableRow{S::ticket, on<DoneTapped>, go_home},
    TableRow{S::ticket, on<HonoursTapped>, open_honours},
    TableRow{S::ticket, on<QueueMoved>, follow_own_place},
    TableRow{S::ticket, on<LinkChanged>, follow_line_to_centre},
    // The next donor need not wait for the last one's number to leave the screen.
    TableRow{S::ticket, on<DocumentRead>, take_document},
    TableRow{S::ticket, on<CodeScanned>, take_code},

    TableRow{S::honours, on<ContinueTapped>, next_honours_page},
    TableRow{S::honours, on<BackTapped>, previous_honours_page},
    TableRow{S::honours, on<DoneTapped>, close_honours},
    TableRow{S::honours, on<DocumentRead>, take_document},
    TableRow{S::honours, on<CodeScanned>, take_code},

    TableRow{S::see_staff, on<DoneTapped>, go_home},
    TableRow{S::see_staff, on<BackTapped>, go_home},
    // It was on its way when patience ended: better late, while its donor is still here.
    TableRow{S::see_staff, on<TicketIssued>, show_ticket},
};

// The same in every state; a row of `table` comes first.
constexpr std::array everywhere{
    Rule<Handler>{on<LeaveTapped>, leave},
    Rule<Handler>{on<StayTapped>, stay},
    Rule<Handler>{on<Touched>, stay},
    Rule<Handler>{on<HelpTapped>, ask_for_help},
    Rule<Handler>{on<HelpSeen>, help_is_coming},
    Rule<Handler>{on<HelpFailed>, help_failed},
    Rule<Handler>{on<HealthChanged>, health_changed},
    Rule<Handler>{on<LanguageTapped>, use_language},
    Rule<Handler>{on<CareTapped>, switch_care},
    Rule<Handler>{on<ReachTapped>, switch_reach},
    Rule<Handler>{on<AdjustTapped>, switch_adjusting},
    Rule<Handler>{on<ContrastTapped>, use_contrast},
    Rule<Handler>{on<TextStepTapped>, use_text_step},
    Rule<Handler>{on<ReadAloudTapped>, switch_read_aloud},
    Rule<Handler>{on<VolumeTapped>, use_volume},
    Rule<Handler>{on<ReaderChanged>, reader_changed},
    Rule<Handler>{on<CameraChanged>, camera_changed},
    Rule<Handler>{on<PrinterChanged>, printer_changed},
    Rule<Handler>{on<SlipDone>, slip_done},
    Rule<Handler>{on<FormsChanged>, forms_changed},
    Rule<Handler>{on<HonoursChanged>, honours_changed},
    Rule<Handler>{on<HouseChanged>, house_changed},
    Rule<Handler>{on<QueueMoved>, queue_moved},
    Rule<Handler>{on<LinkChanged>, link_changed},
    Rule<Handler>{on<Ticked>, ticked},
};

} // namespace

bool is_handled(State state, size_t event_kind) {
    return find_handler(table, everywhere, state, event_kind) != nullptr;
}

Outcome transition(const Session& session, const Event& event, const Now& now) {
    // Going back from the choice of how the terminal looks leads to the visit behind it.
    const bool closes_choice = session.adjusting && std::holds_alternative<BackTapped>(event);
    Outcome outcome = step<Effect>(table, everywhere, session,
                                   closes_choice ? Event(AdjustTapped{}) : event, now);
    if (outcome.session.state != session.state) arm_idle(outcome.session, now);
    return outcome;
}

std::optional<std::chrono::milliseconds> next_deadline(const Session& session) {
    return earliest({session.notice ? Deadline(session.notice_until) : std::nullopt,
                     session.warned_until ? session.warned_until : session.idle_at,
                     session.issue_by, session.still_calling_at});
}

} // namespace rexue::flow::donor
