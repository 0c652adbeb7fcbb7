// This terminal's side of the house: profile, line to the server, outbox, and the house log.
#pragma once

#include <atomic>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include "kiosk/app/worker.h"
#include "kiosk/flow/donor/booking.h"
#include "kiosk/flow/donor/visit.h"
#include "kiosk/flow/health.h"
#include "kiosk/flow/house.h"
#include "kiosk/flow/link.h"
#include "kiosk/rules/queue/log_view.h"
#include "net/client/card_trust.h"
#include "net/client/event_follower.h"
#include "net/client/profile.h"
#include "net/client/server_link.h"
#include "net/client/uploader.h"
#include "net/outbox/outbox.h"
#include "platform/storage/file_lock.h"
#include "platform/time/clock.h"

namespace rexue::app {

// Called from the terminal's threads; they hand on and never block.
struct TerminalSinks {
    // At the start what was kept of the house, without stages when nothing was.
    std::function<void(const flow::House&)> house;
    std::function<void(const queue::QueueState&)> queue;
    std::function<void(flow::Link)> link;
    // May be left out.
    std::function<void(const flow::Health&)> health = {};
    std::function<void(const base::Uuid&)> placed = {}; // the server has an event in its log
    // With each house: what its station sets in rulebooks, as JSON; none: nothing.
    std::function<void(const std::optional<std::string>&)> settings = {};
    // How old what honour cards are verified with is: at the start, and whenever it is newer.
    std::function<void(const client::CardsAsOf&)> cards = {};
};

// What comes of a code that was scanned; from the terminal's threads.
struct CardSinks {
    std::function<void(credential::Finding)> found; // once
    // Later, and only of a dynamic code that was valid here: another terminal has shown it.
    std::function<void()> shown_elsewhere;
};

struct TerminalOptions {
    std::filesystem::path profile;
    outbox::OutboxOptions outbox;
    // Which machine this is, 64 hex digits; empty: found out from the machine's own id.
    std::string instance;
    // Dates that the proven server sends: a floor for a clock that woke up in 1970.
    std::function<void(base::Instant)> on_server_date;
    // Whether the machine's own clock is behind that floor. Any thread.
    std::function<bool()> clock_is_behind;
    // A cable that development pulls; outlives the terminal. Null: the machine's own.
    client::LineSwitch* line = nullptr;
};

class Terminal {
  public:
    // Starts talking to the server at once and goes on without it. Errors are this machine's own:
    // not enrolled, a profile that others can read or another process uses, a disk that fails.
    // `clock` outlives the terminal.
    static base::Result<std::unique_ptr<Terminal>> create(const TerminalOptions& options,
                                                          const time::Clock& clock);
    ~Terminal();
    Terminal(const Terminal&) = delete;
    Terminal& operator=(const Terminal&) = delete;

    // Once, when the surface is ready for events.
    void start(TerminalSinks sinks);
    // After it no sink is called any more; the surface may go. What is in the outbox stays there.
    void stop();

    // Any thread but the window's: a dynamic code is kept on the disk. As CardTrust::verify, now;
    // before start(), after stop() and on a board: unreadable.
    credential::Finding verify_card(std::string_view text,
                                    const client::CardTrust::SecondWord& second_word = {});
    // Any thread: the same on the worker's. Unreadable when too much waits there.
    void verify_card_in_turn(const base::SecretText& text, const CardSinks& sinks);

    const time::Clock& clock() const { return clock_; }
    const client::Profile& profile() const { return profile_; }
    client::ServerLink& link() { return *link_; }

    // Makes number, event and sealed record durable in one transaction, then answers with the
    // ticket; from the worker's thread.
    void check_in(const flow::donor::Visit& visit, const std::string& stage,
                  const std::function<void(base::Result<std::string>)>& done);

    // The house as it is now comes by the sink, if the server answers.
    void ask_for_house();

    // Makes the sealed booking durable; from the worker's thread.
    void book(const flow::donor::Visit& visit, const flow::donor::DayToBook& wanted,
              const std::function<void(const base::Status&)>& done);

    // Asks for staff; `about` is one of queue::help_about, or empty for a person. As `append`.
    base::Uuid ask_for_help(std::string_view about,
                            const std::function<void(const base::Status&)>& done = {});

    // An event of this terminal's own that has no ticket: asking for help, answering it.
    // The id is known at once; storing it is the worker's, who then says whether it is kept. What
    // is not kept has not happened: nobody will hear of it. When too much waits, `done` is called
    // from here.
    base::Uuid append(queue::EventKind kind, std::optional<base::Uuid> undoes = {},
                      const std::function<void(const base::Status&)>& done = {});

    // A decision of the server's that came as an answer: seen at once, counted once when the
    // stream brings it too.
    void take_decision(const wire::SequencedEvent& decided);

    // Tells the queue of today, on this thread: empty on a new day before its first event. Any
    // thread.
    void tell_queue();

  private:
    Terminal(client::Profile profile, storage::FileLock lock, outbox::TerminalKey key,
             const time::Clock& clock);

    base::Status open_outbox(const outbox::OutboxOptions& options);
    base::Status open_link(const TerminalOptions& options);
    void open_cards();
    void tell_cards();
    void fetch_house(client::ServerLink& link);
    void take_house(const wire::House& house);
    void recall_own_events();
    void check_health();
    base::Date today() const;
    queue::QueueState queue() const;
    queue::HouseEvent new_event(queue::EventKind kind) const;
    base::Result<std::vector<outbox::Item>> check_in_items(const flow::donor::Visit& visit,
                                                           const std::string& stage, int count,
                                                           queue::HouseEvent& event);
    base::Status keep_booking(const flow::donor::Visit& visit,
                              const flow::donor::DayToBook& wanted);
    base::Uuid append(const queue::HouseEvent& event,
                      const std::function<void(const base::Status&)>& done);
    base::Status keep(const queue::HouseEvent& event);
    void add_own(const queue::HouseEvent& event);
    void take_snapshot(const wire::EventPage& page);
    void follow(const wire::SequencedEvent& sequenced);
    void keep_numbers_apart(const std::vector<queue::HouseEvent>& events);

    client::Profile profile_;
    storage::FileLock lock_;
    outbox::TerminalKey key_;
    const time::Clock& clock_;
    TerminalSinks sinks_;
    std::function<bool()> clock_is_behind_;

    std::atomic<bool> stopping_{false};
    std::mutex telling_;       // held from the reading of the queue until it is told
    mutable std::mutex mutex_; // guards log_ and utc_offset_; taken after telling_
    queue::LogView log_;
    std::chrono::minutes utc_offset_{480};

    // In the order in which they lean on each other.
    std::unique_ptr<outbox::Outbox> outbox_;
    std::unique_ptr<Worker> worker_;
    std::unique_ptr<client::ServerLink> link_;
    std::unique_ptr<client::Uploader> uploader_;
    std::unique_ptr<client::EventFollower> follower_;
    std::mutex cards_mutex_; // guards the next one
    std::unique_ptr<client::CardTrust> cards_;
};

} // namespace rexue::app
