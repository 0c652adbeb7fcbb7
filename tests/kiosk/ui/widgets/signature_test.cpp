// What a finger wrote, within limits.
#include "kiosk/ui/widgets/signature.h"

#include <cmath>
#include <limits>

#include <gtest/gtest.h>

#include "kiosk/ui/widgets/smooth_stroke.h"

namespace rexue::ui::widgets {
namespace {

Signature a_signature() {
    Signature signature;
    signature.begin_stroke();
    signature.add({10, 10});
    signature.add({20, 10});
    signature.begin_stroke();
    signature.add({15, 5});
    signature.add({15, 25});
    return signature;
}

TEST(SignatureTest, KeepsStrokesInOrder) {
    const Signature signature = a_signature();
    ASSERT_EQ(signature.stroke_count(), 2U);
    EXPECT_EQ(signature.stroke(0)[1], (Point{20, 10}));
    EXPECT_EQ(signature.stroke(1)[0], (Point{15, 5}));
    EXPECT_FLOAT_EQ(signature.ink_mm(), 30);
    EXPECT_TRUE(signature.is_signed());
}

TEST(SignatureTest, ASlipOfTheFingerIsNone) {
    Signature signature;
    EXPECT_FALSE(signature.has_ink());
    signature.begin_stroke();
    EXPECT_FALSE(signature.has_ink());
    signature.add({10, 10});
    signature.add({12, 10});
    EXPECT_TRUE(signature.has_ink());
    EXPECT_FALSE(signature.is_signed());
}

TEST(SignatureTest, ATremblingFingerAddsNothing) {
    Signature signature;
    for (int i = 0; i < 1'000; ++i)
        signature.add({10.0F + 0.1F * static_cast<float>(i % 2), 10});
    EXPECT_EQ(signature.stroke(0).size(), 1U);
}

TEST(SignatureTest, EndsAtItsLimits) {
    Signature points;
    for (size_t i = 0; i < 2 * Signature::max_points; ++i)
        points.add({static_cast<float>(i), 0});
    EXPECT_EQ(points.stroke(0).size(), Signature::max_points);

    Signature strokes;
    for (size_t i = 0; i < Signature::max_strokes; ++i) {
        strokes.begin_stroke();
        strokes.add({0, static_cast<float>(i)});
    }
    const size_t last = Signature::max_strokes - 1;
    strokes.begin_stroke();
    strokes.add({90, 90});
    EXPECT_EQ(strokes.stroke_count(), Signature::max_strokes);
    EXPECT_EQ(strokes.stroke(last).size(), 1U) << "no line across the pad to what is not kept";
    strokes.clear();
    strokes.add({1, 1});
    EXPECT_EQ(strokes.stroke_count(), 1U);
}

TEST(SignatureTest, RefusesWhatIsNoPlace) {
    Signature signature;
    signature.add({std::numeric_limits<float>::quiet_NaN(), 1});
    signature.add({1, std::numeric_limits<float>::infinity()});
    EXPECT_FALSE(signature.has_ink());
}

TEST(SignatureTest, OverwritesWhatItClears) {
    Signature signature = a_signature();
    const Point* const memory = signature.stroke(0).data();
    signature.clear();
    EXPECT_FALSE(signature.has_ink());
    // The place is still the signature's own: a cleared vector keeps it.
    EXPECT_EQ(memory[0], (Point{0, 0}));
    EXPECT_EQ(memory[3], (Point{0, 0}));
}

TEST(SignatureTest, IsCopiedAndMovedWhole) {
    Signature first = a_signature();
    Signature copy;
    copy = first;
    first.clear();
    EXPECT_FLOAT_EQ(copy.ink_mm(), 30);
    const Signature moved = std::move(copy);
    EXPECT_FLOAT_EQ(moved.ink_mm(), 30);
}

TEST(SmoothStroke, RunsFromEndToEndWithoutCorners) {
    const std::vector<Point> corner{{0, 0}, {10, 0}, {10, 10}};
    const auto curve = smooth_stroke(corner);
    EXPECT_EQ(curve.front(), corner.front());
    EXPECT_EQ(curve.back(), corner.back());
    float sharpest = 0;
    for (size_t i = 2; i < curve.size(); ++i) {
        const auto angle = [&](size_t to) {
            return std::atan2(curve[to].y - curve[to - 1].y, curve[to].x - curve[to - 1].x);
        };
        EXPECT_NE(curve[i], curve[i - 1]) << "a polyline spikes where points coincide";
        sharpest = std::max(sharpest, std::abs(angle(i) - angle(i - 1)));
    }
    EXPECT_LT(sharpest, 0.5F) << "a right angle is 1.57";
}

TEST(SmoothStroke, OfFewPointsIsStillSomething) {
    EXPECT_TRUE(smooth_stroke({}).empty());
    const Point dot{3, 3};
    EXPECT_EQ(smooth_stroke(std::span(&dot, 1)).size(), 2U);
}

} // namespace
} // namespace rexue::ui::widgets
