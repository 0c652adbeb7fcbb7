#include "kiosk/app/donor_surface.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "kiosk/app/card_codes.h"
#include "kiosk/app/day_watch.h"
#include "kiosk/app/donor_typing.h"
#include "kiosk/app/flow_runner.h"
#include "kiosk/app/help_about.h"
#include "kiosk/app/narrator.h"
#include "kiosk/app/screen_reader.h"
#include "kiosk/app/signature_files.h"
#include "kiosk/app/station_forms.h"
#include "kiosk/app/translate.h"
#include "kiosk/flow/donor/transition.h"
#include "kiosk/rules/queue/help.h"
#include "kiosk/screens/donor/donor_screens.h"
#include "kiosk/screens/donor/look.h"
#include "kiosk/screens/donor/slip.h"
#include "kiosk/ui/strings.h"

namespace rexue::app {

namespace {

namespace donor = flow::donor;

class DonorSurface final : public Surface {
  public:
    DonorSurface(Terminal& terminal, std::unique_ptr<Narrator> narrator,
                 const std::function<void()>& wake, std::filesystem::path han_table)
        : terminal_(terminal),
          typing_(input_method::Files::installed(std::move(han_table)), wake),
          runner_(donor::transition, {}, wake,
                  [this](const donor::Effect& effect, const flow::Now& now) {
                      std::visit([&](const auto& wanted) { run(wanted, now); }, effect);
                  }),
          narrator_(std::move(narrator)),
          codes_([this](std::string_view text) { return terminal_.verify_card(text); },
                 terminal.clock()) {}

    base::Status start(const DeviceOptions& options, DonorRules rules) {
        forms_ = std::move(rules.forms);
        runner_.post(donor::FormsChanged{.forms = forms_});
        runner_.post(donor::HonoursChanged{.honours = std::move(rules.honours)});
        auto devices = DonorDevices::create(options, [this](donor::Event event) {
            if (auto* scanned = std::get_if<donor::CodeScanned>(&event)) {
                scanned->text = codes_.in_words_of_the_flow(std::move(scanned->text));
            }
            runner_.post(std::move(event));
        });
        if (!devices) return base::fail(devices);
        devices_ = std::move(*devices);
        terminal_.start(
            {.house =
                 [this](const flow::House& house) {
                     runner_.post(donor::HouseChanged{.house = house});
                 },
             .queue =
                 [this](const queue::QueueState& queue) {
                     runner_.post(donor::QueueMoved{.queue = queue});
                 },
             .link = [this](flow::Link link) { runner_.post(donor::LinkChanged{.link = link}); },
             .health =
                 [this](const flow::Health& health) {
                     runner_.post(donor::HealthChanged{.health = health});
                 },
             .settings =
                 [this](const std::optional<std::string>& settings) {
                     runner_.post(donor::FormsChanged{.forms = as_station_reads(forms_, settings)});
                 }});
        return {};
    }

    bool pump(const flow::Now& now) override {
        if (day_.changed(now, session().house.utc_offset)) {
            terminal_.tell_queue();
        }
        const auto deadline = donor::next_deadline(session());
        if (deadline && now.steady >= *deadline) runner_.post(donor::Ticked{});
        auto typed = typing_.pump(today(now));
        if (typed.event) runner_.tap(std::move(*typed.event));
        const bool changed = runner_.pump(now);
        if (changed) after_change(now);
        return changed || typed.changed;
    }

    void draw(ui::Frame& frame, const flow::Now& now) override {
        const screens::donor::Emit emit = [this](donor::Event event) {
            // The screen says that it was signed; what was drawn is here.
            if (auto* tapped = std::get_if<donor::SignedTapped>(&event)) {
                tapped->signature = record_signature(drafts_.signature);
            }
            runner_.tap(std::move(event));
        };
        const screens::donor::Strike strike = [this](ui::keyboard::Keystroke keystroke) {
            typing_.strike(std::move(keystroke));
        };
        screens::donor::draw(frame, {.session = session(),
                                     .now = now,
                                     .emit = emit,
                                     .keyboard = {.typing = &typing_.typing(),
                                                  .verdict = typing_.verdict(today(now)),
                                                  .strike = &strike},
                                     .drafts = &drafts_});
    }

    // A finger interrupts what is being read; what it leads to is read next.
    void touched() override {
        narrator_->hush();
        runner_.post(donor::Touched{});
    }

    // Who works the terminal by keys hears where they are.
    void keyed() override {
        if (session().preferences.read_aloud == donor::ReadAloud::off) {
            runner_.tap(donor::ReadAloudTapped{});
        }
    }

    void repeat() override { reader_.repeat(); }

    void shown(const ui::SemanticTree& tree, const std::optional<ui::Focus>& focus) override {
        if (session().preferences.read_aloud == donor::ReadAloud::off) return;
        const auto reading = reader_.what_to_read(tree, focus);
        if (!reading) return;
        const std::string_view language = ui::current_language();
        switch (reading->what) {
            case ScreenReader::What::screen:
                return narrator_->read_screen(tree, language);
            case ScreenReader::What::thing:
                return narrator_->read_node(tree, reading->node, language);
            case ScreenReader::What::status:
                return narrator_->add_node(tree, reading->node, language);
        }
    }

    std::optional<std::chrono::milliseconds> next_deadline() const override {
        return donor::next_deadline(runner_.session());
    }

    std::optional<ui::Look> take_look() override { return std::exchange(look_, {}); }

    void back() override { runner_.tap(donor::BackTapped{}); }

    void take_tap(const donor::Event& tap) override { runner_.post(tap); }

    bool take_forget_request() override { return std::exchange(forget_requested_, false); }

  private:
    const donor::Session& session() const { return runner_.session(); }

    base::Date today(const flow::Now& now) const {
        return flow::date_in(session().house, now.wall);
    }

    void after_change(const flow::Now& now) {
        const donor::State state = session().state;
        typing_.follow(session());
        follow_drafts(now);
        devices_->look_for_codes(state == donor::State::attract ||
                                 state == donor::State::identify || state == donor::State::ticket);
        if (help_ && queue::help_has_ended(session().queue, *help_)) {
            help_.reset();
            runner_.post(donor::HelpSeen{});
        }
        end_mended_calls();
    }

    // Also of calls from before a restart: the log tells what they were about.
    void end_mended_calls() {
        std::erase_if(ended_calls_, [this](const base::Uuid& call) {
            return std::ranges::find(session().queue.help, call, &queue::HelpRequest::id) ==
                   session().queue.help.end();
        });
        for (const queue::HelpRequest& request : session().queue.help) {
            const bool is_own = request.terminal == terminal_.profile().terminal.value;
            if (!is_own || !is_mended(session(), request.about)) continue;
            if (std::ranges::find(ended_calls_, request.id) != ended_calls_.end()) continue;
            ended_calls_.push_back(request.id);
            terminal_.append(queue::EventKind::help_ended, request.id);
        }
    }

    // A date that is being chosen belongs to its question, a signature to the page it is asked on.
    void follow_drafts(const flow::Now& now) {
        if (session().state != donor::State::sign) drafts_.signature.clear();
        follow_question();
        follow_booking(now);
    }

    void follow_question() {
        const auto& question = session().visit.question;
        if (question == drafted_) return;
        drafted_ = question;
        drafts_.date = {};
        if (!question) return;
        const auto given = session().visit.answers->values(*question);
        const auto* date =
            given.empty() ? nullptr : std::get_if<questionnaire::FhirDate>(&given.front());
        if (date != nullptr && date->full()) {
            drafts_.date = ui::widgets::DateChoice::of(*date->full());
        }
    }

    // The calendar opens on the first possible day, which may be booked as it stands.
    void follow_booking(const flow::Now& now) {
        const bool is_booking = session().state == donor::State::book;
        if (is_booking == booking_is_open_) return;
        booking_is_open_ = is_booking;
        drafts_.date = {};
        const auto days =
            is_booking ? donor::bookable_days(session().visit.verdicts, today(now)) : std::nullopt;
        if (days) drafts_.date = ui::widgets::DateChoice::of(days->first);
    }

    void run(const donor::LookUp& wanted, const flow::Now&) {
        const int asked = ++lookup_;
        wire::DonorQuery query;
        (wanted.entry == donor::Entry::honour_card ? query.card_number : query.document_number) =
            wanted.number.str();
        request_ = terminal_.link().look_up_donor(
            query, [this, asked](const base::Result<wire::DonorBrief>& answer) {
                runner_.post_if([this, asked] { return asked == lookup_; }, event_of(answer));
            });
        for (auto* number : {&query.card_number, &query.document_number})
            if (*number) base::wipe(**number);
        // What is left to give out has changed since the house was asked last.
        terminal_.ask_for_house();
    }

    static donor::Event event_of(const base::Result<wire::DonorBrief>& answer) {
        if (answer) return donor::DonorFound{.donor = known_donor_of(*answer)};
        if (answer.error().code == base::ErrorCode::not_found) return donor::DonorNotKnown{};
        return donor::LookupFailed{};
    }

    static donor::Event event_of(const base::Result<std::string>& ticket) {
        if (ticket) return donor::TicketIssued{.ticket = *ticket};
        return donor::IssueFailed{};
    }

    void run(const donor::CancelLookUp&, const flow::Now&) {
        ++lookup_;
        if (request_) terminal_.link().cancel(*request_);
        request_.reset();
    }

    void run(const donor::IssueTicket& wanted, const flow::Now&) {
        const int asked = ++issue_;
        terminal_.check_in(
            wanted.visit, wanted.stage, [this, asked](const base::Result<std::string>& ticket) {
                runner_.post_if([this, asked] { return asked == issue_; }, event_of(ticket));
            });
    }

    void run(const donor::PrintTicket& wanted, const flow::Now& now) {
        devices_->printer().print(base::format_date(today(now)) + "-" + wanted.ticket,
                                  screens::donor::draw_slip({.ticket = wanted.ticket,
                                                             .intent = wanted.intent,
                                                             .wait = wanted.wait,
                                                             .moment = wanted.moment,
                                                             .printed_at = now.wall},
                                                            session().house));
    }

    void run(const donor::PrintReturnDays& wanted, const flow::Now& now) {
        // A slip of its own each time: the printer takes the same name for the same slip.
        devices_->printer().print(
            base::format_date(today(now)) + "-days-" +
                std::to_string(now.wall.time_since_epoch().count()),
            screens::donor::draw_return_slip(
                {.verdicts = wanted.verdicts, .booked = wanted.booked, .printed_at = now.wall},
                session().house));
    }

    void run(const donor::KeepBooking& wanted, const flow::Now&) {
        const int asked = ++booking_;
        terminal_.book(wanted.visit, wanted.wanted,
                       [this, asked, day = wanted.wanted.day](const base::Status& kept) {
                           runner_.post_if([this, asked] { return asked == booking_; },
                                           kept ? donor::Event(donor::BookingKept{.day = day})
                                                : donor::Event(donor::BookingFailed{}));
                       });
    }

    void run(const donor::AskForHelp&, const flow::Now&) {
        const base::Uuid call = terminal_.ask_for_help(
            help_about(session()), [this, asked = ++help_calls_](const base::Status& kept) {
                if (kept) return;
                runner_.post_if([this, asked] { return asked == help_calls_; },
                                donor::HelpFailed{});
            });
        // Whether somebody comes for a device is nothing that a donor waits for.
        if (session().help == donor::Help::none) return;
        help_ = call;
    }

    void run(const donor::ChimeOnce&, const flow::Now&) {
        narrator_->chime(ui::current_language());
    }

    void run(const donor::UsePreferences& wanted, const flow::Now&) {
        // A missing catalogue leaves the language as it is: shown wrong is better than not shown.
        [[maybe_unused]] const base::Status set = ui::set_language(wanted.preferences.language);
        look_ = screens::donor::look_of(wanted.preferences);
        narrator_->set_volume(wanted.preferences.volume);
        if (wanted.preferences.read_aloud == donor::ReadAloud::off) narrator_->hush();
        reader_.forget();
    }

    void run(const donor::Forget&, const flow::Now&) {
        ++issue_;
        ++booking_;
        drafts_ = {};
        drafted_.reset();
        typing_.wipe();
        codes_.forget();
        forget_requested_ = true;
        narrator_->hush();
        narrator_->set_volume(donor::Preferences::default_volume);
        reader_.forget();
    }

    Terminal& terminal_;
    DonorTyping typing_;
    screens::donor::Drafts drafts_;
    std::optional<questionnaire::Place> drafted_; // whose date is in the drafts
    bool booking_is_open_ = false;                // its day is
    FlowRunner<donor::Session, donor::Event, donor::Effect> runner_;
    DayWatch day_;
    DonorForms forms_; // with the books as they were shipped
    // The newest question of each kind; answers to older ones are dropped.
    int lookup_ = 0;
    int issue_ = 0;
    int booking_ = 0;
    int help_calls_ = 0;
    std::optional<client::RequestId> request_;
    std::optional<ui::Look> look_;
    ScreenReader reader_;
    std::unique_ptr<Narrator> narrator_;
    std::optional<base::Uuid> help_;
    std::vector<base::Uuid> ended_calls_; // ended, and still open in the queue as it was told
    bool forget_requested_ = false;
    CheckInCodes codes_;
    // Last: its threads post into the runner.
    std::unique_ptr<DonorDevices> devices_;
};

} // namespace

base::Result<std::unique_ptr<Surface>> make_donor_surface(
    Terminal& terminal, const DeviceOptions& devices, NarratorOptions narrator,
    const std::function<void()>& wake, std::filesystem::path han_table, DonorRules rules) {
    auto speaks = Narrator::create(std::move(narrator));
    if (!speaks) return base::fail(speaks);
    auto surface =
        std::make_unique<DonorSurface>(terminal, std::move(*speaks), wake, std::move(han_table));
    if (auto started = surface->start(devices, std::move(rules)); !started)
        return base::fail(started);
    return surface;
}

} // namespace rexue::app
