#include "platform/input_method/handwriting.h"

#include <algorithm>
#include <cmath>

#include <zinnia.h>

namespace rexue::input_method {

namespace {

// Of the box that zinnia is told, in its own whole numbers: what the model was trained with.
constexpr int box_side = 1000;

int on_grid(float share) {
    return static_cast<int>(std::lround(std::clamp(share, 0.0F, 1.0F) * box_side));
}

void add_stroke(zinnia::Character& character, size_t index, const Stroke& stroke) {
    const size_t count = std::min(stroke.size(), Handwriting::max_points);
    for (size_t i = 0; i < count; ++i) {
        // The last point of the stroke is always one of them.
        const size_t at = count < 2 ? 0 : i * (stroke.size() - 1) / (count - 1);
        character.add(index, on_grid(stroke[at].x), on_grid(stroke[at].y));
    }
}

} // namespace

struct Handwriting::Model {
    std::unique_ptr<zinnia::Recognizer> recognizer{zinnia::Recognizer::create()};
};

base::Result<std::unique_ptr<Handwriting>> Handwriting::create(const std::filesystem::path& path) {
    std::error_code failed;
    if (!std::filesystem::is_regular_file(path, failed)) {
        return base::fail(base::ErrorCode::not_found, "the handwriting model is not there");
    }
    auto model = std::make_unique<Model>();
    if (!model->recognizer || !model->recognizer->open(path.c_str())) {
        return base::fail(base::ErrorCode::corrupt, "the handwriting model cannot be used");
    }
    return std::unique_ptr<Handwriting>(new Handwriting(std::move(model)));
}

Handwriting::Handwriting(std::unique_ptr<Model> model) : model_(std::move(model)) {}
Handwriting::~Handwriting() = default;

std::vector<Candidate> Handwriting::recognise(const std::vector<Stroke>& ink, size_t limit) const {
    std::vector<Candidate> found;
    const std::unique_ptr<zinnia::Character> character(zinnia::Character::create());
    character->set_width(box_side);
    character->set_height(box_side);
    size_t index = 0;
    for (const Stroke& stroke : ink) {
        if (stroke.empty()) continue;
        if (index == max_strokes) break;
        add_stroke(*character, index++, stroke);
    }
    if (index == 0) return found;
    const std::unique_ptr<zinnia::Result> result(model_->recognizer->classify(*character, limit));
    for (size_t i = 0; result && i < result->size(); ++i) {
        found.push_back({.text = result->value(i)});
    }
    return found;
}

} // namespace rexue::input_method
