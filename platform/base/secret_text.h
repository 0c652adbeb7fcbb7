// Text about a person, or a secret: where it lay in memory there are zeros once it is gone.
#pragma once

#include <string>
#include <string_view>
#include <utility>

namespace rexue::base {

// Reads like a string. Every copy is one of its own and wiped on its own.
class SecretText {
  public:
    SecretText() = default;
    // NOLINTBEGIN(google-explicit-constructor): names are written as plain text everywhere.
    SecretText(std::string_view text) : text_(text) {}
    SecretText(const char* text) : text_(text) {}
    SecretText(const std::string& text) : text_(text) {}
    // Takes the characters over and leaves none behind.
    SecretText(std::string&& text) noexcept;
    operator std::string_view() const { return text_; }
    // NOLINTEND(google-explicit-constructor)

    SecretText(const SecretText& other) = default;
    SecretText(SecretText&& other) noexcept : SecretText(std::move(other.text_)) {}
    SecretText& operator=(SecretText other) noexcept;
    ~SecretText();

    // A copy of it is the caller's to wipe.
    const std::string& str() const { return text_; }
    bool empty() const { return text_.empty(); }
    size_t size() const { return text_.size(); }
    void clear() { *this = SecretText(); }
    void push_back(char character);
    void pop_back(); // of a text that is not empty

    bool operator==(const SecretText&) const = default;

  private:
    std::string text_;
};

// Zeros where the characters were; empty afterwards.
void wipe(std::string& text);

} // namespace rexue::base
