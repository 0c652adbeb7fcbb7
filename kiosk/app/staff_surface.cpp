#include "kiosk/app/staff_surface.h"

#include <utility>
#include <variant>

#include "kiosk/app/call_ids.h"
#include "kiosk/app/day_watch.h"
#include "kiosk/app/staff_keys.h"
#include "kiosk/app/staff_reviews.h"
#include "kiosk/app/staff_runner.h"
#include "kiosk/app/step_ids.h"
#include "kiosk/app/translate.h"
#include "kiosk/screens/staff/staff_screens.h"
#include "kiosk/ui/strings.h"

namespace rexue::app {

namespace {

namespace staff = flow::staff;

wire::CallCommand command_of(staff::Command command) {
    switch (command) {
        case staff::Command::next:
            return wire::CallCommand::next;
        case staff::Command::recall:
            return wire::CallCommand::recall;
        case staff::Command::missed:
            return wire::CallCommand::missed;
        case staff::Command::arrived:
            return wire::CallCommand::arrived;
        case staff::Command::served:
            return wire::CallCommand::served;
        case staff::Command::undo:
            return wire::CallCommand::undo;
    }
    std::unreachable();
}

staff::Remark sign_in_remark(const base::Error& error) {
    switch (error.code) {
        case base::ErrorCode::unauthenticated:
            return staff::Remark::wrong_number_or_pin;
        case base::ErrorCode::forbidden:
            return staff::Remark::not_allowed;
        case base::ErrorCode::too_many_requests:
            return staff::Remark::too_many_tries;
        default:
            return staff::Remark::server_away;
    }
}

staff::Remark remark_of(const base::Error& error) {
    // The line's own trouble, which the head of the screen names.
    if (client::says_duplicate_terminal(error)) return staff::Remark::server_away;
    switch (error.code) {
        case base::ErrorCode::conflict:
            return staff::Remark::moved_on;
        case base::ErrorCode::unauthenticated:
            return staff::Remark::session_ended;
        case base::ErrorCode::forbidden:
            return staff::Remark::not_allowed;
        default:
            return staff::Remark::server_away;
    }
}

staff::Remark call_remark(const base::Error& error) {
    const bool nobody = error.code == base::ErrorCode::not_found;
    return nobody ? staff::Remark::nobody_waits : remark_of(error);
}

staff::Remark review_remark(const base::Error& error) {
    const bool refused = error.code == base::ErrorCode::invalid_argument;
    return refused ? staff::Remark::not_possible : remark_of(error);
}

class StaffSurface final : public Surface {
  public:
    StaffSurface(Terminal& terminal, const time::Clock& clock, std::function<void()> wake)
        : terminal_(terminal),
          clock_(clock),
          runner_(staff::transition, {}, std::move(wake),
                  [this](const staff::Effect& effect, const flow::Now&) {
                      std::visit([&](const auto& wanted) { run(wanted); }, effect);
                  }) {
        terminal_.start(
            {.house =
                 [this](const flow::House& house) {
                     runner_.post(staff::HouseChanged{.house = house});
                 },
             .queue =
                 [this](const queue::QueueState& queue) {
                     runner_.post(staff::QueueMoved{.queue = queue});
                 },
             .link = [this](flow::Link link) { runner_.post(staff::LinkChanged{.link = link}); },
             .health =
                 [this](const flow::Health& health) {
                     runner_.post(staff::HealthChanged{.health = health});
                 },
             .placed = [this](const base::Uuid& event) { call_ids_.answered(event); }});
    }

    bool pump(const flow::Now& now) override {
        if (day_.changed(now, runner_.session().house.utc_offset)) {
            terminal_.tell_queue();
        }
        const auto deadline = next_deadline();
        if (deadline && now.steady >= *deadline) runner_.post(staff::Ticked{});
        return runner_.pump(now);
    }

    void draw(ui::Frame& frame, const flow::Now& now) override {
        const screens::staff::Emit emit = [this](staff::Event event) {
            runner_.tap(std::move(event));
        };
        screens::staff::draw(frame, {.session = runner_.session(), .now = now, .emit = emit});
    }

    void touched() override { runner_.post(staff::Touched{}); }

    std::optional<ui::Look> take_look() override { return std::exchange(look_, {}); }

    bool take_key(const window::KeyInput& key) override {
        const auto event = staff_event_of(key, runner_.session());
        if (event) runner_.tap(*event);
        return event.has_value();
    }

    std::optional<std::chrono::milliseconds> next_deadline() const override {
        return staff::next_deadline(runner_.session());
    }

  private:
    void run(const staff::SignIn& wanted) {
        wire::SignIn typed{.staff = wanted.number.str(), .pin = wanted.pin.str()};
        const int asked = ++sign_in_;
        terminal_.link().sign_in(
            typed, [this, asked](const base::Result<wire::StaffSession>& answer) {
                runner_.post_if([this, asked] { return asked == sign_in_; }, event_of(answer));
            });
        base::wipe(typed.pin);
    }

    static staff::Event event_of(const base::Result<wire::StaffSession>& answer) {
        if (!answer) return staff::SignInRefused{.why = sign_in_remark(answer.error())};
        return staff::SignedIn{.token = answer->token,
                               .name = answer->name,
                               .expires = answer->expires,
                               .role = role_of(answer->role)};
    }

    void run(const staff::Call& wanted) {
        const wire::CallRequest request{.id = call_ids_.id_for(wanted, clock_.wall()),
                                        .command = command_of(wanted.command),
                                        .service_point = wanted.service_point,
                                        .ticket = wanted.ticket};
        terminal_.link().call(
            request, wanted.token,
            [this, id = request.id,
             token = wanted.token](const base::Result<wire::CallDecision>& answer) {
                if (answer || !client::is_link_failure(answer.error())) call_ids_.answered(id);
                if (answer) {
                    terminal_.take_decision(answer->decided);
                    answer_session(runner_, token, staff::Decided{});
                } else {
                    answer_session(runner_, token,
                                   staff::CallRefused{.why = call_remark(answer.error())});
                }
            });
    }

    void run(const staff::FetchBriefs& wanted) {
        terminal_.link().visit_briefs(
            wanted.token,
            [this, token = wanted.token](const base::Result<wire::VisitBriefs>& answer) {
                if (!answer) return;
                answer_session(runner_, token, staff::BriefsChanged{.briefs = briefs_of(*answer)});
            });
    }

    void run(const staff::FetchReviews& wanted) {
        terminal_.link().reviews(wanted.token, [this, token = wanted.token](
                                                   const base::Result<wire::ReviewBriefs>& answer) {
            if (answer) {
                answer_session(runner_, token, staff::ReviewsCame{.reviews = reviews_of(*answer)});
            } else {
                answer_session(runner_, token,
                               staff::ReviewsRefused{.why = review_remark(answer.error())});
            }
        });
    }

    void run(const staff::FetchReview& wanted) {
        terminal_.link().review(
            wanted.visit, wanted.token,
            [this, visit = wanted.visit, token = wanted.token](
                const base::Result<wire::Review>& answer) { take_review(visit, token, answer); });
    }

    void run(const staff::TakeStep& wanted) {
        const wire::ReviewStep step = step_ids_.step_for(wanted, clock_.wall());
        terminal_.link().take_step(wanted.visit, step, wanted.token,
                                   [this, id = step.id, visit = wanted.visit, token = wanted.token](
                                       const base::Result<wire::Review>& answer) {
                                       if (answer || !client::is_link_failure(answer.error()))
                                           step_ids_.answered(id);
                                       take_review(visit, token, answer);
                                   });
    }

    void run(const staff::GiveOut& wanted) {
        const auto action =
            wanted.takes_back ? wire::GiftAction::take_back : wire::GiftAction::give;
        terminal_.link().give_out(
            wanted.visit, {.offer = wanted.offer, .action = action}, wanted.token,
            [this, visit = wanted.visit,
             token = wanted.token](const base::Result<wire::GiftAnswer>& answer) {
                if (answer) {
                    answer_session(runner_, token,
                                   staff::GiftCounted{.visit = visit,
                                                      .offer = answer->offer,
                                                      .is_given = answer->given,
                                                      .left = answer->left});
                } else {
                    answer_session(
                        runner_, token,
                        staff::StepRefused{.why = review_remark(answer.error()), .visit = visit});
                }
            });
    }

    void take_review(const base::Uuid& visit, const std::string& token,
                     const base::Result<wire::Review>& answer) {
        if (answer) {
            answer_session(runner_, token, staff::ReviewCame{.review = review_of(*answer)});
        } else {
            answer_session(
                runner_, token,
                staff::StepRefused{.why = review_remark(answer.error()), .visit = visit});
        }
    }

    void run(const staff::AnswerHelp& wanted) {
        terminal_.append(queue::EventKind::help_answered, wanted.request);
    }

    void run(const staff::UseLanguage& wanted) {
        // A missing catalogue leaves the language as it is: shown wrong is better than not shown.
        [[maybe_unused]] const base::Status set = ui::set_language(wanted.language);
    }

    void run(const staff::UseText& wanted) {
        look_ = ui::Look{.text = static_cast<ui::TextStep>(wanted.step)};
    }

    Terminal& terminal_;
    const time::Clock& clock_;
    std::optional<ui::Look> look_;
    StaffRunner runner_;
    int sign_in_ = 0; // the newest; answers to older ones are dropped
    DayWatch day_;
    CallIds call_ids_;
    StepIds step_ids_;
};

} // namespace

std::unique_ptr<Surface> make_staff_surface(Terminal& terminal, const time::Clock& clock,
                                            std::function<void()> wake) {
    return std::make_unique<StaffSurface>(terminal, clock, std::move(wake));
}

} // namespace rexue::app
