#include "net/client/card_trust.h"

#include <algorithm>
#include <mutex>
#include <utility>

#include "net/client/answer.h"
#include "net/client/backoff.h"
#include "net/client/seen_codes_file.h"
#include "net/credential/base45.h"
#include "net/credential/container.h"
#include "net/wire/cards.h"
#include "platform/base/encoding.h"
#include "platform/storage/file.h"

namespace rexue::client {

// What stands in the file: what the server said.
struct KeptCards {
    std::optional<base::Instant> keys_as_of;
    credential::KeyDocument keys;
    std::string revocations; // Base64; empty: none
};
BOOST_DESCRIBE_STRUCT(KeptCards, (), (keys_as_of, keys, revocations))

namespace {

constexpr size_t max_cache_bytes = 8 * 1024 * 1024;

// As it is verified with; never changed once it is there.
struct Known {
    credential::KeySet keys;
    std::optional<credential::RevocationList> list;
};

base::Result<credential::RevocationList> read_list(const std::string& base64,
                                                   const credential::KeySet& keys) {
    const auto bytes = base::base64_decode(base64);
    if (!bytes) return base::fail(bytes);
    return credential::RevocationList::read(*bytes, keys);
}

// The error is of the keys alone: a list that they do not believe is left out.
base::Result<std::shared_ptr<const Known>> known_from(const KeptCards& kept) {
    auto known = std::make_shared<Known>();
    const auto added = known->keys.add(boost::json::serialize(json::to_json(kept.keys)));
    if (!added) return base::fail(added);
    if (auto list = read_list(kept.revocations, known->keys)) known->list = std::move(*list);
    return known;
}

// Each signature of the same list is another.
bool is_same(const credential::RevocationList& one, const credential::RevocationList& other) {
    return one.issuer() == other.issuer() && one.issued() == other.issued() &&
           one.count() == other.count();
}

} // namespace

class CardTrust::Impl : public std::enable_shared_from_this<Impl> {
  public:
    Impl(ServerLink& link, CardTrustOptions options, std::unique_ptr<SeenCodesFile> seen,
         const time::Clock& clock)
        : link_(link),
          http_(link.http()),
          options_(std::move(options)),
          clock_(clock),
          seen_(std::move(seen)),
          backoff_(options_.first_retry, options_.longest_retry, random_seed()) {
        load();
    }

    // --- any thread

    credential::Finding verify(std::string_view text, base::Instant at,
                               const SecondWord& second_word) {
        const auto known = current();
        credential::Finding finding;
        {
            const std::lock_guard lock(seen_mutex_);
            finding = credential::verify(text,
                                         {.keys = known->keys,
                                          .revocations = known->list ? &*known->list : nullptr,
                                          .seen = seen_.get()},
                                         at);
        }
        const bool shown =
            finding.verdict == credential::Verdict::valid && finding.code_card_number.has_value();
        if (shown && link_.state().condition == LinkCondition::online) {
            report(text, finding, second_word);
        }
        return finding;
    }

    CardsAsOf as_of() const {
        const std::lock_guard lock(mutex_);
        CardsAsOf as_of{.keys = keys_as_of_, .revocations = std::nullopt};
        if (known_->list) as_of.revocations = known_->list->issued();
        return as_of;
    }

    void wake() {
        http_.post([self = weak_from_this()] {
            if (const auto alive = self.lock()) alive->ask_keys();
        });
    }

    // --- client thread

    void stop() {
        stopped_ = true;
        if (timer_) http_.stop_timer(*std::exchange(timer_, std::nullopt));
        http_.cancel(request_);
        options_.on_change = {};
    }

  private:
    std::shared_ptr<const Known> current() const {
        const std::lock_guard lock(mutex_);
        return known_;
    }

    void load() {
        const auto text = storage::read_text_file(options_.cache, max_cache_bytes);
        if (!text) return;
        auto kept = read_message<KeptCards>(*text, max_cache_bytes);
        if (!kept) return;
        auto known = known_from(*kept);
        if (!known) return;
        known_ = std::move(*known);
        keys_as_of_ = kept->keys_as_of;
        kept_ = std::move(*kept);
    }

    // One after the other: a list is believed by the keys that are known then.
    void ask_keys() {
        if (stopped_) return;
        if (std::exchange(asking_, true)) {
            asked_meanwhile_ = true;
            return;
        }
        if (timer_) http_.stop_timer(*std::exchange(timer_, std::nullopt));
        request_ = http_.send({.path = "/v1/catalogues/keys"},
                              [self = weak_from_this()](const base::Result<Response>& response) {
                                  if (const auto alive = self.lock()) alive->take_keys(response);
                              });
    }

    void take_keys(const base::Result<Response>& response) {
        if (stopped_) return;
        auto document = read_answer<credential::KeyDocument>(response);
        if (!document) return try_again();
        KeptCards next = kept_;
        next.keys = std::move(*document);
        next.keys_as_of = clock_.wall();
        take(std::move(next));
        request_ = http_.send({.path = "/v1/catalogues/revocations"},
                              [self = weak_from_this()](const base::Result<Response>& answer) {
                                  if (const auto alive = self.lock()) alive->take_list(answer);
                              });
    }

    void take_list(const base::Result<Response>& response) {
        if (stopped_) return;
        const auto answer = read_answer<wire::CardRevocations>(response);
        // A server without a key has no list: that is an answer too.
        if (!answer && answer.error().code != base::ErrorCode::not_found) return try_again();
        if (answer) keep_list(answer->list);
        backoff_.reset();
        ask_again_after(options_.refresh);
    }

    void keep_list(const std::string& base64) {
        const auto known = current();
        const auto list = read_list(base64, known->keys);
        if (!list) return;
        // An older list than the one at hand would make revoked cards good again.
        const bool is_older = known->list && known->list->issuer() == list->issuer() &&
                              list->issued() < known->list->issued();
        if (is_older || (known->list && is_same(*known->list, *list))) return;
        KeptCards next = kept_;
        next.revocations = base64;
        take(std::move(next));
    }

    void try_again() { ask_again_after(std::min(backoff_.next(), options_.refresh)); }

    void ask_again_after(std::chrono::milliseconds pause) {
        asking_ = false;
        // Told to ask while it was asking: what came may be older than that.
        if (std::exchange(asked_meanwhile_, false)) return ask_keys();
        timer_ = http_.after(pause, [this] {
            timer_.reset();
            ask_keys();
        });
    }

    // Whole or not at all: what does not hold together leaves everything as it was.
    void take(KeptCards next) {
        auto known = known_from(next);
        if (!known) return;
        kept_ = std::move(next);
        {
            const std::lock_guard lock(mutex_);
            known_ = std::move(*known);
            keys_as_of_ = kept_.keys_as_of;
        }
        // A cache that cannot be written is no failure of the answer: the next start asks again.
        static_cast<void>(
            storage::write_file_atomically(options_.cache, base::bytes_of(body_of(kept_)), 0600));
        if (options_.on_change) options_.on_change();
    }

    void report(std::string_view text, const credential::Finding& finding,
                const SecondWord& second_word) {
        const auto bytes =
            credential::base45_decode(text.substr(credential::dynamic_prefix.size()));
        const auto code = bytes ? credential::read_dynamic_code(*bytes)
                                : base::Result<credential::DynamicCode>(base::fail(bytes));
        if (!code) return;
        http_.send({.method = Method::post,
                    .path = "/v1/cards/seen",
                    .body = body_of(wire::CodeShown{.card_number = finding.code_card_number->str(),
                                                    .step = code->step.absolute()})},
                   [self = weak_from_this(), finding,
                    second_word](const base::Result<Response>& response) {
                       const auto alive = self.lock();
                       if (!alive || alive->stopped_ || !second_word) return;
                       const auto heard = read_answer<wire::CodeHeard>(response);
                       if (!heard || heard->first_time) return;
                       credential::Finding told = finding;
                       told.verdict = credential::Verdict::seen_before;
                       told.why = credential::Why::code_seen;
                       second_word(std::move(told));
                   });
    }

    ServerLink& link_;
    HttpClient& http_;
    CardTrustOptions options_;
    const time::Clock& clock_;

    std::mutex seen_mutex_;
    std::unique_ptr<SeenCodesFile> seen_;

    mutable std::mutex mutex_; // guards the next two
    std::shared_ptr<const Known> known_ = std::make_shared<Known>();
    std::optional<base::Instant> keys_as_of_;

    // Client thread only, once it runs.
    KeptCards kept_;
    bool stopped_ = false;
    bool asking_ = false;
    bool asked_meanwhile_ = false;
    Backoff backoff_;
    RequestId request_{};
    std::optional<TimerId> timer_;
};

base::Result<std::unique_ptr<CardTrust>> CardTrust::create(ServerLink& link,
                                                           CardTrustOptions options,
                                                           const time::Clock& clock) {
    auto seen = SeenCodesFile::open(options.seen_codes);
    // Codes of the last half hour are worth less than a terminal that verifies cards.
    if (!seen && seen.error().code == base::ErrorCode::corrupt) {
        std::error_code ignored;
        std::filesystem::remove(options.seen_codes, ignored);
        seen = SeenCodesFile::open(options.seen_codes);
    }
    if (!seen) return base::fail(seen);
    auto impl = std::make_shared<Impl>(link, std::move(options), std::move(*seen), clock);
    // A line that is up already is asked at once, by the listener's first word.
    link.monitor().listen([weak = std::weak_ptr<Impl>(impl)](const LinkState& state) {
        const auto alive = weak.lock();
        if (alive && state.condition == LinkCondition::online) alive->wake();
    });
    return std::unique_ptr<CardTrust>(new CardTrust(link.http(), std::move(impl)));
}

CardTrust::~CardTrust() {
    http_.run([this] { impl_->stop(); });
}

credential::Finding CardTrust::verify(std::string_view text, base::Instant at,
                                      SecondWord second_word) {
    return impl_->verify(text, at, second_word);
}

CardsAsOf CardTrust::as_of() const {
    return impl_->as_of();
}

void CardTrust::refresh() {
    impl_->wake();
}

} // namespace rexue::client
