// How this donor wants the terminal to look, read and speak. Back to the default after each visit.
#pragma once

#include <string>

#include <boost/describe.hpp>

namespace rexue::flow::donor {

enum class Mode { normal, care }; // care: 关怀模式, for the elderly
BOOST_DESCRIBE_ENUM(Mode, normal, care)

enum class Contrast { normal, white_on_black, black_on_white };
BOOST_DESCRIBE_ENUM(Contrast, normal, white_on_black, black_on_white)

enum class TextStep { standard, large, larger, largest };
BOOST_DESCRIBE_ENUM(TextStep, standard, large, larger, largest)

// low: all that is read and touched lies in the lower half of the screen.
enum class Reach { full, low };
BOOST_DESCRIBE_ENUM(Reach, full, low)

enum class ReadAloud { off, on };
BOOST_DESCRIBE_ENUM(ReadAloud, off, on)

struct Preferences {
    std::string language = "zh_CN";
    Mode mode = Mode::normal;
    Contrast contrast = Contrast::normal;
    TextStep text = TextStep::standard;
    Reach reach = Reach::full;
    ReadAloud read_aloud = ReadAloud::off;
    int volume = default_volume; // 1 … loudest

    static constexpr int default_volume = 3;
    static constexpr int loudest = 5;

    bool operator==(const Preferences&) const = default;
};

} // namespace rexue::flow::donor
