#include "platform/json/wiping_storage.h"

#include <cstddef>
#include <new>
#include <span>

#include "platform/base/random.h"

namespace rexue::json {

namespace {

class Heap final : public boost::json::memory_resource {
    void* do_allocate(size_t bytes, size_t alignment) override {
        return ::operator new(bytes, std::align_val_t(alignment));
    }
    void do_deallocate(void* block, size_t, size_t alignment) override {
        ::operator delete(block, std::align_val_t(alignment));
    }
    bool do_is_equal(const memory_resource& other) const noexcept override {
        return this == &other;
    }
};

} // namespace

void* WipingResource::do_allocate(size_t bytes, size_t alignment) {
    return source_.allocate(bytes, alignment);
}

void WipingResource::do_deallocate(void* block, size_t bytes, size_t alignment) {
    base::wipe(std::span(static_cast<std::byte*>(block), bytes));
    source_.deallocate(block, bytes, alignment);
}

bool WipingResource::do_is_equal(const memory_resource& other) const noexcept {
    return this == &other;
}

boost::json::storage_ptr wiping_storage() {
    static Heap heap;
    static WipingResource wiping(heap);
    return &wiping;
}

} // namespace rexue::json
