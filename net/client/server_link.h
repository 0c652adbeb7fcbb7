// The server as the terminal's programs see it: questions with typed answers, and one state.
#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "net/client/backoff.h"
#include "net/client/http_client.h"
#include "net/client/link_state.h"
#include "net/client/server_date.h"
#include "net/wire/calls.h"
#include "net/wire/donors.h"
#include "net/wire/gifts.h"
#include "net/wire/house.h"
#include "net/wire/review.h"
#include "net/wire/staff.h"
#include "net/wire/visits.h"
#include "platform/time/clock.h"

namespace rexue::client {

struct ServerLinkOptions {
    // `now` and `observe` are set by the link itself.
    HttpOptions http;
    wire::HouseId house;
    std::filesystem::path house_cache; // a file, made when the server first answers
    std::filesystem::path server_date; // another: see server_date.h
    // A donor stands and waits for a lookup: rather go on without it.
    std::chrono::milliseconds lookup_timeout = std::chrono::seconds(5);
    // While the server does not answer it is asked again by itself, at these distances.
    std::chrono::milliseconds first_probe = std::chrono::seconds(1);
    std::chrono::milliseconds longest_probe = std::chrono::seconds(30);
    std::uint64_t seed = random_seed();
    std::function<void(const LinkState&)> on_state;    // now and at each change
    std::function<void(base::Instant)> on_server_date; // from trusted answers: a clock floor
};

template <typename Answer>
using AnswerCallback = std::function<void(base::Result<Answer>)>;

enum class HouseSource { server, cache };

struct HouseAnswer {
    wire::House house;
    HouseSource source = HouseSource::server;
};

// All functions: any thread. All callbacks and sinks: the client thread, each exactly once; they
// only hand on (post into a queue) and never block. An answer that the link cannot bring is
// `unavailable`, `timeout` or `untrusted`; a no of the server has the server's code.
class ServerLink {
  public:
    // Starts the client thread and asks for the house once. `clock` outlives the link.
    static base::Result<std::unique_ptr<ServerLink>> create(ServerLinkOptions options,
                                                            const time::Clock& clock);
    // Callbacks still to come get `cancelled`. Followers and uploaders must be gone already.
    ~ServerLink();
    ServerLink(const ServerLink&) = delete;
    ServerLink& operator=(const ServerLink&) = delete;

    // not_found: has never given here. The query is wiped when the request ends.
    RequestId look_up_donor(const wire::DonorQuery& query,
                            AnswerCallback<wire::DonorBrief> callback);

    // The server's answer, kept on disk; without a link the one kept.
    RequestId house(AnswerCallback<HouseAnswer> callback);
    // What is kept on disk, for the first frame. not_found before the first answer ever, corrupt.
    base::Result<wire::House> cached_house() const;

    RequestId call(const wire::CallRequest& request, const std::string& bearer,
                   AnswerCallback<wire::CallDecision> callback);
    RequestId sign_in(const wire::SignIn& sign_in, AnswerCallback<wire::StaffSession> callback);
    RequestId visit_briefs(const std::string& bearer, AnswerCallback<wire::VisitBriefs> callback);
    RequestId reviews(const std::string& bearer, AnswerCallback<wire::ReviewBriefs> callback);
    RequestId review(const base::Uuid& visit, const std::string& bearer,
                     AnswerCallback<wire::Review> callback);
    RequestId take_step(const base::Uuid& visit, const wire::ReviewStep& step,
                        const std::string& bearer, AnswerCallback<wire::Review> callback);

    // conflict: the house has none left.
    RequestId give_out(const base::Uuid& visit, const wire::GiftStep& step,
                       const std::string& bearer, AnswerCallback<wire::GiftAnswer> callback);

    void cancel(RequestId id) { http_->cancel(id); }

    LinkState state() const { return monitor_.state(); }
    LinkMonitor& monitor() { return monitor_; }
    HttpClient& http() { return *http_; }
    const wire::HouseId& house_id() const { return options_.house; }

  private:
    ServerLink(ServerLinkOptions options, const time::Clock& clock);
    base::Status start(const time::Clock& clock);
    std::string house_path() const;
    void keep_house(const std::string& body) const;
    void observe(const Exchange& exchange);
    void schedule_probe();

    template <typename Answer>
    RequestId ask(Request request, AnswerCallback<Answer> callback);

    ServerLinkOptions options_;
    LinkMonitor monitor_;
    // Client thread only.
    Backoff probe_backoff_;
    bool probe_waiting_ = false;
    ServerDateKeeper server_date_;
    std::unique_ptr<HttpClient> http_;
};

} // namespace rexue::client
