// Blocking work off the Asio thread, awaited on it. Only for the sources of this folder.
#pragma once

#include <utility>

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/async_result.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace rexue::server {

// Runs `work()` on a thread of `pool`; the awaiting coroutine goes on on `home` with its result.
// `work` must not throw.
template <typename Result, typename Work>
boost::asio::awaitable<Result> run_on(boost::asio::thread_pool& pool,
                                      const boost::asio::any_io_executor& home, Work work) {
    namespace asio = boost::asio;
    auto start = [&pool, home](auto handler, Work job) {
        // The guard keeps the Asio thread alive until the result has come home.
        asio::post(pool, [guard = asio::make_work_guard(home), handler = std::move(handler),
                          job = std::move(job)]() mutable {
            auto home_executor = guard.get_executor();
            asio::post(home_executor, [handler = std::move(handler), result = job()]() mutable {
                std::move(handler)(std::move(result));
            });
        });
    };
    return asio::async_initiate<const asio::use_awaitable_t<>&, void(Result)>(
        start, asio::use_awaitable, std::move(work));
}

} // namespace rexue::server
