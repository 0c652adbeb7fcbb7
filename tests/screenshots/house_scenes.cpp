// The screens of staff and of everybody waiting, in every language and text size.
#include <map>
#include <memory>
#include <set>
#include <string>
#include <utility>

#include "kiosk/rule_files/honours_files.h"
#include "tests/screenshots/scenes.h"

namespace rexue::screenshots {

namespace {

using Names = std::set<std::string>;

struct Manner {
    std::string name; // after the scene's; empty: as it comes
    const char* language;
    ui::Look look;
};

constexpr ui::Look largest{.text = ui::TextStep::largest};

// Care mode is a donor's. Nobody sets the size of a board's words: it is the first six of these.
const std::vector<Manner> manners{
    {"", "zh_CN", {}},
    {"-en", "en", {}},
    {"-pseudo", "en_XA", {}},
    {"-right-to-left", "ar_XB", {}},
    {"-white-on-black", "zh_CN", {.contrast = ui::Contrast::white_on_black}},
    {"-black-on-white", "zh_CN", {.contrast = ui::Contrast::black_on_white}},
    {"-largest", "zh_CN", largest},
    {"-largest-en", "en", largest},
    {"-largest-pseudo", "en_XA", largest},
    {"-largest-right-to-left", "ar_XB", largest},
};
constexpr size_t manners_of_a_board = 6;

// Which pictures a person accepts; all others are checked for their layout.
struct Pictures {
    Names not_as_it_comes; // much like another one
    std::map<std::string, Names> in_manner;
};

const Pictures of_staff{
    .not_as_it_comes = {"sign-in-locked", "sign-in-many-tries", "signing-in",
                        "choose-desk-long-names", "desk-connecting", "desk-used-elsewhere",
                        "desk-moved-on", "reviews-offline", "review-offline", "review-moved-on",
                        "correcting-saving", "measuring-saving", "measuring-refused",
                        "deciding-saving", "matching-saving", "review-gifts",
                        "review-match-approved", "review-unanswered", "review-uyghur-name"},
    .in_manner = {{"-en",
                   {"sign-in-typed", "choose-desk-long-names", "desk", "desk-missed",
                    "desk-long-names", "review", "deciding", "reviews-many", "choose-desk",
                    "reviews", "correcting", "measuring"}},
                  {"-right-to-left", {"desk"}},
                  {"-white-on-black",
                   {"sign-in-typed", "choose-desk", "desk", "reviews", "review", "correcting",
                    "measuring", "deciding"}},
                  {"-black-on-white", {"sign-in-typed", "choose-desk", "desk"}},
                  {"-largest",
                   {"sign-in-typed", "choose-desk", "desk", "reviews", "review", "correcting",
                    "measuring", "deciding"}},
                  {"-largest-en", {"sign-in-typed", "desk", "desk-help-many", "desk-crowded"}}}};

const Pictures of_boards{
    .not_as_it_comes = {"staff-not-yet-wanted", "first-start-offline", "three-calls"},
    .in_manner = {{"-en", {"calls", "five-desks", "first-of-the-day", "long-names"}},
                  {"-right-to-left", {"calls"}},
                  {"-white-on-black", {"calls"}},
                  {"-black-on-white", {"calls"}}}};

bool is_pictured(const Pictures& pictures, const std::string& name, const Manner& manner) {
    if (manner.name.empty()) return !pictures.not_as_it_comes.contains(name);
    const auto found = pictures.in_manner.find(manner.name);
    return found != pictures.in_manner.end() && found->second.contains(name);
}

// `surface` stands before the names of its scenes: "staff-".
std::vector<Scene> in_manners(const std::vector<screens::samples::Scene>& samples,
                              const std::string& surface, const Pictures& pictures, size_t count) {
    std::vector<Scene> scenes;
    for (const screens::samples::Scene& sample : samples) {
        const std::string name = sample.name.substr(surface.size());
        for (size_t i = 0; i < count; ++i) {
            const Manner& manner = manners[i];
            Scene scene{sample, is_pictured(pictures, name, manner) ? Kept::picture : Kept::layout,
                        surface + (manner.name.empty() ? "as-it-comes" : manner.name.substr(1)),
                        sample.name};
            scene.name += manner.name;
            scene.language = manner.language;
            scene.look = manner.look;
            scenes.push_back(std::move(scene));
        }
    }
    return scenes;
}

const Pictures of_volunteers{
    .not_as_it_comes = {"not-yet-valid", "looking-up"},
    .in_manner = {{"-en", {"scan", "valid", "altered", "places", "valid-long-words"}},
                  {"-white-on-black", {"valid"}},
                  {"-largest", {"valid", "scan"}},
                  {"-largest-en", {"valid-long-words"}}}};

} // namespace

std::vector<Scene> staff_scenes() {
    return in_manners(screens::samples::staff_scenes(), "staff-", of_staff, manners.size());
}

std::vector<Scene> volunteer_scenes() {
    auto honours = rule_files::read_honours(REXUE_ASSETS_DIR);
    REXUE_ASSERT(honours.has_value());
    const auto shared = std::make_shared<const honour::Honours>(std::move(*honours));
    return in_manners(screens::samples::volunteer_scenes(shared), "volunteer-", of_volunteers,
                      manners.size());
}

std::vector<Scene> board_scenes() {
    return in_manners(screens::samples::board_scenes(), "board-", of_boards, manners_of_a_board);
}

} // namespace rexue::screenshots
