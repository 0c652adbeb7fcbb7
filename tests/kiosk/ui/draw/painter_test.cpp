// Things that lie apart look the same whether they are drawn one after the other or kind by kind.
#include "kiosk/ui/draw/painter.h"

#include <array>
#include <cstdlib>
#include <vector>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "kiosk/ui/draw/renderer.h"
#include "platform/window/window.h"

namespace rexue::ui::draw {
namespace {

constexpr int columns = 3;
constexpr int rows = 3;
constexpr int cell_px = 140;
constexpr int side_px = columns * cell_px;
constexpr Colour page{0xFB, 0xF6, 0xF1};
constexpr std::array colours{Colour{0x9A, 0x1B, 0x24}, Colour{0xFF, 0xFF, 0xFF},
                             Colour{0x2B, 0x1B, 0x17}, Colour{0xFF, 0xF4, 0xDA}};

// A key, a card, a mark: a ground with a border, and on it a line and a word. Small grounds are
// drawn, large ones cleared.
struct Thing {
    int width_px = 0;
    int height_px = 0;
    int radius_px = 0;
    int border_px = 0; // 0: none
    size_t ground = 0;
    size_t ink = 0;
    bool has_line = false;
    bool has_word = false;
};

rc::Gen<Thing> any_thing() {
    const auto length = [] { return rc::gen::inRange(20, cell_px - 4); };
    const auto colour = [] { return rc::gen::inRange<size_t>(0, colours.size()); };
    return rc::gen::build<Thing>(
        rc::gen::set(&Thing::width_px, length()), rc::gen::set(&Thing::height_px, length()),
        rc::gen::set(&Thing::radius_px, rc::gen::inRange(0, 30)),
        rc::gen::set(&Thing::border_px, rc::gen::inRange(0, 5)),
        rc::gen::set(&Thing::ground, colour()), rc::gen::set(&Thing::ink, colour()),
        rc::gen::set(&Thing::has_line), rc::gen::set(&Thing::has_word));
}

enum class Order { as_given, apart };

// A page to paint on, off screen, always with the same software renderer.
class Page {
  public:
    Page() {
        setenv("LIBGL_ALWAYS_SOFTWARE", "1", 1);
        setenv("GALLIUM_DRIVER", "llvmpipe", 1);
        auto window = window::make_offscreen_window(side_px, side_px);
        REXUE_ASSERT(window.has_value());
        window_ = std::move(*window);
        auto renderer = Renderer::create(side_px, side_px);
        REXUE_ASSERT(renderer.has_value());
        renderer_ = std::move(*renderer);
        std::array<std::uint8_t, 16 * 8> word{};
        for (size_t i = 0; i < word.size(); ++i)
            word[i] = static_cast<std::uint8_t>(i * 2);
        word_ = Texture::coverage(16, 8, 16, word.data());
    }

    template <typename Draw>
    std::vector<std::uint8_t> picture(const Draw& draw) {
        painter_.start(renderer_->begin_frame(), side_px);
        draw(painter_);
        painter_.start(nullptr, 0);
        renderer_->end_frame(page);
        auto pixels = window_->read_pixels();
        REXUE_ASSERT(pixels.has_value());
        return std::move(pixels->rgba);
    }

    std::vector<std::uint8_t> picture(const std::vector<Thing>& things, Order order) {
        return picture([&](Painter& painter) {
            if (order == Order::apart) painter.begin_apart();
            for (size_t i = 0; i < things.size(); ++i)
                paint(painter, things[i], i);
            if (order == Order::apart) painter.end_apart();
        });
    }

  private:
    void paint(Painter& painter, const Thing& thing, size_t cell) const {
        const auto x = static_cast<float>(cell % columns * cell_px + 2);
        const auto y = static_cast<float>(cell / columns * cell_px + 2);
        const auto width = static_cast<float>(thing.width_px);
        const auto height = static_cast<float>(thing.height_px);
        const PxRect rect{x, y, x + width, y + height};
        const Colour ground = colours[thing.ground];
        const Colour ink = colours[thing.ink];
        const auto radius = static_cast<float>(thing.radius_px);
        if (thing.border_px > 0) {
            painter.bordered(rect, ground, ink, radius, static_cast<float>(thing.border_px));
        } else {
            painter.fill(rect, ground, radius);
        }
        if (thing.has_line) painter.line({x + 8, y + 10}, {x + 12, y + 10}, ink, 2);
        if (thing.has_word) painter.texture(word_, x + 2, y + 2, ink);
    }

    std::unique_ptr<window::OffscreenWindow> window_;
    std::unique_ptr<Renderer> renderer_; // and what follows go before the window
    Painter painter_;
    Texture word_;
};

RC_GTEST_PROP(Painter, DrawsWhatLiesApartAlikeKindByKind, ()) {
    static Page page_to_paint;
    const auto things = *rc::gen::container<std::vector<Thing>>(columns * rows, any_thing());
    RC_ASSERT(page_to_paint.picture(things, Order::apart) ==
              page_to_paint.picture(things, Order::as_given));
}

// Why it is only for what lies apart, and that the two orders are not the same one.
TEST(Painter, DrawsWhatOverlapsOtherwiseKindByKind) {
    Page page_to_paint;
    const auto overlapping = [](Painter& painter) {
        painter.fill({10, 10, 60, 60}, colours[0]);                // drawn
        painter.fill({10, 10, 10 + 120, 10 + 120}, colours[2], 0); // cleared, over it
    };
    const auto in_order = page_to_paint.picture(overlapping);
    const auto apart = page_to_paint.picture([&](Painter& painter) {
        painter.begin_apart();
        overlapping(painter);
        painter.end_apart();
    });
    EXPECT_NE(in_order, apart);
}

TEST(Painter, DrawsInOrderAgainAfterwards) {
    Page page_to_paint;
    const auto overlapping = [](Painter& painter) {
        painter.fill({10, 10, 60, 60}, colours[0]);
        painter.fill({10, 10, 130, 130}, colours[2]);
    };
    const auto in_order = page_to_paint.picture(overlapping);
    const auto after_others = page_to_paint.picture([&](Painter& painter) {
        painter.begin_apart();
        painter.fill({200, 200, 220, 220}, page);
        painter.end_apart();
        overlapping(painter);
    });
    EXPECT_EQ(in_order, after_others);
}

// Tests without a window: nothing is drawn, and nothing goes wrong.
TEST(Painter, WithoutAListDrawsNothing) {
    Painter painter;
    painter.start(nullptr, 0);
    painter.begin_apart();
    painter.fill({0, 0, 200, 200}, colours[0], 10);
    painter.bordered({0, 0, 20, 20}, colours[0], colours[1], 4, 1);
    painter.line({0, 0}, {5, 5}, colours[0], 1);
    painter.end_apart();
}

} // namespace
} // namespace rexue::ui::draw
