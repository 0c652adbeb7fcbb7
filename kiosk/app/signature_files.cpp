#include "kiosk/app/signature_files.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "platform/base/encoding.h"
#include "platform/base/random.h"
#include "platform/image/picture.h"

namespace rexue::app {

namespace {

using ui::widgets::Signature;

constexpr float px_per_mm = 4;
constexpr float edge_mm = 2;
constexpr float pen_mm = 0.5F;
constexpr float most_mm = 600; // a pad is never wider: memory stays small

struct Box {
    float left = most_mm;
    float top = most_mm;
    float right = 0;
    float bottom = 0;
};

Box box_of(const Signature& signature) {
    Box box;
    for (size_t i = 0; i < signature.stroke_count(); ++i) {
        for (const ui::Point& point : signature.stroke(i)) {
            box = {std::min(box.left, point.x), std::min(box.top, point.y),
                   std::max(box.right, point.x), std::max(box.bottom, point.y)};
        }
    }
    return box;
}

void dot(image::GreyImage& picture, float x_px, float y_px) {
    constexpr float radius = pen_mm * px_per_mm / 2 + 0.5F;
    const int reach = static_cast<int>(std::ceil(radius));
    for (int dy = -reach; dy <= reach; ++dy) {
        for (int dx = -reach; dx <= reach; ++dx) {
            const int x = static_cast<int>(std::lround(x_px)) + dx;
            const int y = static_cast<int>(std::lround(y_px)) + dy;
            const bool inside = x >= 0 && y >= 0 && x < picture.width_px && y < picture.height_px;
            if (!inside || std::hypot(dx, dy) > radius) continue;
            picture.luminance[static_cast<size_t>(y) * static_cast<size_t>(picture.width_px) +
                              static_cast<size_t>(x)] = 0;
        }
    }
}

image::GreyImage picture_of(const Signature& signature) {
    const Box box = box_of(signature);
    const auto px = [](float mm) {
        return static_cast<int>(std::ceil(std::clamp(mm, 0.0F, most_mm) * px_per_mm));
    };
    image::GreyImage picture{.width_px = px(box.right - box.left + 2 * edge_mm) + 1,
                             .height_px = px(box.bottom - box.top + 2 * edge_mm) + 1};
    picture.luminance.assign(
        static_cast<size_t>(picture.width_px) * static_cast<size_t>(picture.height_px), 255);
    for (size_t i = 0; i < signature.stroke_count(); ++i) {
        const auto stroke = signature.stroke(i);
        for (size_t j = 0; j < stroke.size(); ++j) {
            const ui::Point from = stroke[j == 0 ? 0 : j - 1];
            const ui::Point to = stroke[j];
            const float length_px = std::hypot(to.x - from.x, to.y - from.y) * px_per_mm;
            const int steps = static_cast<int>(length_px) + 1;
            for (int step = 0; step <= steps; ++step) {
                const float share = static_cast<float>(step) / static_cast<float>(steps);
                dot(picture, (from.x + (to.x - from.x) * share - box.left + edge_mm) * px_per_mm,
                    (from.y + (to.y - from.y) * share - box.top + edge_mm) * px_per_mm);
            }
        }
    }
    return picture;
}

std::string strokes_of(const Signature& signature) {
    std::string text;
    size_t points = 0;
    for (size_t i = 0; i < signature.stroke_count(); ++i)
        points += signature.stroke(i).size();
    // One piece of memory from the start: what grows leaves copies behind.
    text.reserve(points * 16 + signature.stroke_count() * 4 + 4);
    const auto add = [&](float mm) { text += std::to_string(std::lround(mm * 100)); };
    text += '[';
    for (size_t i = 0; i < signature.stroke_count(); ++i) {
        text += i == 0 ? "[" : ",[";
        bool first = true;
        for (const ui::Point& point : signature.stroke(i)) {
            if (!first) text += ',';
            first = false;
            add(point.x);
            text += ',';
            add(point.y);
        }
        text += ']';
    }
    text += ']';
    return text;
}

} // namespace

flow::donor::DrawnSignature record_signature(const Signature& signature) {
    flow::donor::DrawnSignature record;
    if (!signature.is_signed()) return record;
    record.strokes = base::SecretText(strokes_of(signature));
    image::GreyImage picture = picture_of(signature);
    auto png = image::encode_png(picture);
    base::wipe(std::as_writable_bytes(std::span(picture.luminance)));
    if (png) {
        record.png = base::SecretText(base::base64_encode(*png));
        base::wipe(*png);
    }
    return record;
}

} // namespace rexue::app
