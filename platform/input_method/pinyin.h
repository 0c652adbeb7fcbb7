// Pinyin to characters and words, by libgooglepinyin. It knows nothing beyond U+FFFF.
//
// Nothing is learnt: the library gets no user dictionary, so it opens no file for writing, and it
// is asked, never told what was chosen. The same letters have the same answer in every visit.
#pragma once

#include <filesystem>
#include <memory>
#include <string_view>
#include <vector>

#include "platform/base/error.h"
#include "platform/input_method/query.h"

namespace rexue::input_method {

class Pinyin {
  public:
    // Twelve is a name of two of the longest syllables. The library stops the whole program on
    // fourteen letters of which each may begin many words ("zzzzzzzzzzzzzz").
    static constexpr size_t max_letters = 12;

    // Blocks for some milliseconds on the dictionary's file, 1 MB, which it keeps. not_found
    // without it, corrupt when the library does not take it, already_exists while another lives:
    // the library has one state a process.
    static base::Result<std::unique_ptr<Pinyin>> create(const std::filesystem::path& dictionary);
    ~Pinyin();
    Pinyin(const Pinyin&) = delete;
    Pinyin& operator=(const Pinyin&) = delete;

    // At most `limit` candidates; the first may be a word for all letters, the last are characters
    // of the first syllable. Choosing one means to keep its text and to ask again for the letters
    // after those it stands for. Nothing for letters that begin no syllable, for other characters
    // than a … z and ', and past max_letters. Mostly well under a millisecond. One thread at a
    // time.
    std::vector<Candidate> look_up(std::string_view letters, size_t limit) const;

    // How many letters the first syllable takes, 0 when there is none.
    size_t first_syllable(std::string_view letters) const;

    // Overwrites the letters that the library still holds.
    void forget();

  private:
    Pinyin() = default;
};

} // namespace rexue::input_method
