#include "platform/base/secret_text.h"

#include <span>

#include "platform/base/random.h"

namespace rexue::base {

// All that was allocated: a longer text may have lain there before.
void wipe(std::string& text) {
    text.resize(text.capacity());
    wipe(std::as_writable_bytes(std::span(text)));
    text.clear();
}

SecretText::SecretText(std::string&& text) noexcept : text_(std::move(text)) {
    // Short texts live in the object itself and are copied, not taken over. Whatever the move has
    // left, its length is known again after clear().
    text.clear();
    wipe(text);
}

SecretText& SecretText::operator=(SecretText other) noexcept {
    wipe(text_); // before a shorter one lies over a part of it; a swap would leave the longer's end
    text_ = std::move(other.text_);
    other.text_.clear(); // of a known length again, to be wiped
    return *this;
}

void SecretText::push_back(char character) {
    if (text_.size() == text_.capacity()) {
        std::string roomier;
        roomier.reserve(2 * text_.size());
        roomier = text_;
        wipe(text_);
        text_ = std::move(roomier);
    }
    text_.push_back(character);
}

void SecretText::pop_back() {
    text_.back() = '\0';
    text_.pop_back();
}

SecretText::~SecretText() {
    wipe(text_);
}

} // namespace rexue::base
