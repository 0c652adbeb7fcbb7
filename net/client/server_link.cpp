#include "net/client/server_link.h"

#include <utility>

#include "net/client/answer.h"
#include "platform/base/encoding.h"
#include "platform/storage/file.h"

namespace rexue::client {

namespace {

constexpr size_t max_house_bytes = 256 * 1024;

} // namespace

base::Result<std::unique_ptr<ServerLink>> ServerLink::create(ServerLinkOptions options,
                                                             const time::Clock& clock) {
    // Without it the server refuses everything as malformed, and so would quarantine be filled.
    const auto instance = base::hex_decode(options.http.instance);
    if (!instance || instance->size() != 32) {
        return base::fail(base::ErrorCode::invalid_argument, "an instance is 64 hex digits");
    }
    std::unique_ptr<ServerLink> link(new ServerLink(std::move(options), clock));
    if (const auto started = link->start(clock); !started) return base::fail(started);
    return link;
}

ServerLink::ServerLink(ServerLinkOptions options, const time::Clock& clock)
    : options_(std::move(options)),
      monitor_(clock),
      probe_backoff_(options_.first_probe, options_.longest_probe, options_.seed),
      server_date_(options_.server_date) {
    if (options_.on_state) monitor_.listen(options_.on_state);
}

ServerLink::~ServerLink() = default;

base::Status ServerLink::start(const time::Clock& clock) {
    HttpOptions http = options_.http;
    http.now = [&clock] { return clock.wall(); };
    http.observe = [this](const Exchange& exchange) { observe(exchange); };
    auto client = HttpClient::create(std::move(http));
    if (!client) return base::fail(client);
    http_ = std::move(*client);
    house([](const auto&) {});
    return {};
}

void ServerLink::observe(const Exchange& exchange) {
    if (exchange.server_date) {
        server_date_.note(*exchange.server_date);
        if (options_.on_server_date) options_.on_server_date(*exchange.server_date);
    }
    monitor_.note(exchange);
    if (monitor_.state().condition == LinkCondition::online) {
        probe_backoff_.reset();
    } else {
        schedule_probe();
    }
}

void ServerLink::schedule_probe() {
    if (std::exchange(probe_waiting_, true)) return;
    http_->after(probe_backoff_.next(), [this] {
        probe_waiting_ = false;
        if (state().condition != LinkCondition::online) house([](const auto&) {});
    });
}

template <typename Answer>
RequestId ServerLink::ask(Request request, AnswerCallback<Answer> callback) {
    return http_->send(std::move(request),
                       [callback = std::move(callback)](base::Result<Response> response) {
                           callback(read_answer<Answer>(response));
                       });
}

RequestId ServerLink::look_up_donor(const wire::DonorQuery& query,
                                    AnswerCallback<wire::DonorBrief> callback) {
    return ask<wire::DonorBrief>({.method = Method::post,
                                  .path = "/v1/donors/lookup",
                                  .body = body_of(query),
                                  .total_timeout = options_.lookup_timeout},
                                 std::move(callback));
}

std::string ServerLink::house_path() const {
    return "/v1/houses/" + options_.house.value;
}

RequestId ServerLink::house(AnswerCallback<HouseAnswer> callback) {
    return http_->send({.path = house_path()}, [this, callback = std::move(callback)](
                                                   const base::Result<Response>& response) {
        auto house = read_answer<wire::House>(response);
        if (house) {
            keep_house(response->body);
            return callback(HouseAnswer{std::move(*house), HouseSource::server});
        }
        // Only a server that denies the house itself takes its last word back.
        const auto code = house.error().code;
        if (code != base::ErrorCode::not_found && code != base::ErrorCode::forbidden) {
            if (auto kept = cached_house()) {
                return callback(HouseAnswer{std::move(*kept), HouseSource::cache});
            }
        }
        callback(base::fail(house));
    });
}

base::Result<wire::House> ServerLink::cached_house() const {
    const auto text = storage::read_text_file(options_.house_cache, max_house_bytes);
    if (!text) return base::fail(text);
    return read_message<wire::House>(*text, max_house_bytes);
}

void ServerLink::keep_house(const std::string& body) const {
    if (options_.house_cache.empty()) return;
    const auto kept = storage::read_text_file(options_.house_cache, max_house_bytes);
    if (kept && *kept == body) return;
    // A cache that cannot be written is no failure of the answer: the next start asks again.
    static_cast<void>(
        storage::write_file_atomically(options_.house_cache, base::bytes_of(body), 0600));
}

RequestId ServerLink::call(const wire::CallRequest& request, const std::string& bearer,
                           AnswerCallback<wire::CallDecision> callback) {
    return ask<wire::CallDecision>({.method = Method::post,
                                    .path = house_path() + "/calls",
                                    .body = body_of(request),
                                    .bearer = bearer,
                                    .speaker = Speaker::person},
                                   std::move(callback));
}

RequestId ServerLink::sign_in(const wire::SignIn& sign_in,
                              AnswerCallback<wire::StaffSession> callback) {
    return ask<wire::StaffSession>({.method = Method::post,
                                    .path = "/v1/staff/sessions",
                                    .body = body_of(sign_in),
                                    .speaker = Speaker::person},
                                   std::move(callback));
}

RequestId ServerLink::visit_briefs(const std::string& bearer,
                                   AnswerCallback<wire::VisitBriefs> callback) {
    return ask<wire::VisitBriefs>({.path = house_path() + "/visits?tickets-of=today",
                                   .bearer = bearer,
                                   .speaker = Speaker::person},
                                  std::move(callback));
}

RequestId ServerLink::reviews(const std::string& bearer,
                              AnswerCallback<wire::ReviewBriefs> callback) {
    return ask<wire::ReviewBriefs>(
        {.path = house_path() + "/reviews", .bearer = bearer, .speaker = Speaker::person},
        std::move(callback));
}

RequestId ServerLink::review(const base::Uuid& visit, const std::string& bearer,
                             AnswerCallback<wire::Review> callback) {
    return ask<wire::Review>({.path = "/v1/visits/" + visit.to_string() + "/review",
                              .bearer = bearer,
                              .speaker = Speaker::person},
                             std::move(callback));
}

RequestId ServerLink::take_step(const base::Uuid& visit, const wire::ReviewStep& step,
                                const std::string& bearer, AnswerCallback<wire::Review> callback) {
    return ask<wire::Review>({.method = Method::post,
                              .path = "/v1/visits/" + visit.to_string() + "/review",
                              .body = body_of(step),
                              .bearer = bearer,
                              .speaker = Speaker::person},
                             std::move(callback));
}

RequestId ServerLink::give_out(const base::Uuid& visit, const wire::GiftStep& step,
                               const std::string& bearer,
                               AnswerCallback<wire::GiftAnswer> callback) {
    return ask<wire::GiftAnswer>({.method = Method::post,
                                  .path = "/v1/visits/" + visit.to_string() + "/gifts",
                                  .body = body_of(step),
                                  .bearer = bearer,
                                  .speaker = Speaker::person},
                                 std::move(callback));
}

} // namespace rexue::client
