// Where JSON of a person lies while it is written: what is freed is zeroed first.
#pragma once

#include <boost/json.hpp>

namespace rexue::json {

// Zeroes every block before it goes back to where it came from. `source` outlives it.
class WipingResource final : public boost::json::memory_resource {
  public:
    explicit WipingResource(boost::json::memory_resource& source) : source_(source) {}

  private:
    void* do_allocate(size_t bytes, size_t alignment) override;
    void do_deallocate(void* block, size_t bytes, size_t alignment) override;
    bool do_is_equal(const memory_resource& other) const noexcept override;

    boost::json::memory_resource& source_;
};

// For bj::object and its kin. Whatever is moved into one of another storage is copied, and left
// unwiped where it lay: give it to each of them. Any thread, for ever.
boost::json::storage_ptr wiping_storage();

} // namespace rexue::json
