// Texts as they were drawn last, so that an unchanged text costs one look-up a frame.
#pragma once

#include <cstdint>
#include <list>
#include <string>
#include <unordered_map>

#include "kiosk/ui/draw/texture.h"
#include "kiosk/ui/text/typeset.h"

namespace rexue::ui::text {

struct CachedText {
    Extent extent;
    std::string shown; // empty when the words drawn are the words given
    // Of extent.ink plus `padding_px` on each side. None while only measured.
    draw::Texture texture;

    static constexpr int padding_px = 1;
};

enum class Textures { made, none };

// Least recently used out first. The bound holds after each `end_frame`; within a frame nothing
// that the frame has used is given up, since its draw list still names the texture.
class TextCache {
  public:
    TextCache(size_t limit_bytes, Textures textures)
        : limit_bytes_(limit_bytes), textures_(textures) {}
    ~TextCache() { clear(); }
    TextCache(const TextCache&) = delete;
    TextCache& operator=(const TextCache&) = delete;

    // Both stay valid until the end of the frame.
    const CachedText& measured(const TextSpec& spec);
    const CachedText& drawn(const TextSpec& spec);

    void end_frame();
    // Overwrites the words as well: they may be a name.
    void clear();

    size_t bytes_used() const { return bytes_used_; }
    size_t count() const { return by_key_.size(); }

  private:
    struct Entry {
        std::string key;
        CachedText text;
        std::uint64_t used_in_frame = 0;
        size_t bytes = 0;
    };
    using Entries = std::list<Entry>; // newest use first

    Entry& find_or_measure(const TextSpec& spec);
    void render(Entry& entry, const TextSpec& spec);
    void account(Entry& entry);
    void drop(Entries::iterator entry);

    const size_t limit_bytes_;
    const Textures textures_;
    std::uint64_t frame_ = 1;
    size_t bytes_used_ = 0;
    Entries entries_;
    std::unordered_map<std::string_view, Entries::iterator> by_key_; // views into the entries
    std::string key_;                                                // scratch
};

} // namespace rexue::ui::text
