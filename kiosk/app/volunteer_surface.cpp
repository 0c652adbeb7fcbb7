#include "kiosk/app/volunteer_surface.h"

#include <optional>
#include <string>
#include <utility>
#include <variant>

#include "kiosk/app/flow_runner.h"
#include "kiosk/app/volunteer_translate.h"
#include "kiosk/flow/volunteer/transition.h"
#include "kiosk/rule_files/honours_files.h"
#include "kiosk/screens/volunteer/sheet.h"
#include "kiosk/screens/volunteer/volunteer_screens.h"
#include "kiosk/ui/strings.h"
#include "platform/log/catalogue.h"

namespace rexue::app {

namespace {

namespace volunteer = flow::volunteer;

// A code that is still in view when the next card is asked for is not the next card.
constexpr std::chrono::seconds same_code_for{3};

class VolunteerSurface final : public Surface {
  public:
    VolunteerSurface(Terminal& terminal, CardVerifier& verifier, std::function<void()> wake)
        : terminal_(terminal),
          verifier_(verifier),
          runner_(volunteer::transition, {}, std::move(wake),
                  [this](const volunteer::Effect& effect, const flow::Now& now) {
                      std::visit([&](const auto& wanted) { run(wanted, now); }, effect);
                  }) {}

    base::Status start(const VolunteerOptions& options) {
        if (auto honours = rule_files::read_honours(options.assets)) {
            runner_.post(volunteer::HonoursChanged{
                .honours = std::make_shared<const honour::Honours>(std::move(*honours))});
        } else {
            log::write(log::honours_not_read, honours.error());
        }
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
                 [this](flow::Link link) { runner_.post(volunteer::LinkChanged{.link = link}); }});
        return {};
    }

    bool pump(const flow::Now& now) override {
        const auto trust = verifier_.trust();
        if (trust != session().trust) runner_.post(volunteer::TrustChanged{.trust = trust});
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
        const bool is_still_there =
            wanted.text == last_code_ && now.steady - seen_at_ < same_code_for;
        last_code_ = wanted.text;
        seen_at_ = now.steady;
        if (is_still_there) return;
        runner_.post(
            volunteer::CardVerified{.card = card_of(verifier_.verify(wanted.text.str(), now.wall),
                                                    source_of(wanted.text.str()))});
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
                                event_of(answer, house, on));
            });
        for (auto* number : {&query.card_number, &query.document_number})
            if (*number) base::wipe(**number);
    }

    static volunteer::Event event_of(const base::Result<wire::DonorBrief>& answer,
                                     const flow::House& house, base::Date on) {
        if (answer) {
            return volunteer::HolderFound{.name = base::SecretText(answer->masked_name),
                                          .record = record_of(*answer, house, on)};
        }
        if (answer.error().code == base::ErrorCode::not_found) return volunteer::HolderUnknown{};
        return volunteer::LookUpFailed{};
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
        ++lookup_; // an answer that is still to come is about somebody else
        if (request_) terminal_.link().cancel(*request_);
        request_.reset();
        seen_at_ = now.steady;
        forget_requested_ = true;
    }

    Terminal& terminal_;
    CardVerifier& verifier_;
    FlowRunner<volunteer::Session, volunteer::Event, volunteer::Effect> runner_;
    std::optional<ui::Look> look_;
    int lookup_ = 0;
    std::optional<client::RequestId> request_;
    base::SecretText last_code_;
    std::chrono::milliseconds seen_at_{0};
    bool forget_requested_ = false;
    // Last: its threads post into the runner.
    std::unique_ptr<DonorDevices> devices_;
};

} // namespace

base::Result<std::unique_ptr<Surface>> make_volunteer_surface(Terminal& terminal,
                                                              CardVerifier& verifier,
                                                              const VolunteerOptions& options,
                                                              std::function<void()> wake) {
    auto surface = std::make_unique<VolunteerSurface>(terminal, verifier, std::move(wake));
    if (auto started = surface->start(options); !started) return base::fail(started);
    return surface;
}

} // namespace rexue::app
