// Many threads post, one reads: nothing is lost unsaid, nothing overtakes within a thread.
#include "platform/base/bounded_queue.h"

#include <atomic>
#include <memory>
#include <thread>

#include <gtest/gtest.h>

namespace rexue::base {
namespace {

TEST(BoundedQueue, KeepsTheOrder) {
    BoundedQueue<int> queue(3);
    EXPECT_TRUE(queue.empty());
    for (const int value : {1, 2, 3})
        EXPECT_TRUE(queue.try_push(value));
    EXPECT_FALSE(queue.empty());
    EXPECT_EQ(queue.drain(), (std::vector<int>{1, 2, 3}));
    EXPECT_TRUE(queue.empty());
    EXPECT_TRUE(queue.drain().empty());
}

TEST(BoundedQueue, RefusesWhenFullAndTakesAgainWhenRead) {
    int wakes = 0;
    BoundedQueue<int> queue(2, [&] { ++wakes; });
    EXPECT_TRUE(queue.try_push(1));
    EXPECT_TRUE(queue.try_push(2));
    EXPECT_FALSE(queue.try_push(3));
    EXPECT_EQ(wakes, 2); // what was not taken wakes nobody
    EXPECT_EQ(queue.drain(), (std::vector<int>{1, 2}));
    EXPECT_TRUE(queue.try_push(4));
    EXPECT_EQ(wakes, 3);
}

TEST(BoundedQueue, WakesOutsideItsLock) {
    BoundedQueue<int>* seen = nullptr;
    bool was_empty = true;
    BoundedQueue<int> queue(1, [&] { was_empty = seen->empty(); });
    seen = &queue;
    queue.try_push(1); // would never return if the lock were held
    EXPECT_FALSE(was_empty);
}

TEST(BoundedQueue, CarriesWhatCannotBeCopied) {
    BoundedQueue<std::unique_ptr<int>> queue(1);
    EXPECT_TRUE(queue.try_push(std::make_unique<int>(7)));
    EXPECT_EQ(*queue.drain().front(), 7);
}

TEST(BoundedQueue, CountsEveryPushOfManyThreads) {
    struct Post {
        int thread;
        int number;
    };
    constexpr int thread_count = 4;
    constexpr int posts_each = 2000;
    BoundedQueue<Post> queue(64);
    std::vector<std::thread> threads;
    for (int t = 0; t < thread_count; ++t) {
        threads.emplace_back([&queue, t] {
            for (int n = 0; n < posts_each; ++n) {
                while (!queue.try_push({t, n}))
                    std::this_thread::yield();
            }
        });
    }
    std::vector<int> next(thread_count, 0);
    int seen = 0;
    while (seen < thread_count * posts_each) {
        const auto posts = queue.drain();
        ASSERT_LE(posts.size(), 64U);
        for (const Post& post : posts) {
            ASSERT_EQ(post.number, next[static_cast<size_t>(post.thread)]++);
            ++seen;
        }
    }
    for (auto& thread : threads)
        thread.join();
    EXPECT_TRUE(queue.empty());
}

} // namespace
} // namespace rexue::base
