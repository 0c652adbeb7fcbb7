// The real server in this process, with the sample house, and terminals enrolled with it.
#pragma once

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "kiosk/rules/queue/house_event.h"
#include "kiosk/rules/queue/ticket_number.h"
#include "net/client/enrolment.h"
#include "net/client/instance_id.h"
#include "net/client/server_link.h"
#include "net/outbox/outbox.h"
#include "net/server/server.h"
#include "net/server/setup.h"
#include "net/server/store/sqlite_store.h"
#include "platform/time/clock.h"
#include "tests/support/test_folder.h"

namespace rexue::client {

inline const wire::HouseId sample_house("qd-wusi");
inline constexpr std::chrono::minutes sample_offset{480};
inline constexpr std::string_view this_machine = "0123456789abcdef0123456789abcdef";

// Copies of one house have the same keys, as backups do; a stranger has its own.
enum class Keys { of_the_house, of_a_stranger };

// The machine's time, which a test can withhold: whoever asks for it waits, as on a machine that
// is busy with something else.
class HoldableClock final : public time::Clock {
  public:
    base::Instant wall() const override {
        std::unique_lock lock(mutex_);
        let_go_.wait(lock, [this] { return !held_; });
        return machine_.wall();
    }
    time::Moment steady() const override { return machine_.steady(); }

    void hold() {
        const std::lock_guard lock(mutex_);
        held_ = true;
    }
    void let_go() {
        {
            const std::lock_guard lock(mutex_);
            held_ = false;
        }
        let_go_.notify_all();
    }

  private:
    time::SystemClock machine_;
    mutable std::mutex mutex_;
    mutable std::condition_variable let_go_;
    bool held_ = false;
};

class HouseServer {
  public:
    explicit HouseServer(Keys keys = Keys::of_the_house) {
        // Hashing the sample's PINs takes a second: once a program is enough.
        static const PreparedFolder house;
        if (keys == Keys::of_the_house) {
            std::filesystem::copy(house.path(), folder_.path(),
                                  std::filesystem::copy_options::recursive);
        } else {
            prepare(folder_.path());
        }
        start();
    }

    // On the same port as before.
    void start() {
        auto started = server::Server::create({.data = data_,
                                               .assets = REXUE_SOURCE_DIR "/assets",
                                               .port = port_,
                                               .clock = &server_clock_,
                                               .heartbeat = std::chrono::milliseconds(50)});
        REXUE_ASSERT(started.has_value());
        server_ = std::move(*started);
        port_ = server_->port();
    }
    void stop() { server_.reset(); }

    // Requests are taken and not answered, until they may be.
    void stall() { server_clock_.hold(); }
    void go_on() { server_clock_.let_go(); }

    // Stops the server and starts it with a certificate for these names alone.
    void rename(std::vector<std::string> hosts) {
        stop();
        const auto ready =
            server::init({.data = data_, .names = {.hosts = std::move(hosts)}}, clock_);
        REXUE_ASSERT(ready.has_value());
        start();
    }

    std::string url() const { return "https://127.0.0.1:" + std::to_string(port_); }
    const server::DataFolder& data() const { return data_; }
    const time::SystemClock& clock() const { return clock_; }

    std::string code(wire::SurfaceKind surface, const std::string& letter) const {
        return *server::make_enrolment_code(
            data_, {.house = sample_house, .surface = surface, .ticket_letter = letter}, clock_);
    }

    EnrolmentPlan plan(const std::filesystem::path& folder,
                       wire::SurfaceKind surface = wire::SurfaceKind::donor) const {
        return {.folder = folder,
                .server_url = url(),
                .code = code(surface, surface == wire::SurfaceKind::donor ? free_letter() : ""),
                .trust = {.ca_file = data_.authority_certificate()}};
    }

    // A letter is one terminal's until it is revoked.
    std::string free_letter() const {
        const auto store = *server::SqliteStore::open(data_.database());
        std::string letter = "A";
        while (*store->letter_holder(sample_house, letter))
            ++letter.front();
        return letter;
    }

    // Revokes all donor terminals.
    void free_letters() const {
        const auto store = *server::SqliteStore::open(data_.database());
        for (std::string letter = "A"; letter <= "Z"; ++letter.front()) {
            const auto holder = *store->letter_holder(sample_house, letter);
            if (holder) REXUE_ASSERT(store->revoke(*holder, clock_.wall()).has_value());
        }
    }

  private:
    static void prepare(const std::filesystem::path& folder) {
        const auto ready =
            server::init({.data = {folder},
                          .sample = std::filesystem::path(REXUE_SOURCE_DIR) / "assets" / "sample"},
                         time::SystemClock());
        REXUE_ASSERT(ready.has_value());
    }

    struct PreparedFolder : support::TestFolder {
        PreparedFolder() { prepare(path()); }
    };

    support::TestFolder folder_;
    time::SystemClock clock_;
    HoldableClock server_clock_;
    server::DataFolder data_{folder_.path()};
    std::uint16_t port_ = 0;
    std::unique_ptr<server::Server> server_;
};

// An enrolled terminal: its profile, its outbox and what it makes of a visit.
class TestTerminal {
  public:
    explicit TestTerminal(const HouseServer& house,
                          wire::SurfaceKind surface = wire::SurfaceKind::donor)
        : clock_(house.clock()) {
        auto enrolled = enrol(house.plan(folder_.path() / "profile", surface), clock_);
        REXUE_ASSERT(enrolled.has_value());
        profile_ = std::move(*enrolled);
        outbox_ = std::move(*outbox::Outbox::open(profile_.outbox_path(), clock_));
    }

    const Profile& profile() const { return profile_; }
    outbox::Outbox& outbox() { return *outbox_; }

    ServerLinkOptions link_options(std::string_view machine = this_machine) const {
        auto options = client::link_options(profile_, instance_id(machine, profile_.id));
        options.first_probe = std::chrono::milliseconds(20);
        options.longest_probe = std::chrono::milliseconds(50);
        return options;
    }

    std::unique_ptr<ServerLink> link() const {
        return std::move(*ServerLink::create(link_options(), clock_));
    }

    base::Date today() const { return base::local_time(clock_.wall(), sample_offset).date; }

    // A visit as a donor terminal makes it: event and sealed record in one transaction. `fill` says
    // what the record holds besides.
    using Fill = std::function<void(wire::VisitRecord&)>;
    base::Result<outbox::CheckedIn> check_in(const Fill& fill = {}) {
        return outbox_->check_in(today(), [&](int count) { return visit(count, fill); });
    }

  private:
    base::Result<std::vector<outbox::Item>> visit(int count, const Fill& fill) {
        const queue::TicketNumber ticket{.letter = profile_.ticket_letter.front(), .count = count};
        const queue::HouseEvent event{.id = base::make_uuid_v7(clock_.wall()),
                                      .house = profile_.house.value,
                                      .terminal = profile_.terminal.value,
                                      .at = clock_.wall(),
                                      .day = today(),
                                      .kind = queue::EventKind::checked_in,
                                      .ticket = ticket.to_string(),
                                      .visit = base::make_uuid_v7(clock_.wall()),
                                      .stage = "examination",
                                      .intent = queue::Intent::whole_blood_400};
        wire::VisitRecord record{.visit = *event.visit,
                                 .house = profile_.house,
                                 .ticket = *event.ticket,
                                 .checked_in_at = event.at,
                                 .name = "测试人甲"};
        if (fill) fill(record);
        const auto sealed =
            outbox::seal(record, 1, profile_.terminal, profile_.sealing_key, *load_key(profile_));
        if (!sealed) return base::fail(sealed);
        return std::vector{*outbox::event_item(today(), queue::to_json(event)),
                           outbox::record_item(today(), *event.visit, *sealed)};
    }

    const time::Clock& clock_;
    support::TestFolder folder_;
    Profile profile_;
    std::unique_ptr<outbox::Outbox> outbox_;
};

} // namespace rexue::client
