// The three engines behind the keyboards as one, each loaded when it is first asked.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>

#include "platform/base/error.h"
#include "platform/input_method/han_table.h"
#include "platform/input_method/handwriting.h"
#include "platform/input_method/pinyin.h"
#include "platform/input_method/query.h"

namespace rexue::input_method {

struct Files {
    std::filesystem::path pinyin_dictionary;
    std::filesystem::path handwriting_model;
    std::filesystem::path han_table;

    // Where Debian's packages install the first two.
    static Files installed(std::filesystem::path han_table);
};

// One thread at a time, and one a process that was asked for pinyin. Nothing here writes a file.
class InputMethod {
  public:
    static constexpr size_t max_candidates = 400;
    static constexpr size_t max_written = 20; // handwriting: guesses worth looking at

    explicit InputMethod(Files files) : files_(std::move(files)) {}

    // The first question of a kind blocks while its engine loads (about 5 ms for pinyin, 90 ms for
    // the table, 20 ms for handwriting, and the disk), the next ones for as long as their engine
    // says. So this belongs on a worker, the newest question first. Fails when the engine's file is
    // missing or damaged, and tries again the next time; the other kinds go on. A question with
    // nothing to find is answered with no candidates.
    base::Result<Answer> answer(const Query& query);

    // The end of a visit: what the engines still hold of it is overwritten. They stay loaded.
    void forget();

  private:
    base::Status load_pinyin();
    base::Status load_table();
    base::Status load_handwriting();
    base::Result<std::vector<Candidate>> by_pinyin(const Query& query);
    base::Result<std::vector<Candidate>> by_hand(const Query& query);
    base::Result<std::vector<Candidate>> by_radical(const Query& query);

    Files files_;
    std::unique_ptr<Pinyin> pinyin_;
    std::unique_ptr<Handwriting> handwriting_;
    std::optional<HanTable> table_;
};

} // namespace rexue::input_method
