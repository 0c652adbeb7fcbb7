#include "kiosk/ui/speech/clip_pack.h"

#include <optional>
#include <utility>

#include <boost/describe.hpp>

#include "kiosk/ui/speech/letters.h"
#include "platform/json/codec.h"
#include "platform/json/parse.h"

namespace rexue::ui::speech {

BOOST_DESCRIBE_STRUCT(PackWords, (),
                      (button, choice, list_item, field, selected, unavailable, fallback, range,
                       step, step_of, step_end, call, call_to))

namespace {

struct ManifestClip {
    std::string text;
    std::string file;
};
BOOST_DESCRIBE_STRUCT(ManifestClip, (), (text, file))

struct Manifest {
    std::string language;
    PackWords words;
    std::optional<std::string> chime;
    std::vector<ManifestClip> clips;
};
BOOST_DESCRIBE_STRUCT(Manifest, (), (language, words, chime, clips))

std::unexpected<base::Error> refuse(base::ErrorCode code, const std::string& why) {
    return base::fail(code, "voice: " + why);
}

// Relative, and below the pack's folder.
bool stays_inside(std::string_view file) {
    return !file.empty() && file.front() != '/' && file.find("..") == std::string_view::npos &&
           file.find('\0') == std::string_view::npos;
}

} // namespace

base::Result<ClipPack> ClipPack::parse(
    std::string_view manifest, const std::function<bool(const std::string& file)>& is_there) {
    const auto value = json::parse(manifest, {.max_bytes = 4 * 1024 * 1024, .max_depth = 8});
    if (!value) return base::fail(value);
    auto read = json::from_json<Manifest>(*value);
    if (!read) return base::fail(read);
    if (read->clips.size() > max_clips) {
        return refuse(base::ErrorCode::limit_exceeded, "too many clips");
    }
    ClipPack pack;
    pack.language_ = read->language;
    if (!read->language.starts_with("zh") && !read->language.starts_with("en")) {
        return refuse(base::ErrorCode::unsupported, "numbers of this language are not known");
    }
    pack.tongue_ = read->language.starts_with("zh") ? Tongue::chinese : Tongue::english;
    pack.words_ = std::move(read->words);
    for (const ManifestClip& clip : read->clips) {
        if (!stays_inside(clip.file)) {
            return refuse(base::ErrorCode::invalid_argument, "a clip outside the pack");
        }
        if (is_there(clip.file)) pack.add(clip.text, clip.file);
    }
    if (read->chime && stays_inside(*read->chime) && is_there(*read->chime)) {
        pack.chime_ = *read->chime;
    }
    if (pack.file_of(pack.words_.fallback) == nullptr) {
        return refuse(base::ErrorCode::invalid_argument, "no clip for what has no clip");
    }
    return pack;
}

void ClipPack::add(const std::string& text, const std::string& file) {
    const std::string plain = plain_words(text);
    if (plain.empty() || !files_.emplace(plain, file).second) return;
    by_character_[std::string(first_character(plain))].push_back(plain);
}

const std::string* ClipPack::file_of(std::string_view text) const {
    const auto found = files_.find(plain_words(text));
    return found == files_.end() ? nullptr : &found->second;
}

const std::vector<std::string>& ClipPack::texts_beginning_with(std::string_view character) const {
    static const std::vector<std::string> none;
    const auto found = by_character_.find(character);
    return found == by_character_.end() ? none : found->second;
}

} // namespace rexue::ui::speech
