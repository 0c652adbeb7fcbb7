#include "net/client/uploader.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "net/client/answer.h"
#include "net/wire/bookings.h"
#include "net/wire/events.h"
#include "net/wire/visits.h"

namespace rexue::client {

namespace {

using outbox::ItemKind;
using outbox::ItemNumber;
using outbox::LeasedItem;

// What a server's no means for the items that were sent.
enum class Verdict {
    link,     // nothing about the items: all of them again later
    for_good, // the same request will get the same answer for ever
    for_now,  // the server stumbles over this request, but perhaps not over others
};

Verdict verdict_of(const base::Error& error) {
    if (is_link_failure(error)) return Verdict::link;
    switch (error.code) {
        case base::ErrorCode::invalid_argument:
        case base::ErrorCode::already_exists:
        case base::ErrorCode::conflict:
        case base::ErrorCode::limit_exceeded:
        case base::ErrorCode::corrupt:
        case base::ErrorCode::unsupported:
        // The server knows who asks and says no: that is a decision, not trouble with a
        // certificate, which is `unauthenticated`.
        case base::ErrorCode::forbidden:
            return Verdict::for_good;
        default:
            return Verdict::for_now;
    }
}

constexpr int line_failures_to_suspect = 3;

std::vector<ItemNumber> numbers_of(const std::vector<LeasedItem>& items) {
    std::vector<ItemNumber> numbers;
    numbers.reserve(items.size());
    for (const LeasedItem& item : items)
        numbers.push_back(item.number);
    return numbers;
}

// Where the server takes a sealed item; an error for a body that is none.
base::Result<std::string> sealed_path(const outbox::Item& item) {
    if (item.kind == ItemKind::booking) {
        const auto booking = read_message<wire::SealedBooking>(item.body, outbox::max_body_bytes);
        if (!booking) return base::fail(booking);
        return "/v1/bookings/" + booking->booking.to_string();
    }
    const auto record = read_message<wire::SealedRecord>(item.body, outbox::max_body_bytes);
    if (!record) return base::fail(record);
    return "/v1/visits/" + record->visit.to_string() + "/record";
}

} // namespace

// Lives on the client thread, but for wake().
class Uploader::Impl : public std::enable_shared_from_this<Impl> {
  public:
    Impl(ServerLink& link, outbox::Outbox& outbox, UploaderOptions options)
        : http_(link.http()),
          monitor_(link.monitor()),
          house_(link.house_id()),
          outbox_(outbox),
          options_(std::move(options)),
          backoff_(options_.first_retry, options_.longest_retry, options_.seed) {}

    // Something was appended, or the link is back. Any thread.
    void wake() {
        http_.post([self = weak_from_this()] {
            if (const auto alive = self.lock()) alive->send_next();
        });
    }

    void stop() {
        stopped_ = true;
        http_.cancel(request_);
        if (timer_) http_.stop_timer(*std::exchange(timer_, std::nullopt));
        for (const auto& [number, timer] : postponed_) {
            http_.stop_timer(timer);
            outbox_.release(std::vector{number});
        }
        outbox_.release(numbers_of(under_way_));
        options_.on_report = {};
    }

  private:
    void send_next() {
        if (stopped_) return;
        if (!under_way_.empty()) {
            woken_under_way_ = true;
            return;
        }
        woken_under_way_ = false;
        if (timer_) http_.stop_timer(*std::exchange(timer_, std::nullopt));
        for (const auto& [kind, limit] :
             {std::pair(ItemKind::event, events_at_once_), std::pair(ItemKind::record, size_t{1}),
              std::pair(ItemKind::booking, size_t{1})}) {
            auto items = outbox_.lease(kind, {.items = limit});
            if (!items) return wait(items.error());
            if (items->empty()) continue;
            under_way_ = std::move(*items);
            return kind == ItemKind::event ? send_events() : send_sealed();
        }
        look_again_after(options_.idle_look);
    }

    void look_again_after(std::chrono::milliseconds pause) {
        timer_ = http_.after(pause, [this] {
            timer_.reset();
            send_next();
        });
    }

    void send_events() {
        // Bodies are JSON already: the batch is put together without reading them again.
        std::string body = R"({"events":[)";
        for (const LeasedItem& item : under_way_)
            body.append(item.item.body).append(1, ',');
        body.back() = ']';
        body += '}';
        send({.method = Method::post,
              .path = "/v1/houses/" + house_.value + "/events",
              .body = std::move(body)},
             &Impl::events_answered);
    }

    void send_sealed() {
        const LeasedItem& item = under_way_.front();
        auto path = sealed_path(item.item);
        if (!path) {
            UploadReport report;
            settle_for_good(report, item.number, "malformed");
            return finish(report);
        }
        send({.method = Method::put, .path = std::move(*path), .body = item.item.body},
             &Impl::sealed_answered);
    }

    void send(Request request, void (Impl::*then)(const base::Result<Response>&)) {
        request_ = http_.send(std::move(request), [self = weak_from_this(),
                                                   then](const base::Result<Response>& response) {
            const auto alive = self.lock();
            if (alive && !alive->stopped_) (alive.get()->*then)(response);
        });
    }

    void events_answered(const base::Result<Response>& response) {
        const auto answer = read_answer<wire::AppendResults>(response);
        if (!answer) {
            // An event's own conflict is in its result: this one is about the terminal.
            const bool conflict = answer.error().code == base::ErrorCode::conflict;
            return refused_whole(answer.error(),
                                 conflict ? Verdict::link : verdict_of(answer.error()));
        }
        std::map<base::Uuid, const wire::AppendResult*> results;
        for (const wire::AppendResult& result : answer->results)
            results[result.id] = &result;

        UploadReport report;
        std::vector<ItemNumber> stored;
        for (const LeasedItem& item : under_way_) {
            const auto found = results.find(item.item.id);
            if (found == results.end()) {
                // Not a word about it: it is sent again, but lets others go first.
                postpone(item.number);
            } else if (found->second->outcome == wire::AppendOutcome::refused) {
                settle_for_good(report, item.number, found->second->reason.value_or("refused"));
            } else {
                stored.push_back(item.number);
            }
        }
        settle_stored(report, stored);
        events_at_once_ = std::min(events_at_once_ * 2, wire::max_events_a_batch);
        finish(report);
    }

    void sealed_answered(const base::Result<Response>& response) {
        if (!response) return refused_whole(response.error(), verdict_of(response.error()));
        UploadReport report;
        settle_stored(report, {under_way_.front().number});
        finish(report);
    }

    // The request as a whole got a no. If one item among several is to blame, halves find it.
    void refused_whole(const base::Error& error, Verdict verdict) {
        UploadReport report;
        if (verdict == Verdict::link) report.trouble = error;
        if (verdict == Verdict::link && !breaks_the_link(error)) {
            // Nothing but time will help.
        } else if (under_way_.size() > 1) {
            events_at_once_ = std::max<size_t>(1, under_way_.size() / 2);
        } else if (verdict == Verdict::for_good) {
            settle_for_good(report, under_way_.front().number, base::to_string(error.code));
        } else {
            postpone(under_way_.front().number);
            report.trouble = error;
        }
        finish(report);
    }

    // A request that makes the server hang or fall over looks like a bad line, but others are
    // answered in between: after a few, its items are looked at like those of any other refusal.
    bool breaks_the_link(const base::Error& error) {
        const bool line =
            error.code == base::ErrorCode::unavailable || error.code == base::ErrorCode::timeout;
        const bool others_answered =
            monitor_.answers() != std::exchange(answers_seen_, monitor_.answers());
        if (!line || !others_answered || ++line_failures_ < line_failures_to_suspect) return false;
        line_failures_ = 0;
        return true;
    }

    void settle_stored(UploadReport& report, const std::vector<ItemNumber>& numbers) {
        if (numbers.empty()) return;
        const auto done = outbox_.acknowledge(numbers);
        if (!done) report.trouble = done.error();
        if (done) report.acknowledged += numbers.size();
    }

    void settle_for_good(UploadReport& report, ItemNumber number, std::string_view reason) {
        const auto done = outbox_.quarantine(number, reason);
        if (!done) report.trouble = done.error();
        if (done) ++report.quarantined;
    }

    // Stays leased, so that the next lease passes it by.
    void postpone(ItemNumber number) {
        postponed_[number] = http_.after(options_.postpone, [this, number] {
            postponed_.erase(number);
            outbox_.release(std::vector{number});
            send_next();
        });
    }

    // The exchange is over: what is neither settled nor postponed goes back in line.
    void finish(const UploadReport& report) {
        std::vector<ItemNumber> back;
        for (const LeasedItem& item : under_way_) {
            if (!postponed_.contains(item.number)) back.push_back(item.number);
        }
        outbox_.release(back);
        under_way_.clear();
        if (options_.on_report) options_.on_report(report);
        if (report.trouble) return wait(std::nullopt);
        backoff_.reset();
        line_failures_ = 0;
        // Through the queue, not by recursion: a full outbox is a long way down.
        wake();
    }

    void wait(const std::optional<base::Error>& trouble) {
        if (trouble && options_.on_report) options_.on_report({.trouble = trouble});
        // Something was appended, or the link came back, while this exchange was failing: that is
        // worth one try at once.
        if (woken_under_way_) return wake();
        look_again_after(backoff_.next());
    }

    HttpClient& http_;
    const LinkMonitor& monitor_;
    const wire::HouseId house_;
    outbox::Outbox& outbox_;
    UploaderOptions options_;
    Backoff backoff_;
    int line_failures_ = 0; // in a row, though the server was there
    std::uint64_t answers_seen_ = 0;
    size_t events_at_once_ = wire::max_events_a_batch;
    std::vector<LeasedItem> under_way_;
    bool woken_under_way_ = false;
    std::map<ItemNumber, TimerId> postponed_;
    RequestId request_{};
    std::optional<TimerId> timer_;
    bool stopped_ = false;
};

Uploader::Uploader(ServerLink& link, outbox::Outbox& outbox, UploaderOptions options)
    : link_(link),
      outbox_(outbox),
      impl_(std::make_shared<Impl>(link, outbox, std::move(options))) {
    outbox_.on_append([impl = std::weak_ptr(impl_)] {
        if (const auto alive = impl.lock()) alive->wake();
    });
    link_.monitor().listen([impl = std::weak_ptr(impl_)](const LinkState& state) {
        const auto alive = impl.lock();
        if (alive && state.condition == LinkCondition::online) alive->wake();
    });
    impl_->wake();
}

Uploader::~Uploader() {
    outbox_.on_append({});
    link_.http().run([this] { impl_->stop(); });
}

} // namespace rexue::client
