#include "kiosk/ui/text/text_cache.h"

#include <cstring>
#include <span>

#include "platform/base/random.h"
#include "platform/base/secret_text.h"

namespace rexue::ui::text {

namespace {

// What an entry costs beside its pixels and words: list and map nodes, texture bookkeeping.
constexpr size_t overhead_bytes = 320;

template <typename T>
void append_bytes(std::string& key, T value) {
    char bytes[sizeof value];
    std::memcpy(bytes, &value, sizeof value);
    key.append(bytes, sizeof value);
}

void write_key(std::string& key, const TextSpec& spec) {
    key.clear();
    append_bytes(key, spec.capital_px);
    append_bytes(key, spec.width_px);
    append_bytes(key, spec.max_lines);
    append_bytes(key, spec.weight);
    append_bytes(key, spec.align);
    key += spec.utf8;
}

} // namespace

const CachedText& TextCache::measured(const TextSpec& spec) {
    return find_or_measure(spec).text;
}

const CachedText& TextCache::drawn(const TextSpec& spec) {
    Entry& entry = find_or_measure(spec);
    const bool has_ink = entry.text.extent.ink.w > 0;
    if (textures_ == Textures::made && has_ink && !entry.text.texture) render(entry, spec);
    return entry.text;
}

TextCache::Entry& TextCache::find_or_measure(const TextSpec& spec) {
    write_key(key_, spec);
    if (const auto found = by_key_.find(key_); found != by_key_.end()) {
        entries_.splice(entries_.begin(), entries_, found->second);
        found->second->used_in_frame = frame_;
        return *found->second;
    }
    const Typeset typeset(spec);
    Entry& entry = entries_.emplace_front();
    entry.key = key_;
    entry.used_in_frame = frame_;
    entry.text.extent = typeset.extent();
    if (typeset.shown() != spec.utf8) entry.text.shown = typeset.shown();
    by_key_.emplace(entry.key, entries_.begin());
    account(entry);
    return entry;
}

void TextCache::render(Entry& entry, const TextSpec& spec) {
    const Typeset typeset(spec);
    const Box& ink = entry.text.extent.ink;
    constexpr int padding = CachedText::padding_px;
    const SurfacePointer surface(
        cairo_image_surface_create(CAIRO_FORMAT_A8, ink.w + 2 * padding, ink.h + 2 * padding));
    {
        const CairoPointer cairo(cairo_create(surface.get()));
        cairo_translate(cairo.get(), padding - ink.x, padding - ink.y);
        typeset.draw(cairo.get());
    }
    cairo_surface_flush(surface.get());
    const int stride = cairo_image_surface_get_stride(surface.get());
    const int height = cairo_image_surface_get_height(surface.get());
    std::uint8_t* const pixels = cairo_image_surface_get_data(surface.get());
    if (pixels == nullptr) return; // too large for Cairo: nothing is drawn, nothing breaks
    entry.text.texture = draw::Texture::coverage(cairo_image_surface_get_width(surface.get()),
                                                 height, stride, pixels);
    // It may be the picture of a name.
    base::wipe(std::as_writable_bytes(
        std::span(pixels, static_cast<size_t>(stride) * static_cast<size_t>(height))));
    account(entry);
}

void TextCache::account(Entry& entry) {
    bytes_used_ -= entry.bytes;
    entry.bytes =
        overhead_bytes + entry.key.size() + entry.text.shown.size() + entry.text.texture.bytes();
    bytes_used_ += entry.bytes;
}

void TextCache::end_frame() {
    ++frame_;
    while (bytes_used_ > limit_bytes_ && !entries_.empty())
        drop(std::prev(entries_.end()));
}

void TextCache::drop(Entries::iterator entry) {
    bytes_used_ -= entry->bytes;
    by_key_.erase(entry->key);
    base::wipe(entry->key);
    base::wipe(entry->text.shown);
    entries_.erase(entry);
}

void TextCache::clear() {
    while (!entries_.empty())
        drop(entries_.begin());
    base::wipe(key_);
}

} // namespace rexue::ui::text
