// Somebody who hears and does not see: knows only what the terminal's speaker has played.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "tests/journeys/house_under_test.h"

namespace rexue::journeys {

// Presses keys and never looks. What the speaker was not given, what has no clip and what was
// broken off before its turn came is not heard, and so cannot be acted on.
class Listener {
  public:
    // The house's donor terminal is open.
    Listener(HouseUnderTest& house, SurfaceUnderTest& donor);

    // One thing the speaker was given to say.
    struct Utterance {
        std::uint64_t number = 0;
        std::string words; // of the clips that have begun
        std::string ended; // "played", "stopped"; empty while it is heard
    };
    // All that were heard, in order.
    std::vector<Utterance> heard() const;

    // After the newest press, or from the beginning: something is said whole that has these words.
    // It is then `last_words`.
    bool hears(std::string_view words);
    const std::string& last_words() const { return last_words_; }
    // Something begins to be said, and time stands still in the middle of its first words.
    bool hears_a_beginning();

    void press(window::Key key);
    // Goes from one thing to the next until one is said to be this, and chooses it.
    bool chooses(std::string_view wanted);

  private:
    std::uint64_t newest() const;

    HouseUnderTest& house_;
    SurfaceUnderTest& donor_;
    std::map<std::string, std::string, std::less<>> words_of_clip_;
    std::uint64_t before_press_ = 0; // the newest utterance of what lies behind
    std::string last_words_;
};

} // namespace rexue::journeys
