#include "net/client/event_follower.h"

#include <optional>
#include <string>
#include <utility>

#include "net/client/answer.h"
#include "net/client/sse_parser.h"

namespace rexue::client {

namespace {

constexpr size_t max_event_bytes = 8 * 1024 * 1024;

} // namespace

// Lives on the client thread. A new attempt has a new number; what still arrives for an earlier
// one is thrown away.
class EventFollower::Impl : public std::enable_shared_from_this<Impl> {
  public:
    Impl(HttpClient& http, FollowerOptions options, FollowerSink sink)
        : http_(http),
          options_(std::move(options)),
          sink_(std::move(sink)),
          last_(options_.after),
          backoff_(options_.first_retry, options_.longest_retry, options_.seed) {}

    void connect() {
        ++attempt_;
        parser_.emplace(max_event_bytes);
        opened_.reset();
        Request request{
            .path = "/v1/houses/" + options_.house.value + "/events?after=" + std::to_string(last_),
            .headers = {{"Accept", "text/event-stream"}},
            .total_timeout = std::chrono::milliseconds(0),
            .on_data =
                [self = weak_from_this(), attempt = attempt_](std::string_view bytes) {
                    if (const auto alive = self.lock()) alive->take(attempt, bytes);
                },
        };
        if (last_ > 0) request.headers.push_back({"Last-Event-ID", std::to_string(last_)});
        request_ = http_.send(std::move(request), [self = weak_from_this(), attempt = attempt_](
                                                      const base::Result<Response>& response) {
            if (const auto alive = self.lock()) alive->ended(attempt, response);
        });
        watch_silence();
    }

    void stop() {
        ++attempt_;
        http_.cancel(request_);
        if (timer_) http_.stop_timer(*std::exchange(timer_, std::nullopt));
        sink_ = {};
    }

  private:
    using SteadyClock = std::chrono::steady_clock;

    void set_timer(std::chrono::milliseconds delay, void (Impl::*then)()) {
        if (timer_) http_.stop_timer(*timer_);
        timer_ = http_.after(delay, [this, then] {
            timer_.reset();
            (this->*then)();
        });
    }

    void watch_silence() { set_timer(options_.silence_limit, &Impl::fall_silent); }

    void fall_silent() { retry({base::ErrorCode::timeout, "the event stream has fallen silent"}); }

    void ended(std::uint64_t attempt, const base::Result<Response>& response) {
        if (attempt != attempt_) return;
        retry(response ? base::Error{base::ErrorCode::unavailable, "the event stream has ended"}
                       : response.error());
    }

    // Leaves this attempt and makes the next one after a while.
    void retry(base::Error why) {
        ++attempt_;
        http_.cancel(request_);
        // A server that accepts and hangs up at once must not be asked at full speed.
        if (opened_ && SteadyClock::now() - *opened_ > options_.silence_limit / 3) {
            backoff_.reset();
        }
        tell_stream(std::unexpected(std::move(why)));
        set_timer(backoff_.next(), &Impl::connect);
    }

    void tell_stream(base::Status status) {
        const bool changed = status.has_value() != following_;
        following_ = status.has_value();
        if (changed && sink_.on_stream) sink_.on_stream(std::move(status));
    }

    void take(std::uint64_t attempt, std::string_view bytes) {
        if (attempt != attempt_) return;
        if (!opened_) opened_ = SteadyClock::now();
        watch_silence();
        tell_stream({});
        const auto events = parser_->feed(bytes);
        if (!events) return retry(events.error());
        for (const ServerSentEvent& event : *events) {
            const auto status = deliver(event);
            // A sink may have ended this follower, and a gap this attempt.
            if (attempt != attempt_) return;
            if (!status) return retry(status.error());
        }
    }

    base::Status deliver(const ServerSentEvent& event) {
        if (event.name == "snapshot") return deliver_snapshot(event.data);
        if (event.name == "house") return deliver_event(event.data);
        return {}; // a newer server may send more
    }

    base::Status deliver_snapshot(const std::string& data) {
        auto page = read_message<wire::EventPage>(data, max_event_bytes);
        if (!page) return base::fail(page);
        last_ = page->last;
        backoff_.reset();
        if (sink_.on_snapshot) sink_.on_snapshot(std::move(*page));
        return {};
    }

    base::Status deliver_event(const std::string& data) {
        auto event = read_message<wire::SequencedEvent>(data, max_event_bytes);
        if (!event) return base::fail(event);
        if (event->sequence <= last_) return {}; // had already
        if (event->sequence != last_ + 1) {
            return base::fail(base::ErrorCode::conflict, "the event stream has a gap");
        }
        last_ = event->sequence;
        backoff_.reset();
        if (sink_.on_event) sink_.on_event(std::move(*event));
        return {};
    }

    HttpClient& http_;
    const FollowerOptions options_;
    FollowerSink sink_;
    std::int64_t last_;
    Backoff backoff_;
    std::uint64_t attempt_ = 0;
    RequestId request_{};
    std::optional<TimerId> timer_;
    std::optional<SseParser> parser_;
    std::optional<SteadyClock::time_point> opened_;
    bool following_ = false;
};

EventFollower::EventFollower(HttpClient& http, FollowerOptions options, FollowerSink sink)
    : http_(http), impl_(std::make_shared<Impl>(http, std::move(options), std::move(sink))) {
    http_.post([impl = impl_] { impl->connect(); });
}

EventFollower::~EventFollower() {
    http_.run([this] { impl_->stop(); });
}

} // namespace rexue::client
