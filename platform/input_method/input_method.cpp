#include "platform/input_method/input_method.h"

#include <algorithm>
#include <string>

#include "platform/base/utf8.h"
#include "platform/input_method/radicals.h"

namespace rexue::input_method {

namespace {

// What the dictionary offers before the characters that it may lack.
constexpr size_t max_from_dictionary = 150;

void add_characters(std::vector<Candidate>& found, const std::vector<char32_t>& characters,
                    size_t letters) {
    for (const char32_t character : characters)
        found.push_back({.text = base::encode_utf8(character), .letters = letters});
}

// The first of each text stays. Compared where they lie: what a donor types is a name, and a list
// beside this one would hold it unwiped. At most some hundred: all pairs take no time to speak of.
void drop_repeated(std::vector<Candidate>& found) {
    for (size_t i = 0; i < found.size(); ++i) {
        const auto after = found.begin() + static_cast<std::ptrdiff_t>(i) + 1;
        const auto repeated = std::remove_if(after, found.end(), [&](const Candidate& candidate) {
            return candidate.text == found[i].text;
        });
        for (auto dropped = repeated; dropped != found.end(); ++dropped)
            base::wipe(dropped->text);
        found.erase(repeated, found.end());
    }
}

} // namespace

Files Files::installed(std::filesystem::path han_table) {
    return {.pinyin_dictionary = REXUE_PINYIN_DICTIONARY,
            .handwriting_model = "/usr/share/tegaki/models/zinnia/handwriting-zh_CN.model",
            .han_table = std::move(han_table)};
}

base::Status InputMethod::load_pinyin() {
    if (pinyin_) return {};
    auto made = Pinyin::create(files_.pinyin_dictionary);
    if (!made) return base::fail(made);
    pinyin_ = std::move(*made);
    return {};
}

base::Status InputMethod::load_table() {
    if (table_) return {};
    auto loaded = HanTable::load(files_.han_table);
    if (!loaded) return base::fail(loaded);
    table_ = std::move(*loaded);
    return {};
}

base::Status InputMethod::load_handwriting() {
    if (handwriting_) return {};
    auto made = Handwriting::create(files_.handwriting_model);
    if (!made) return base::fail(made);
    handwriting_ = std::move(*made);
    return {};
}

base::Result<std::vector<Candidate>> InputMethod::by_pinyin(const Query& query) {
    const base::Status dictionary = load_pinyin();
    const base::Status table = load_table();
    // Either alone is better than nothing.
    if (!dictionary && !table) return base::fail(dictionary);
    std::vector<Candidate> found;
    const std::string& letters = query.letters;
    // A syllable that no dictionary knows, such as biang, is not taken for two of its own.
    size_t syllable = 0;
    if (table && table_->has_reading(letters)) syllable = letters.size();
    if (dictionary) {
        const size_t first = pinyin_->first_syllable(letters);
        if (syllable > first) {
            add_characters(found, table_->by_reading(letters, max_candidates), syllable);
        }
        std::ranges::move(pinyin_->look_up(letters, max_from_dictionary),
                          std::back_inserter(found));
        syllable = first;
    }
    if (table && syllable > 0) {
        // "xi'an": the sign between belongs to the syllable before it.
        std::string_view reading = std::string_view(letters).substr(0, syllable);
        while (reading.ends_with('\''))
            reading.remove_suffix(1);
        add_characters(found, table_->by_reading(reading, max_candidates), syllable);
    }
    drop_repeated(found);
    return found;
}

base::Result<std::vector<Candidate>> InputMethod::by_hand(const Query& query) {
    if (auto loaded = load_handwriting(); !loaded) return base::fail(loaded);
    return handwriting_->recognise(query.ink, max_written);
}

base::Result<std::vector<Candidate>> InputMethod::by_radical(const Query& query) {
    if (auto loaded = load_table(); !loaded) return base::fail(loaded);
    std::vector<Candidate> found;
    add_characters(found, table_->by_radical(query.radical, query.strokes, max_candidates), 0);
    return found;
}

base::Result<Answer> InputMethod::answer(const Query& query) {
    base::Result<std::vector<Candidate>> found;
    switch (query.kind) {
        case Query::Kind::pinyin:
            found = by_pinyin(query);
            break;
        case Query::Kind::handwriting:
            found = by_hand(query);
            break;
        case Query::Kind::radicals:
            for (const std::string_view radical : radicals_of(query.strokes))
                found->push_back({.text = std::string(radical)});
            break;
        case Query::Kind::characters:
            found = by_radical(query);
            break;
    }
    if (!found) return base::fail(found);
    if (found->size() > max_candidates) found->resize(max_candidates);
    return Answer{.number = query.number, .candidates = std::move(*found)};
}

void InputMethod::forget() {
    if (pinyin_) pinyin_->forget();
}

} // namespace rexue::input_method
