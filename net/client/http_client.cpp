#include "net/client/http_client.h"

#include <condition_variable>
#include <csignal>
#include <map>
#include <mutex>
#include <thread>
#include <utility>

#include "net/client/curl_transfer.h"
#include "net/client/tls_trust.h"

namespace rexue::client {

namespace {

using SteadyTime = std::chrono::steady_clock::time_point;

constexpr long max_connections = 6;
constexpr std::chrono::milliseconds longest_poll = std::chrono::seconds(30);

// libcurl wants its global state made once, before any thread uses it.
void start_libcurl_once() {
    static const CURLcode started = curl_global_init(CURL_GLOBAL_DEFAULT);
    REXUE_ASSERT(started == CURLE_OK);
}

} // namespace

class HttpClient::Impl {
  public:
    explicit Impl(CurlTransfer::Shared shared)
        : shared_(std::move(shared)), multi_(curl_multi_init()) {
        REXUE_ASSERT(multi_ != nullptr);
        curl_multi_setopt(multi_, CURLMOPT_MAX_HOST_CONNECTIONS, max_connections);
        thread_ = std::thread([this] { loop(); });
    }

    ~Impl() {
        post([this] { stopping_ = true; });
        thread_.join();
        curl_multi_cleanup(multi_);
    }

    void post(std::function<void()> task) {
        {
            const std::lock_guard lock(mutex_);
            tasks_.push_back(std::move(task));
        }
        curl_multi_wakeup(multi_);
    }

    bool on_client_thread() const { return std::this_thread::get_id() == thread_.get_id(); }

    RequestId next_request_id() {
        const std::lock_guard lock(mutex_);
        return RequestId(++last_id_);
    }

    void start(RequestId id, Request request, Callback done) {
        auto transfer =
            std::make_unique<CurlTransfer>(shared_, id, std::move(request), std::move(done));
        if (stopping_) {
            transfer->give_up({base::ErrorCode::cancelled, "the client is closing"});
            return;
        }
        REXUE_ASSERT(curl_multi_add_handle(multi_, transfer->handle()) == CURLM_OK);
        transfers_.emplace(id, std::move(transfer));
    }

    std::unique_ptr<CurlTransfer> remove(RequestId id) {
        auto node = transfers_.extract(id);
        if (node.empty()) return nullptr;
        curl_multi_remove_handle(multi_, node.mapped()->handle());
        return std::move(node.mapped());
    }

    void cancel(RequestId id) {
        if (const auto transfer = remove(id)) {
            transfer->give_up({base::ErrorCode::cancelled, "cancelled"});
        }
    }

    TimerId add_timer(std::chrono::milliseconds delay, std::function<void()> task) {
        REXUE_ASSERT(on_client_thread());
        const TimerId id{++last_timer_};
        timers_.emplace(std::pair(std::chrono::steady_clock::now() + delay, id), std::move(task));
        return id;
    }

    void stop_timer(TimerId id) {
        REXUE_ASSERT(on_client_thread());
        std::erase_if(timers_, [&](const auto& timer) { return timer.first.second == id; });
    }

  private:
    void loop() {
        // With NOSIGNAL libcurl leaves SIGPIPE to us: a peer that hangs up must not end the
        // program.
        sigset_t pipe_signal;
        sigemptyset(&pipe_signal);
        sigaddset(&pipe_signal, SIGPIPE);
        pthread_sigmask(SIG_BLOCK, &pipe_signal, nullptr);
        while (!stopping_) {
            run_tasks();
            run_due_timers();
            int running = 0;
            curl_multi_perform(multi_, &running);
            collect_finished();
            curl_multi_poll(multi_, nullptr, 0, static_cast<int>(poll_time().count()), nullptr);
        }
        while (!transfers_.empty())
            cancel(transfers_.begin()->first);
        run_tasks();
    }

    void run_tasks() {
        std::vector<std::function<void()>> tasks;
        {
            const std::lock_guard lock(mutex_);
            tasks.swap(tasks_);
        }
        for (const auto& task : tasks)
            task();
    }

    void run_due_timers() {
        while (!timers_.empty() &&
               timers_.begin()->first.first <= std::chrono::steady_clock::now()) {
            timers_.extract(timers_.begin()).mapped()();
        }
    }

    void collect_finished() {
        int left = 0;
        while (const CURLMsg* message = curl_multi_info_read(multi_, &left)) {
            if (message->msg != CURLMSG_DONE) continue;
            const CURLcode code = message->data.result;
            CurlTransfer* transfer = nullptr;
            curl_easy_getinfo(message->easy_handle, CURLINFO_PRIVATE, &transfer);
            if (const auto done = remove(transfer->id())) done->finish(code);
        }
    }

    std::chrono::milliseconds poll_time() {
        {
            const std::lock_guard lock(mutex_);
            if (!tasks_.empty() || stopping_) return std::chrono::milliseconds(0);
        }
        if (timers_.empty()) return longest_poll;
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(
            timers_.begin()->first.first - std::chrono::steady_clock::now());
        return std::clamp(left, std::chrono::milliseconds(0), longest_poll);
    }

    const CurlTransfer::Shared shared_;
    CURLM* const multi_;
    std::map<RequestId, std::unique_ptr<CurlTransfer>> transfers_;
    std::map<std::pair<SteadyTime, TimerId>, std::function<void()>> timers_;
    std::uint64_t last_timer_ = 0;
    bool stopping_ = false;

    std::mutex mutex_;
    std::vector<std::function<void()>> tasks_;
    std::uint64_t last_id_ = 0;
    std::thread thread_;
};

base::Result<std::unique_ptr<HttpClient>> HttpClient::create(HttpOptions options) {
    if (!options.base_url.starts_with("https://") || options.base_url.ends_with('/')) {
        return base::fail(base::ErrorCode::invalid_argument,
                          "the server's URL is https://host[:port] without a final slash");
    }
    CurlTransfer::Shared shared{.options = std::move(options)};
    if (!shared.options.trust.sha256_fingerprint.empty()) {
        auto fingerprint = parse_fingerprint(shared.options.trust.sha256_fingerprint);
        if (!fingerprint) return base::fail(fingerprint);
        shared.fingerprint = std::move(*fingerprint);
    }
    start_libcurl_once();
    return std::unique_ptr<HttpClient>(new HttpClient(std::make_unique<Impl>(std::move(shared))));
}

HttpClient::HttpClient(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
HttpClient::~HttpClient() = default;

RequestId HttpClient::send(Request request, Callback done) {
    const RequestId id = impl_->next_request_id();
    // std::function wants copyable captures: the request travels in a shared box, not copied.
    auto boxed = std::make_shared<Request>(std::move(request));
    impl_->post([this, id, boxed, done = std::move(done)]() mutable {
        impl_->start(id, std::move(*boxed), std::move(done));
    });
    return id;
}

void HttpClient::cancel(RequestId id) {
    impl_->post([this, id] { impl_->cancel(id); });
}

void HttpClient::post(std::function<void()> task) {
    impl_->post(std::move(task));
}

void HttpClient::run(const std::function<void()>& task) {
    if (impl_->on_client_thread()) return task();
    std::mutex mutex;
    std::condition_variable finished;
    bool done = false;
    impl_->post([&] {
        task();
        const std::lock_guard lock(mutex);
        done = true;
        finished.notify_one();
    });
    std::unique_lock lock(mutex);
    finished.wait(lock, [&] { return done; });
}

TimerId HttpClient::after(std::chrono::milliseconds delay, std::function<void()> task) {
    return impl_->add_timer(delay, std::move(task));
}

void HttpClient::stop_timer(TimerId id) {
    impl_->stop_timer(id);
}

} // namespace rexue::client
