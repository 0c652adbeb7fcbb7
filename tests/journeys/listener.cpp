#include "tests/journeys/listener.h"

#include <chrono>
#include <fstream>
#include <iterator>
#include <utility>

#include "platform/json/parse.h"
#include "tests/support/eventually.h"
#include "tests/support/spoken.h"

namespace rexue::journeys {

namespace {

// Longer than any screen takes to be read.
constexpr std::chrono::minutes a_while{5};
// Nobody goes on for longer.
constexpr int most_things = 40;

using WordsOfClips = std::map<std::string, std::string, std::less<>>;

void add_clips(WordsOfClips& words, const char* manifest) {
    std::ifstream file(manifest);
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    const auto pack = json::parse(text, {.max_bytes = 4 * 1024 * 1024, .max_depth = 8});
    REXUE_ASSERT(pack.has_value());
    for (const auto& clip : pack->at("clips").as_array()) {
        words.emplace(clip.at("file").as_string(), clip.at("text").as_string());
    }
}

} // namespace

Listener::Listener(HouseUnderTest& house, SurfaceUnderTest& donor) : house_(house), donor_(donor) {
    add_clips(words_of_clip_, REXUE_VOICE_DIR "/en/pack.json");
    add_clips(words_of_clip_, REXUE_VOICE_DIR "/zh_CN/pack.json");
}

std::vector<Listener::Utterance> Listener::heard() const {
    std::vector<Utterance> all;
    for (const support::SpokenUtterance& spoken : support::read_spoken(house_.spoken_at_donor())) {
        Utterance one{.number = spoken.number, .words = {}, .ended = spoken.ended};
        for (const std::string& file : spoken.clips) {
            const auto clip = words_of_clip_.find(file);
            REXUE_ASSERT(clip != words_of_clip_.end());
            one.words += clip->second + ' ';
        }
        all.push_back(std::move(one));
    }
    return all;
}

std::uint64_t Listener::newest() const {
    const auto all = heard();
    return all.empty() ? 0 : all.back().number;
}

bool Listener::hears(std::string_view words) {
    return support::eventually([&] {
        (void)donor_.tree(); // the terminal goes on
        house_.voice_clock().advance(a_while);
        for (const Utterance& one : heard()) {
            if (one.number <= before_press_ || one.ended != "played") continue;
            last_words_ = one.words;
            if (one.words.find(words) != std::string::npos) return true;
        }
        return false;
    });
}

bool Listener::hears_a_beginning() {
    return support::eventually([&] {
        (void)donor_.tree();
        return newest() > before_press_;
    });
}

void Listener::press(window::Key key) {
    before_press_ = newest();
    donor_.press(key);
}

bool Listener::chooses(std::string_view wanted) {
    for (int thing = 0; thing < most_things; ++thing) {
        press(window::Key::right);
        if (!hears("")) return false;
        if (last_words_.find(wanted) == std::string::npos) continue;
        press(window::Key::enter);
        return true;
    }
    return false;
}

} // namespace rexue::journeys
