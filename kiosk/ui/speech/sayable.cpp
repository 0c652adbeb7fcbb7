#include "kiosk/ui/speech/sayable.h"

#include <algorithm>
#include <limits>
#include <optional>

#include "kiosk/ui/speech/letters.h"
#include "kiosk/ui/speech/values.h"
#include "platform/base/utf8.h"

namespace rexue::ui::speech {

namespace {

// The cheapest cover wins. A single character is dearer than a phrase, so that it is not found in
// the middle of words it has nothing to do with; anything is better than a gap.
constexpr int phrase_cost = 10;
constexpr int character_cost = 25;
constexpr int gap_cost = 100;

// What may be said from one place of the text on.
struct Step {
    enum class Kind { end, separator, words, value, gap } kind = Kind::end;
    size_t bytes = 0;
    Words words; // of words and value
    int cost = std::numeric_limits<int>::max();
};

bool ends_inside_word(std::string_view text, size_t place) {
    return place > 0 && place < text.size() && is_word_letter(text[place - 1]) &&
           is_word_letter(text[place]);
}

class Cutter {
  public:
    Cutter(const ClipPack& pack, std::string_view text)
        : pack_(pack), text_(text), best_(text.size() + 1) {
        best_.back().cost = 0;
        for (size_t place = text.size(); place-- > 0;) {
            // Only where a character begins.
            if ((static_cast<unsigned char>(text[place]) & 0xC0) != 0x80) best_[place] = at(place);
        }
    }

    std::vector<Piece> pieces() const {
        std::vector<Piece> pieces;
        for (size_t place = 0; place < text_.size(); place += best_[place].bytes)
            add(pieces, best_[place], text_.substr(place, best_[place].bytes));
        return pieces;
    }

  private:
    Step at(size_t place) const {
        const std::string_view rest = text_.substr(place);
        const std::string_view character = first_character(rest);
        Step best;
        offer(best, place, {Step::Kind::gap, character.size(), {}, gap_cost});
        if (auto value = value_at(pack_, text_, place); value && all_known(value->words)) {
            offer(best, place, {Step::Kind::value, value->bytes, value->words, phrase_cost});
        } else if (is_separator(character)) { // not the dash of 5–10, which is said
            offer(best, place, {Step::Kind::separator, character.size(), {}, 0});
        }
        if (ends_inside_word(text_, place)) return best;
        for (const std::string& words : pack_.texts_beginning_with(character)) {
            if (!rest.starts_with(words) || ends_inside_word(text_, place + words.size())) continue;
            const bool alone = words.size() == character.size();
            offer(best, place,
                  {Step::Kind::words, words.size(), {words}, alone ? character_cost : phrase_cost});
        }
        return best;
    }

    bool all_known(const Words& words) const {
        return std::ranges::all_of(
            words, [&](const std::string& word) { return pack_.file_of(word) != nullptr; });
    }

    void offer(Step& best, size_t place, Step step) const {
        const size_t end = std::min(place + step.bytes, text_.size());
        step.bytes = end - place;
        step.cost += best_[end].cost;
        if (step.cost < best.cost) best = std::move(step);
    }

    static void add(std::vector<Piece>& pieces, const Step& step, std::string_view text) {
        switch (step.kind) {
            case Step::Kind::separator:
                if (!pieces.empty()) {
                    auto& pause = pieces.back().pause_after;
                    pause = std::max(pause, pause_of(text));
                }
                return;
            case Step::Kind::gap:
                if (pieces.empty() || pieces.back().is_known ||
                    pieces.back().pause_after.count() > 0) {
                    pieces.push_back({.words = "", .is_known = false});
                }
                pieces.back().words += text;
                return;
            case Step::Kind::words:
            case Step::Kind::value:
                for (const std::string& words : step.words)
                    pieces.push_back({.words = words});
                return;
            case Step::Kind::end:
                return;
        }
    }

    const ClipPack& pack_;
    const std::string_view text_;
    std::vector<Step> best_; // by place
};

} // namespace

std::vector<Piece> cut_into_clips(const ClipPack& pack, std::string_view text) {
    if (text.size() > longest_text_bytes) {
        return {{.words = std::string(text), .is_known = false}};
    }
    // Malformed bytes become a character of their own, which no clip says.
    const std::string plain = plain_words(base::encode_utf8(base::code_points(text)));
    if (plain.empty()) return {};
    return Cutter(pack, plain).pieces();
}

} // namespace rexue::ui::speech
