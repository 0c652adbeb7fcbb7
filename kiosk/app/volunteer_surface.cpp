#include "kiosk/app/volunteer_surface.h"

#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <variant>

#include "kiosk/app/flow_runner.h"
#include "kiosk/app/volunteer_translate.h"
#include "kiosk/flow/volunteer/transition.h"
#include "kiosk/screens/volunteer/sheet.h"
#include "kiosk/screens/volunteer/volunteer_screens.h"
#include "kiosk/ui/strings.h"

namespace rexue::app {

namespace {

namespace volunteer = flow::volunteer;

// A code that is still in view when the next card is asked for is not the next card.
constexpr std::chrono::seconds same_code_for{3};

class VolunteerSurface final : public Surface {
  public:
    VolunteerSurface(Terminal& terminal, std::function<void()> wake)
        : terminal_(terminal),
          runner_(volunteer::transition, {}, std::move(wake),
                  [this](const volunteer::Effect& effect, const flow::Now& now) {
                      std::visit([&](const auto& wanted) { run(wanted, now); }, effect);
                  }) {}

    base::Status start(VolunteerOptions options) {
        runner_.post(volunteer::HonoursChanged{.honours = std::move(options.honours)});
        auto devices =
            DonorDevices::create(options.devices, [this](const flow::donor::Event& event) {
                if (auto translated = volunteer_event_of(event))
                    runner_.post(std::move(*translated));
            });
        if (!devices) return base::fail(devices);
        devices_ = std::move(*devices);
        terminal_.start(
            {.house =
                 [this](const flow::House& house) {
                     runner_.post(volunteer::HouseChanged{.house = house});
                 },
             .queue = [](const queue::QueueState&) {},
             .link =
                 [this](flow::Link link) { runner_.post(volunteer::LinkChanged{.link = link}); },
             .cards =
                 [this](const client::CardsAsOf& as_of) {
                     runner_.post(
                         volunteer::TrustChanged{.trust = {.keys_as_of = as_of.keys,
                                                           .withdrawn_as_of = as_of.revocations}});
                 }});
        return {};
    }

    bool pump(const flow::Now& now) override {
        const auto deadline = next_deadline();
        if (deadline && now.steady >= *deadline) runner_.post(volunteer::Ticked{});
        const bool changed = runner_.pump(now);
        if (changed) devices_->look_for_codes(session().state == volunteer::State::scan);
        return changed;
    }

    void draw(ui::Frame& frame, const flow::Now& now) override {
        const screens::volunteer::Emit emit = [this](volunteer::Event event) {
            runner_.tap(std::move(event));
        };
        screens::volunteer::draw(frame, {.session = session(), .now = now, .emit = emit});
    }

    void touched() override { runner_.post(volunteer::Touched{}); }
    void back() override { runner_.tap(volunteer::BackTapped{}); }

    std::optional<std::chrono::milliseconds> next_deadline() const override {
        return volunteer::next_deadline(session());
    }

    std::optional<ui::Look> take_look() override { return std::exchange(look_, {}); }
    bool take_forget_request() override { return std::exchange(forget_requested_, false); }

  private:
    const volunteer::Session& session() const { return runner_.session(); }

    void run(const volunteer::VerifyCode& wanted, const flow::Now& now) {
        const size_t code = std::hash<std::string_view>()(wanted.text.str());
        const bool is_still_there = code == last_code_ && now.steady - seen_at_ < same_code_for;
        last_code_ = code;
        seen_at_ = now.steady;
        if (is_still_there) return;
        const int asked = ++verification_;
        const auto still_wanted = [this, asked] { return asked == verification_; };
        terminal_.verify_card_in_turn(
            wanted.text,
            {.found =
                 [this, still_wanted,
                  source = source_of(wanted.text.str())](const credential::Finding& finding) {
                     runner_.post_if(still_wanted,
                                     volunteer::CardVerified{.card = card_of(finding, source)});
                 },
             .shown_elsewhere =
                 [this, still_wanted] {
                     runner_.post_if(still_wanted, volunteer::CodeShownElsewhere{});
                 }});
    }

    void run(const volunteer::LookUp& wanted, const flow::Now& now) {
        const int asked = ++lookup_;
        wire::DonorQuery query;
        const bool by_document = wanted.by == volunteer::LookUp::By::document;
        (by_document ? query.document_number : query.card_number) = wanted.number.str();
        request_ = terminal_.link().look_up_donor(
            query,
            [this, asked, house = session().house, on = flow::date_in(session().house, now.wall)](
                const base::Result<wire::DonorBrief>& answer) {
                runner_.post_if([this, asked] { return asked == lookup_; },
                                holder_event_of(answer, house, on));
            });
        for (auto* number : {&query.card_number, &query.document_number})
            if (*number) base::wipe(**number);
    }

    void run(const volunteer::PrintSheet&, const flow::Now& now) {
        devices_->printer().print("benefits-" + std::to_string(now.wall.time_since_epoch().count()),
                                  screens::volunteer::draw_sheet(session(), now.wall));
    }

    void run(const volunteer::UseLanguage& wanted, const flow::Now&) {
        // A missing catalogue leaves the language as it is: shown wrong is better than not shown.
        [[maybe_unused]] const base::Status set = ui::set_language(wanted.language);
    }

    void run(const volunteer::UseText& wanted, const flow::Now&) {
        look_ = ui::Look{.text = static_cast<ui::TextStep>(wanted.step)};
    }

    void run(const volunteer::Forget&, const flow::Now& now) {
        // An answer that is still to come is about somebody else.
        ++verification_;
        ++lookup_;
        if (request_) terminal_.link().cancel(*request_);
        request_.reset();
        seen_at_ = now.steady;
        forget_requested_ = true;
    }

    Terminal& terminal_;
    FlowRunner<volunteer::Session, volunteer::Event, volunteer::Effect> runner_;
    std::optional<ui::Look> look_;
    int verification_ = 0;
    int lookup_ = 0;
    std::optional<client::RequestId> request_;
    size_t last_code_ = 0; // a hash: nothing of a card stays
    std::chrono::milliseconds seen_at_{0};
    bool forget_requested_ = false;
    // Last: its threads post into the runner.
    std::unique_ptr<DonorDevices> devices_;
};

} // namespace

base::Result<std::unique_ptr<Surface>> make_volunteer_surface(Terminal& terminal,
                                                              VolunteerOptions options,
                                                              std::function<void()> wake) {
    auto surface = std::make_unique<VolunteerSurface>(terminal, std::move(wake));
    if (auto started = surface->start(std::move(options)); !started) return base::fail(started);
    return surface;
}

} // namespace rexue::app
