#include "tests/support/spoken.h"

#include <fstream>

#include "platform/json/parse.h"

namespace rexue::support {

std::vector<SpokenUtterance> read_spoken(const std::filesystem::path& spoken_jsonl) {
    std::vector<SpokenUtterance> all;
    std::ifstream file(spoken_jsonl);
    for (std::string line; std::getline(file, line);) {
        const auto told = json::parse(line);
        if (!told) break;
        const auto number = told->at("utterance").to_number<std::uint64_t>();
        if (all.empty() || all.back().number != number) {
            all.push_back({.number = number, .clips = {}, .volumes = {}, .ended = {}});
        }
        if (const auto* ended = told->as_object().if_contains("ended")) {
            all.back().ended = ended->as_string();
        } else {
            all.back().clips.emplace_back(told->at("clip").as_string());
            all.back().volumes.push_back(told->at("volume").to_number<double>());
        }
    }
    return all;
}

} // namespace rexue::support
