#include "platform/input_method/pinyin.h"

#include <array>
#include <atomic>
#include <span>

#include <pinyinime.h>

#include "platform/base/random.h"
#include "platform/base/utf8.h"

namespace rexue::input_method {

namespace {

namespace ime = ime_pinyin;

std::atomic<bool> is_open = false;

// Unused letters of the alphabet, as many as may be asked.
constexpr std::string_view neutral = "aaaaaaaaaaaa";
static_assert(neutral.size() == Pinyin::max_letters);

bool is_answerable(std::string_view letters) {
    if (letters.empty() || letters.size() > Pinyin::max_letters) return false;
    if (letters.front() == '\'') return false;
    return letters.find_first_not_of("abcdefghijklmnopqrstuvwxyz'") == std::string_view::npos;
}

// Where the syllables of the newest search begin, and where the last ends.
std::span<const ime::uint16> syllable_starts() {
    const ime::uint16* starts = nullptr;
    const size_t count = ime::im_get_spl_start_pos(starts);
    if (starts == nullptr || count == 0) return {};
    return {starts, count + 1};
}

size_t search(std::string_view letters) {
    ime::im_reset_search();
    return ime::im_search(letters.data(), letters.size());
}

using Buffer = std::array<ime::char16, ime::kMaxSearchSteps + 1>;

std::string utf8_of(const Buffer& units) {
    std::array<std::byte, 2 * std::tuple_size_v<Buffer>> bytes{};
    size_t length = 0;
    for (const ime::char16 unit : units) {
        if (unit == 0) break;
        bytes[length++] = static_cast<std::byte>(unit & 0xFF);
        bytes[length++] = static_cast<std::byte>(unit >> 8);
    }
    std::string text = base::utf8_from_utf16le(std::span(bytes).first(length));
    base::wipe(bytes);
    return text;
}

} // namespace

base::Result<std::unique_ptr<Pinyin>> Pinyin::create(const std::filesystem::path& dictionary) {
    std::error_code failed;
    if (!std::filesystem::is_regular_file(dictionary, failed)) {
        return base::fail(base::ErrorCode::not_found, "the pinyin dictionary is not there");
    }
    if (is_open.exchange(true)) {
        return base::fail(base::ErrorCode::already_exists, "pinyin is open already");
    }
    // A user dictionary without a name cannot be opened or made: the library goes on without.
    if (!ime::im_open_decoder(dictionary.c_str(), "")) {
        // Nothing to close: the library falls over its own half-made state.
        is_open = false;
        return base::fail(base::ErrorCode::corrupt, "the pinyin dictionary cannot be used");
    }
    return std::unique_ptr<Pinyin>(new Pinyin);
}

Pinyin::~Pinyin() {
    forget();
    ime::im_close_decoder();
    is_open = false;
}

std::vector<Candidate> Pinyin::look_up(std::string_view letters, size_t limit) const {
    std::vector<Candidate> found;
    if (!is_answerable(letters)) return found;
    const size_t count = search(letters);
    const auto starts = syllable_starts();
    if (starts.empty()) return found;
    Buffer buffer{};
    for (size_t i = 0; i < count && found.size() < limit; ++i) {
        if (ime::im_get_candidate(i, buffer.data(), buffer.size() - 1) == nullptr) continue;
        const std::string text = utf8_of(buffer);
        // One character a syllable; letters the library could not place stand at the end as they
        // are, and such a candidate is none.
        const size_t characters = base::code_points(text).size();
        if (text.empty() || characters >= starts.size()) continue;
        if (text.find_first_of("abcdefghijklmnopqrstuvwxyz'") != std::string::npos) continue;
        found.push_back({.text = text, .letters = starts[characters]});
    }
    base::wipe(std::as_writable_bytes(std::span(buffer)));
    return found;
}

size_t Pinyin::first_syllable(std::string_view letters) const {
    if (!is_answerable(letters)) return 0;
    search(letters);
    const auto starts = syllable_starts();
    return starts.size() < 2 ? 0 : starts[1];
}

void Pinyin::forget() {
    search(neutral);
    ime::im_reset_search();
}

} // namespace rexue::input_method
