// Nothing that JSON of a person held is left where it lay.
#include "platform/json/wiping_storage.h"

#include <algorithm>
#include <cstddef>
#include <new>
#include <span>
#include <string>

#include <gtest/gtest.h>

namespace rexue::json {
namespace {

namespace bj = boost::json;

// Looks at each block that comes back.
class Looking final : public bj::memory_resource {
  public:
    int returned = 0;
    int not_wiped = 0;

  private:
    void* do_allocate(size_t bytes, size_t alignment) override {
        return ::operator new(bytes, std::align_val_t(alignment));
    }
    void do_deallocate(void* block, size_t bytes, size_t alignment) override {
        ++returned;
        const std::span all(static_cast<const std::byte*>(block), bytes);
        if (std::ranges::any_of(all, [](std::byte b) { return b != std::byte{}; })) ++not_wiped;
        ::operator delete(block, std::align_val_t(alignment));
    }
    bool do_is_equal(const memory_resource& other) const noexcept override {
        return this == &other;
    }
};

TEST(WipingStorage, ZeroesWhatItGivesBack) {
    Looking source;
    {
        WipingResource wiping(source);
        bj::object object((bj::storage_ptr(&wiping)));
        for (int i = 0; i < 50; ++i) // grows several times
            object["member" + std::to_string(i)] = std::string(100, 'x');
        bj::array list((bj::storage_ptr(&wiping)));
        list.push_back(std::move(object));
    }
    EXPECT_GT(source.returned, 50);
    EXPECT_EQ(source.not_wiped, 0);
}

TEST(WipingStorage, IsTheSameForAll) {
    EXPECT_EQ(wiping_storage(), wiping_storage());
    bj::object object(wiping_storage());
    object["a"] = bj::value("text", wiping_storage());
    EXPECT_EQ(bj::serialize(object), R"({"a":"text"})");
}

} // namespace
} // namespace rexue::json
