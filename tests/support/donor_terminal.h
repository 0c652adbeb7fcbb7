// A donor surface without a screen: things happen, time passes, and effects are kept for asking.
//
//   DonorTerminal terminal;
//   terminal.card(a_document()).known(a_donor()).tap<ConfirmTapped>();
//   EXPECT_EQ(terminal.state(), State::choose);
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "kiosk/flow/donor/transition.h"
#include "kiosk/rules/identity/card_code.h"
#include "tests/support/country_honours.h"
#include "tests/support/house_events.h"
#include "tests/support/houses.h"
#include "tests/support/talk_forms.h"

namespace rexue::support {

inline identity::IdentityDocument a_document(std::string number = "370202199001010011") {
    identity::IdentityDocument document;
    document.kind = identity::DocumentKind::resident;
    document.name = "示例甲";
    document.number = std::move(number);
    document.sex = identity::Sex::male;
    document.birth =
        base::Date(std::chrono::year(1990), std::chrono::month(1), std::chrono::day(1));
    return document;
}

inline identity::IdentityDocument another_document() {
    auto document = a_document("370202198512120022");
    document.name = "示例乙";
    return document;
}

// Nobody's: its area does not exist.
// A view: a copy would be somebody's to wipe.
inline std::string_view a_typed_number() {
    return "000000199206140019";
}

inline flow::donor::KnownDonor a_donor() {
    return {.id = "d-1",
            .masked_name = "示*甲",
            .masked_number = "3702**********0011",
            .masked_mobile = "138****0000",
            .donation_count = 8};
}

inline std::string a_card_code(std::string_view fourteen_digits = "37020000000001") {
    return "REXUE1:" + identity::make_card_number(fourteen_digits).value();
}

// Possible after the tattoo of `answer_with_tattoo`.
inline base::Date a_day_to_come() {
    return base::Date(std::chrono::year(2027), std::chrono::month(2), std::chrono::day(27));
}

class DonorTerminal {
  public:
    using Event = flow::donor::Event;
    using State = flow::donor::State;

    DonorTerminal() {
        session.house = a_house();
        session.house.place = "370200";
        session.honours = country_honours();
        session.forms = talk_forms();
        session.link = flow::Link::online;
        session.reader = flow::donor::Reader::ready;
        session.camera = flow::donor::Camera::working;
        session.printer = flow::donor::Printer::ready;
        now.wall = instant("2026-06-14T02:24:05.000Z");
    }

    DonorTerminal& on(const Event& event) {
        auto outcome = transition(session, event, now);
        session = std::move(outcome.session);
        effects = std::move(outcome.effects);
        return *this;
    }
    template <typename Tap>
    DonorTerminal& tap() {
        return on(Tap{});
    }

    DonorTerminal& card(const identity::IdentityDocument& document) {
        return on(flow::donor::DocumentRead{.document = document});
    }
    DonorTerminal& code(const std::string& text) {
        return on(flow::donor::CodeScanned{.text = text});
    }
    DonorTerminal& typed_number(std::string_view number = a_typed_number()) {
        return on(flow::donor::NumberTyped{.number = number});
    }
    DonorTerminal& typed_name(std::string_view name) {
        return on(flow::donor::NameTyped{.name = name});
    }
    DonorTerminal& known(const flow::donor::KnownDonor& donor = a_donor()) {
        return on(flow::donor::DonorFound{.donor = donor});
    }
    DonorTerminal& choose(queue::Intent intent) {
        return on(flow::donor::IntentTapped{.intent = intent});
    }
    // To the question on the screen.
    DonorTerminal& answer(std::vector<questionnaire::Value> values) {
        return on(flow::donor::AnswerTapped{.question = session.visit.question.value(),
                                            .values = std::move(values)});
    }
    // Everything that is asked, as somebody who may give; well, and nothing else.
    DonorTerminal& answer_well() {
        while (state() == State::question) {
            const auto& item =
                session.visit.answers->form().item(session.visit.question.value().item);
            answer({questionnaire::Value(item.link_id == "Q03")});
        }
        return *this;
    }
    // To the first question: a tattoo in February, so that nothing is possible before next year's.
    DonorTerminal& answer_with_tattoo() {
        using questionnaire::Value;
        const base::Date last(std::chrono::year(2026), std::chrono::month(2), std::chrono::day(3));
        answer({Value(true)}).answer({Value(true)});
        return answer({questionnaire::FhirDate::of(last)}).answer({Value(false)});
    }
    DonorTerminal& agree() {
        return tap<flow::donor::ContinueTapped>() // the notice's second page
            .tap<flow::donor::AgreeTapped>()
            .tap<flow::donor::AgreeTapped>();
    }
    DonorTerminal& sign() {
        return on(
            flow::donor::SignedTapped{.signature = {.strokes = "[[1,2,3,4]]", .png = "cG5n"}});
    }
    // From the choice to the number being made.
    DonorTerminal& talk() {
        tap<flow::donor::ContinueTapped>().answer_well();
        return tap<flow::donor::ContinueTapped>().agree().sign();
    }
    DonorTerminal& issued(const std::string& ticket) {
        return on(flow::donor::TicketIssued{.ticket = ticket});
    }
    DonorTerminal& language(const std::string& language) {
        return on(flow::donor::LanguageTapped{.language = language});
    }
    DonorTerminal& link(flow::Link link) { return on(flow::donor::LinkChanged{.link = link}); }

    // A whole visit up to a state.
    DonorTerminal& up_to(State wanted) {
        if (wanted == State::attract) return *this;
        if (wanted == State::out_of_service) return link(flow::Link::duplicate_terminal);
        if (wanted == State::identify) return tap<flow::donor::StartTapped>();
        if (wanted == State::typing_number || wanted == State::typing_name) {
            tap<flow::donor::StartTapped>().tap<flow::donor::TypeNumberTapped>();
            if (wanted == State::typing_number) return *this;
            return typed_number().tap<flow::donor::DonorNotKnown>();
        }
        card(a_document());
        if (wanted == State::looking_up) return *this;
        known();
        if (wanted == State::confirm) return *this;
        tap<flow::donor::ConfirmTapped>();
        if (wanted == State::choose) return *this;
        choose(queue::Intent::whole_blood_400).tap<flow::donor::ContinueTapped>();
        if (wanted == State::question) return *this;
        if (wanted == State::book) return answer_with_tattoo().tap<flow::donor::BookTapped>();
        answer_well();
        if (wanted == State::result) return *this;
        tap<flow::donor::ContinueTapped>();
        if (wanted == State::notice) return *this;
        tap<flow::donor::ContinueTapped>().tap<flow::donor::AgreeTapped>();
        if (wanted == State::data_use) return *this;
        tap<flow::donor::AgreeTapped>();
        if (wanted == State::sign) return *this;
        sign();
        if (wanted == State::honours) {
            return issued("A012").tap<flow::donor::HonoursTapped>();
        }
        if (wanted == State::issuing) return *this;
        if (wanted == State::see_staff) return tap<flow::donor::IssueFailed>();
        return issued("A012");
    }

    // Time goes by; every deadline on the way is ticked, as the application does.
    DonorTerminal& pass(std::chrono::milliseconds time) {
        const auto until = now.steady + time;
        std::vector<flow::donor::Effect> seen;
        for (auto due = next_deadline(session); due && *due <= until;
             due = next_deadline(session)) {
            move_to(std::max(*due, now.steady));
            on(flow::donor::Ticked{});
            seen.insert(seen.end(), effects.begin(), effects.end());
        }
        move_to(until);
        effects = std::move(seen);
        return *this;
    }

    State state() const { return session.state; }
    template <typename E>
    const E* effect() const {
        for (const auto& one : effects)
            if (const E* found = std::get_if<E>(&one)) return found;
        return nullptr;
    }
    template <typename E>
    size_t count() const {
        return static_cast<size_t>(std::ranges::count_if(
            effects, [](const auto& one) { return std::holds_alternative<E>(one); }));
    }

    // What a terminal looks like that has never seen this donor.
    flow::donor::Session as_never_used() const {
        flow::donor::Session fresh;
        fresh.house = session.house;
        fresh.forms = session.forms;
        fresh.honours = session.honours;
        fresh.queue = session.queue;
        fresh.link = session.link;
        fresh.reader = session.reader;
        fresh.camera = session.camera;
        fresh.printer = session.printer;
        return fresh;
    }

    flow::donor::Session session;
    flow::Now now;
    std::vector<flow::donor::Effect> effects; // of the last event

  private:
    void move_to(std::chrono::milliseconds steady) {
        now.wall += steady - now.steady;
        now.steady = steady;
    }
};

} // namespace rexue::support
