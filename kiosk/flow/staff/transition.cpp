#include "kiosk/flow/staff/transition.h"

#include <array>

#include "kiosk/flow/staff/handlers.h"

namespace rexue::flow::staff {

namespace {

template <typename E>
constexpr size_t on = kind_of<Event, E>();

using S = State;
using TableRow = Row<State, Handler>;

constexpr std::array table{
    TableRow{S::signed_out, on<DigitTapped>, type_digit},
    TableRow{S::signed_out, on<EraseTapped>, erase},
    TableRow{S::signed_out, on<FieldTapped>, go_to_field},
    TableRow{S::signed_out, on<SignInTapped>, sign_in},

    TableRow{S::signing_in, on<SignedIn>, signed_in},
    TableRow{S::signing_in, on<SignInRefused>, sign_in_refused},

    TableRow{S::choose_desk, on<DeskTapped>, take_desk},
    TableRow{S::choose_desk, on<SignOutTapped>, sign_out},

    TableRow{S::desk, on<CommandTapped>, ask},
    TableRow{S::desk, on<AnswerHelpTapped>, answer_help},
    TableRow{S::desk, on<ChangeDeskTapped>, change_desk},
    TableRow{S::desk, on<SignOutTapped>, sign_out},
    TableRow{S::desk, on<ReviewsTapped>, see_reviews},
    TableRow{S::desk, on<ReviewOpened>, open_review},

    TableRow{S::reviews, on<ReviewOpened>, open_review},
    TableRow{S::reviews, on<BackTapped>, back},

    TableRow{S::review, on<CorrectTapped>, correct},
    TableRow{S::review, on<MeasureTapped>, measure},
    TableRow{S::review, on<MatchTapped>, see_match},
    TableRow{S::review, on<GiftsTapped>, see_gifts},
    TableRow{S::review, on<DecideTapped>, begin_decision},
    TableRow{S::review, on<BackTapped>, back},

    TableRow{S::correcting, on<ValueTapped>, choose_value},
    TableRow{S::correcting, on<DigitTapped>, type_answer},
    TableRow{S::correcting, on<PointTapped>, type_point},
    TableRow{S::correcting, on<EraseTapped>, erase_figure},
    TableRow{S::correcting, on<KeepTapped>, keep_answer},
    TableRow{S::correcting, on<BackTapped>, back},

    TableRow{S::measuring, on<DigitTapped>, type_figure},
    TableRow{S::measuring, on<PointTapped>, type_point},
    TableRow{S::measuring, on<EraseTapped>, erase_figure},
    TableRow{S::measuring, on<KeepTapped>, keep_figure},
    TableRow{S::measuring, on<BackTapped>, back},

    TableRow{S::matching, on<SignMatchTapped>, sign_match},
    TableRow{S::matching, on<BackTapped>, back},

    TableRow{S::giving, on<GiftTapped>, give_out},
    TableRow{S::giving, on<BackTapped>, back},

    TableRow{S::deciding, on<KindTapped>, choose_kind},
    TableRow{S::deciding, on<UntilTapped>, move_until},
    TableRow{S::deciding, on<SignDecisionTapped>, sign_decision},
    TableRow{S::deciding, on<BackTapped>, back},
};

constexpr std::array everywhere{
    // An answer may come after the desk was left.
    Rule<Handler>{on<Decided>, decided},
    Rule<Handler>{on<CallRefused>, refused},
    Rule<Handler>{on<LanguageTapped>, use_language},
    Rule<Handler>{on<TextTapped>, use_larger_text},
    Rule<Handler>{on<Touched>, touched},
    Rule<Handler>{on<BriefsChanged>, briefs_changed},
    Rule<Handler>{on<ReviewsCame>, reviews_came},
    Rule<Handler>{on<ReviewsRefused>, reviews_refused},
    Rule<Handler>{on<ReviewCame>, review_came},
    Rule<Handler>{on<GiftCounted>, gift_counted},
    Rule<Handler>{on<StepRefused>, step_refused},
    Rule<Handler>{on<HealthChanged>, health_changed},
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
    return step<Effect>(table, everywhere, session, event, now);
}

std::optional<std::chrono::milliseconds> next_deadline(const Session& session) {
    return earliest({session.lock_at,
                     session.remark ? Deadline(session.remark_until) : std::nullopt,
                     session.briefs_again.at, session.reviews_again.at});
}

} // namespace rexue::flow::staff
