#include "kiosk/app/terminal.h"

#include <algorithm>
#include <utility>

#include "kiosk/app/translate.h"
#include "kiosk/app/waiting_events.h"
#include "kiosk/rules/queue/ticket_number.h"
#include "net/client/first_house.h"
#include "net/outbox/sealing.h"
#include "platform/log/catalogue.h"

namespace rexue::app {

base::Result<std::unique_ptr<Terminal>> Terminal::create(const TerminalOptions& options,
                                                         const time::Clock& clock) {
    auto profile = client::load_profile(options.profile);
    if (!profile) return base::fail(profile);
    auto lock = storage::FileLock::take(client::lock_path(options.profile));
    if (!lock) return base::fail(lock);
    auto key = client::load_key(*profile);
    if (!key) return base::fail(key);
    std::unique_ptr<Terminal> terminal(
        new Terminal(std::move(*profile), std::move(*lock), std::move(*key), clock));
    if (auto opened = terminal->open_outbox(options.outbox); !opened) return base::fail(opened);
    if (auto opened = terminal->open_link(options); !opened) return base::fail(opened);
    return terminal;
}

Terminal::Terminal(client::Profile profile, storage::FileLock lock, outbox::TerminalKey key,
                   const time::Clock& clock)
    : profile_(std::move(profile)), lock_(std::move(lock)), key_(std::move(key)), clock_(clock) {}

Terminal::~Terminal() {
    stop();
}

// What calls into this object ends before what it calls into goes.
void Terminal::stop() {
    stopping_ = true;
    std::unique_ptr<client::CardTrust> cards;
    {
        const std::lock_guard lock(cards_mutex_);
        cards = std::move(cards_);
    }
    cards.reset();
    follower_.reset();
    uploader_.reset();
    link_.reset();
    worker_.reset();
}

base::Status Terminal::open_outbox(const outbox::OutboxOptions& options) {
    auto opened = outbox::Outbox::open(profile_.outbox_path(), clock_, options);
    if (!opened && opened.error().code == base::ErrorCode::corrupt) {
        // The damaged file has been moved aside; the house goes on with a new one.
        log::write(log::outbox_moved_aside, opened.error());
        opened = outbox::Outbox::open(profile_.outbox_path(), clock_, options);
    }
    if (!opened) return base::fail(opened);
    outbox_ = std::move(*opened);
    return {};
}

base::Status Terminal::open_link(const TerminalOptions& options) {
    client::ServerLinkOptions link_options = client::link_options(
        profile_, options.instance.empty() ? this_instance(profile_) : options.instance);
    link_options.http.line = options.line;
    link_options.on_server_date = options.on_server_date;
    clock_is_behind_ = options.clock_is_behind;
    auto link = client::ServerLink::create(std::move(link_options), clock_);
    if (!link) return base::fail(link);
    link_ = std::move(*link);
    return {};
}

void Terminal::start(TerminalSinks sinks) {
    sinks_ = std::move(sinks);
    worker_ = std::make_unique<Worker>();
    const auto cached = link_->cached_house();
    if (cached && cached->house == profile_.house) {
        take_house(*cached);
    } else {
        sinks_.house({}); // said, not guessed: the surface decides what it can do without
    }
    recall_own_events();

    link_->monitor().listen([this, link = link_.get()](const client::LinkState& state) {
        const bool works = state.condition == client::LinkCondition::online;
        log::write(works ? log::link_works : log::link_changed,
                   {{"condition", client::word_of(state.condition)}, {"detail", state.detail}});
        sinks_.link(link_of(state.condition));
        if (works) fetch_house(*link);
    });
    fetch_house(*link_);

    open_cards();
    uploader_ = std::make_unique<client::Uploader>(
        *link_, *outbox_,
        client::UploaderOptions{.on_report = [this](const client::UploadReport& report) {
            if (report.quarantined > 0) {
                log::write(log::items_quarantined, {{"count", report.quarantined}});
            }
            // Also when the server has taken something: it may be what an operator put back.
            if (report.quarantined + report.acknowledged > 0) check_health();
        }});
    follower_ = std::make_unique<client::EventFollower>(
        link_->http(), client::FollowerOptions{.house = profile_.house},
        client::FollowerSink{
            .on_snapshot = [this](const wire::EventPage& page) { take_snapshot(page); },
            .on_event = [this](const wire::SequencedEvent& event) { follow(event); },
            .on_stream = [](const base::Status&) {}});
}

// A board shows no cards to anybody.
void Terminal::open_cards() {
    if (profile_.surface == wire::SurfaceKind::board) return;
    {
        // What is heard meanwhile is told after it.
        const std::lock_guard lock(cards_mutex_);
        auto opened = client::CardTrust::create(*link_,
                                                {.cache = profile_.card_trust_path(),
                                                 .seen_codes = profile_.seen_codes_path(),
                                                 .on_change = [this] { tell_cards(); }},
                                                clock_);
        if (!opened) return log::write(log::cards_not_verified, opened.error());
        cards_ = std::move(*opened);
    }
    tell_cards();
}

void Terminal::tell_cards() {
    if (stopping_ || !sinks_.cards) return;
    client::CardsAsOf as_of;
    {
        const std::lock_guard lock(cards_mutex_);
        if (!cards_) return;
        as_of = cards_->as_of();
    }
    sinks_.cards(as_of);
}

credential::Finding Terminal::verify_card(std::string_view text,
                                          const client::CardTrust::SecondWord& second_word) {
    // Held for the call: a device may ask while the terminal stops.
    const std::lock_guard lock(cards_mutex_);
    return cards_ ? cards_->verify(text, clock_.wall(), second_word) : credential::Finding{};
}

void Terminal::verify_card_in_turn(const base::SecretText& text, const CardSinks& sinks) {
    const bool accepted = worker_->post([this, text, sinks] {
        sinks.found(verify_card(text.str(),
                                [this, tell = sinks.shown_elsewhere](const credential::Finding&) {
                                    // Behind this very task: the second word never overtakes the
                                    // first.
                                    worker_->post(tell);
                                }));
    });
    if (!accepted) sinks.found({});
}

void Terminal::fetch_house(client::ServerLink& link) {
    // While the link goes down its last changes of state still come in.
    if (stopping_) return;
    link.house([this](const base::Result<client::HouseAnswer>& answer) {
        if (answer && answer->house.house == profile_.house) take_house(answer->house);
    });
}

void Terminal::ask_for_house() {
    fetch_house(*link_);
}

void Terminal::take_house(const wire::House& house) {
    {
        const std::lock_guard lock(mutex_);
        utc_offset_ = std::chrono::minutes(house.utc_offset_minutes);
    }
    if (sinks_.settings) sinks_.settings(house.station_settings);
    sinks_.house(house_of(house));
    check_health();
}

// What was made without a line counts after a restart without a line too.
void Terminal::recall_own_events() {
    const auto waiting = waiting_events(*outbox_, today());
    if (!waiting) return log::write(log::own_events_not_read, waiting.error());
    if (waiting->empty()) return;
    {
        const std::lock_guard lock(mutex_);
        for (const queue::HouseEvent& event : *waiting)
            log_.add_own(event);
    }
    tell_queue();
}

void Terminal::check_health() {
    if (!sinks_.health) return;
    worker_->post([this] {
        const auto counts = outbox_->counts();
        if (!counts) return; // a disk that fails is told by what it could not keep
        sinks_.health({.kept_back = static_cast<int>(counts->quarantined),
                       .clock_is_behind = clock_is_behind_ && clock_is_behind_()});
    });
}

base::Date Terminal::today() const {
    const std::lock_guard lock(mutex_);
    return base::local_time(clock_.wall(), utc_offset_).date;
}

queue::HouseEvent Terminal::new_event(queue::EventKind kind) const {
    queue::HouseEvent event;
    event.at = clock_.wall();
    event.id = base::make_uuid_v7(event.at);
    event.house = profile_.house.value;
    event.terminal = profile_.terminal.value;
    event.day = today();
    event.kind = kind;
    return event;
}

base::Result<std::vector<outbox::Item>> Terminal::check_in_items(const flow::donor::Visit& visit,
                                                                 const std::string& stage,
                                                                 int count,
                                                                 queue::HouseEvent& event) {
    if (profile_.ticket_letter.empty()) {
        return base::fail(base::ErrorCode::unsupported, "this terminal gives no tickets");
    }
    const queue::TicketNumber number{.letter = profile_.ticket_letter.front(), .count = count};
    event.ticket = number.to_string();
    event.visit = base::make_uuid_v7(event.at);
    event.stage = stage;
    event.intent = visit.intent;
    auto event_item = outbox::event_item(event.day, queue::to_json(event));
    if (!event_item) return base::fail(event_item);

    wire::VisitRecord record = record_of(visit, {.visit = *event.visit,
                                                 .house = profile_.house,
                                                 .ticket = *event.ticket,
                                                 .at = event.at,
                                                 .today = event.day});
    const auto sealed = outbox::seal(record, 1, profile_.terminal, profile_.sealing_key, key_);
    outbox::wipe(record);
    if (!sealed) return base::fail(sealed);
    return std::vector{std::move(*event_item),
                       outbox::record_item(event.day, sealed->visit, *sealed)};
}

void Terminal::check_in(const flow::donor::Visit& visit, const std::string& stage,
                        const std::function<void(base::Result<std::string>)>& done) {
    const bool accepted = worker_->post([this, visit, stage, done] {
        queue::HouseEvent event = new_event(queue::EventKind::checked_in);
        const auto stored = outbox_->check_in(
            event.day, [&](int count) { return check_in_items(visit, stage, count, event); });
        if (!stored) {
            log::write(log::check_in_failed, stored.error());
            done(base::fail(stored));
            return;
        }
        add_own(event);
        done(*event.ticket);
    });
    if (!accepted) done(base::fail(base::ErrorCode::limit_exceeded, "too much disk work waits"));
}

base::Status Terminal::keep_booking(const flow::donor::Visit& visit,
                                    const flow::donor::DayToBook& wanted) {
    const base::Instant now = clock_.wall();
    wire::BookingRecord record = booking_of(
        visit, wanted, {.booking = base::make_uuid_v7(now), .house = profile_.house, .at = now});
    const auto sealed = outbox::seal(record, profile_.terminal, profile_.sealing_key, key_);
    outbox::wipe(record);
    if (!sealed) return base::fail(sealed);
    const auto item = outbox::booking_item(today(), *sealed);
    const auto kept = outbox_->append(std::span(&item, 1));
    if (!kept) return base::fail(kept);
    return {};
}

void Terminal::book(const flow::donor::Visit& visit, const flow::donor::DayToBook& wanted,
                    const std::function<void(const base::Status&)>& done) {
    const bool accepted = worker_->post([this, visit, wanted, done] {
        const base::Status kept = keep_booking(visit, wanted);
        if (!kept) log::write(log::booking_failed, kept.error());
        done(kept);
    });
    if (!accepted) done(base::fail(base::ErrorCode::limit_exceeded, "too much disk work waits"));
}

base::Uuid Terminal::ask_for_help(std::string_view about,
                                  const std::function<void(const base::Status&)>& done) {
    queue::HouseEvent event = new_event(queue::EventKind::help_requested);
    if (!about.empty()) event.about = about;
    return append(event, done);
}

base::Uuid Terminal::append(queue::EventKind kind, std::optional<base::Uuid> undoes,
                            const std::function<void(const base::Status&)>& done) {
    queue::HouseEvent event = new_event(kind);
    event.undoes = undoes;
    return append(event, done);
}

base::Uuid Terminal::append(const queue::HouseEvent& event,
                            const std::function<void(const base::Status&)>& done) {
    const auto settle = [done](const base::Status& kept) {
        if (!kept) log::write(log::event_not_kept, kept.error());
        if (done) done(kept);
    };
    const bool accepted = worker_->post([this, event, settle] {
        const base::Status kept = keep(event);
        if (kept) add_own(event);
        settle(kept);
    });
    if (!accepted) settle(base::fail(base::ErrorCode::limit_exceeded, "too much disk work waits"));
    return event.id;
}

base::Status Terminal::keep(const queue::HouseEvent& event) {
    const auto item = outbox::event_item(event.day, queue::to_json(event));
    if (!item) return base::fail(item);
    const auto kept = outbox_->append(std::span(&*item, 1));
    if (!kept) return base::fail(kept);
    return {};
}

void Terminal::add_own(const queue::HouseEvent& event) {
    {
        const std::lock_guard lock(mutex_);
        log_.add_own(event);
    }
    tell_queue();
}

void Terminal::take_snapshot(const wire::EventPage& page) {
    std::vector<queue::HouseEvent> events;
    for (const wire::SequencedEvent& sequenced : page.events) {
        // An event of a newer server that this terminal cannot read is not this terminal's.
        if (auto event = queue::event_from_json(sequenced.event)) events.push_back(*event);
    }
    {
        const std::lock_guard lock(mutex_);
        log_.take_snapshot(events, page.last);
    }
    for (const queue::HouseEvent& event : events)
        if (sinks_.placed) sinks_.placed(event.id);
    keep_numbers_apart(events);
    tell_queue();
}

void Terminal::follow(const wire::SequencedEvent& sequenced) {
    const auto event = queue::event_from_json(sequenced.event);
    if (!event) return;
    {
        const std::lock_guard lock(mutex_);
        log_.follow(*event, sequenced.sequence);
    }
    if (sinks_.placed) sinks_.placed(event->id);
    tell_queue();
}

void Terminal::take_decision(const wire::SequencedEvent& decided) {
    if (const auto event = queue::event_from_json(decided.event)) add_own(*event);
}

// A terminal whose disk was lost, or whose letter came from another machine, learns from the
// house log which of its numbers are taken.
void Terminal::keep_numbers_apart(const std::vector<queue::HouseEvent>& events) {
    if (profile_.ticket_letter.empty()) return;
    int highest = 0;
    const base::Date day = today();
    for (const queue::HouseEvent& event : events) {
        if (event.day != day || !event.ticket) continue;
        const auto number = queue::parse_ticket_number(*event.ticket);
        if (number && number->letter == profile_.ticket_letter.front()) {
            highest = std::max(highest, number->count);
        }
    }
    if (highest == 0) return;
    worker_->post([this, day, highest] {
        const auto raised = outbox_->raise_ticket(day, highest);
        if (!raised) log::write(log::number_not_raised, raised.error());
    });
}

queue::QueueState Terminal::queue() const {
    const base::Date day = today();
    const std::lock_guard lock(mutex_);
    if (log_.state().day == day) return log_.state();
    queue::QueueState empty;
    empty.day = day;
    return empty;
}

// Of two that tell at once, the one that read first must not be heard last.
void Terminal::tell_queue() {
    const std::lock_guard lock(telling_);
    sinks_.queue(queue());
}

} // namespace rexue::app
