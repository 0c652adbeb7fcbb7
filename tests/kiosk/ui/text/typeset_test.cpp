// Text is set in lines, cut honestly, drawn in every plane of Unicode, and never read as markup.
#include "kiosk/ui/text/typeset.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "kiosk/ui/text/fonts.h"
#include "kiosk/ui/text/readable.h"
#include "platform/base/utf8.h"

namespace rexue::ui::text {
namespace {

constexpr float capital_px = 24;

TextSpec a_text(std::string_view utf8, int width_px = 0, int max_lines = 0) {
    return {.utf8 = utf8, .capital_px = capital_px, .width_px = width_px, .max_lines = max_lines};
}

struct Pixels {
    int width = 0;
    std::vector<unsigned char> coverage;

    int inked() const {
        int count = 0;
        for (const unsigned char value : coverage)
            count += value > 64 ? 1 : 0;
        return count;
    }
};

Pixels drawn(const TextSpec& spec) {
    const Typeset typeset(spec);
    const Box& ink = typeset.extent().ink;
    const SurfacePointer surface(cairo_image_surface_create(CAIRO_FORMAT_A8, ink.w, ink.h));
    const CairoPointer cairo(cairo_create(surface.get()));
    cairo_translate(cairo.get(), -ink.x, -ink.y);
    typeset.draw(cairo.get());
    cairo_surface_flush(surface.get());
    Pixels pixels{.width = ink.w, .coverage = {}};
    for (int row = 0; row < ink.h; ++row) {
        const unsigned char* const from = cairo_image_surface_get_data(surface.get()) +
                                          row * cairo_image_surface_get_stride(surface.get());
        pixels.coverage.insert(pixels.coverage.end(), from, from + ink.w);
    }
    return pixels;
}

TEST(Capitals, HaveTheHeightThatWasAskedFor) {
    const Typeset typeset(a_text("H"));
    EXPECT_NEAR(typeset.extent().ink.h, capital_px, 1.0F);
    EXPECT_NEAR(Fonts::shared().capital_em(), 0.733F, 0.01F);
}

TEST(Lines, StandAtLeastOnePointThreeEmApart) {
    for (const float capital : {12.0F, 22.0F, 44.0F, 240.0F}) {
        EXPECT_GE(line_pitch_px(capital) * Fonts::shared().capital_em() / capital, 1.3F);
    }
    const Typeset one(a_text("一"));
    const Typeset three(a_text("一\n二\n三"));
    EXPECT_EQ(three.extent().lines, 3);
    EXPECT_NEAR(three.extent().height_px, 3 * one.extent().height_px, 2);
}

TEST(Lines, BreakAtTheWidth) {
    const Typeset typeset(a_text("最近半年里，您做过手术、拔过牙，或洗过牙吗？", 300));
    EXPECT_GT(typeset.extent().lines, 1);
    EXPECT_LE(typeset.extent().width_px, 300);
    EXPECT_FALSE(typeset.extent().clipped);
}

TEST(Lines, BreakInsideAWordThatIsTooLong) {
    const Typeset typeset(
        a_text("Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch", 200));
    EXPECT_GT(typeset.extent().lines, 1);
    EXPECT_LE(typeset.extent().width_px, 200);
}

TEST(Clipping, CutsWithAnEllipsisAndSaysSo) {
    const std::string_view question = "最近半年里，您做过手术、拔过牙，或洗过牙吗？";
    const Typeset cut(a_text(question, 300, 1));
    EXPECT_EQ(cut.extent().lines, 1);
    EXPECT_TRUE(cut.extent().clipped);
    EXPECT_LE(cut.extent().ink.w, 300);
    EXPECT_GT(cut.extent().ink.w, 200) << "as much as fits";
    EXPECT_FALSE(Typeset(a_text(question, 2'000, 1)).extent().clipped);
}

TEST(Clipping, CountsLinesOverAllParagraphs) {
    const Typeset cut(a_text("一\n二\n三\n四", 300, 2));
    EXPECT_EQ(cut.extent().lines, 2);
    EXPECT_TRUE(cut.extent().clipped);
    // "二…" and not "二 三 四", which would have fitted.
    const Typeset whole_line(a_text("二", 300));
    EXPECT_LT(cut.extent().width_px, 3 * whole_line.extent().width_px);
}

TEST(RarePlanes, AreDrawnWithTheirOwnGlyphs) {
    for (const char* text : {"𠮷", "𬮿", "𰻝", "㐂", "𱁬"}) {
        const Typeset typeset(a_text(text));
        EXPECT_EQ(typeset.shown(), text) << "spelled out, so no font had it";
        EXPECT_GT(drawn(a_text(text)).inked(), 150) << text;
    }
    EXPECT_NE(drawn(a_text("𠮷")).coverage, drawn(a_text("吉")).coverage);
    EXPECT_NE(drawn(a_text("𬮿")).coverage, drawn(a_text("𰻝")).coverage);
}

TEST(RarePlanes, MoveNoLine) {
    EXPECT_EQ(Typeset(a_text("王𬮿明")).extent().height_px,
              Typeset(a_text("王小明")).extent().height_px);
}

TEST(UnknownGlyphs, AreSpelledOut) {
    // CJK extension I: no packaged font has it.
    EXPECT_EQ(Typeset(a_text("王\U0002EBF1明")).shown(), "王〔U+2EBF1〕明");
    // A private-use point that BabelStone Han does draw: as what, nobody can know.
    EXPECT_EQ(Typeset(a_text("\uE000")).shown(), "〔U+E000〕");
    EXPECT_EQ(Typeset(a_text("\U000F0001")).shown(), "〔U+F0001〕");
    EXPECT_EQ(Typeset(a_text("a\x01z")).shown(), "a〔U+0001〕z");
    EXPECT_GT(drawn(a_text("\U0002EBF1")).inked(), 150);
}

TEST(UnknownGlyphs, NulEndsNothing) {
    using namespace std::string_view_literals;
    EXPECT_EQ(Typeset(a_text("a\0z"sv)).shown(), "a〔U+0000〕z");
}

TEST(Markup, IsText) {
    const std::string_view outside = "<b>&amp;</b> %s <span size='1'>";
    const Typeset typeset(a_text(outside));
    EXPECT_EQ(typeset.shown(), outside);
    EXPECT_GT(typeset.extent().width_px, 20 * static_cast<int>(capital_px) / 2);
}

TEST(RightToLeft, ReadsFromTheRight) {
    // The first letter of a right-to-left word stands on its right side.
    const Pixels word = drawn(a_text("ئۇيغۇرچە"));
    EXPECT_GT(word.inked(), 100);
    const Typeset alone(a_text("אבג"));
    const Typeset mixed(a_text("A012 אבג 号"));
    EXPECT_GT(mixed.extent().width_px, alone.extent().width_px);
    EXPECT_FALSE(mixed.extent().clipped);
    EXPECT_NE(drawn(a_text("אבג")).coverage, drawn(a_text("גבא")).coverage);
}

TEST(RightToLeft, StaysInItsBox) {
    for (const Align align : {Align::left, Align::centre, Align::right}) {
        TextSpec spec = a_text("ئۇيغۇرچە", 400);
        spec.align = align;
        const Typeset typeset(spec);
        const Box& ink = typeset.extent().ink;
        EXPECT_GE(ink.x, -2);
        EXPECT_LE(ink.x + ink.w, 402);
        EXPECT_EQ(ink.x < 20, align == Align::left);
        EXPECT_EQ(ink.x + ink.w > 380, align == Align::right);
    }
}

TEST(Weights, BoldIsBolderAlsoInRarePlanes) {
    for (const char* text : {"永", "𰻝"}) {
        TextSpec bold = a_text(text);
        bold.weight = Weight::bold;
        EXPECT_GT(drawn(bold).inked(), drawn(a_text(text)).inked()) << text;
    }
}

TEST(SamePixels, EveryTime) {
    const auto spec = a_text("热血 Rexue 𠮷 0123", 300);
    EXPECT_EQ(drawn(spec).coverage, drawn(spec).coverage);
}

TEST(EmptyText, TakesNoRoom) {
    const Typeset typeset(a_text(""));
    EXPECT_EQ(typeset.extent().lines, 0);
    EXPECT_EQ(typeset.extent().ink.w, 0);
}

RC_GTEST_PROP(AnyBytes, AreSetWithoutHarmAndAsValidText, (std::string bytes)) {
    const Typeset typeset(a_text(bytes, 200, 3));
    RC_ASSERT(base::is_valid_utf8(typeset.shown()));
    RC_ASSERT(typeset.extent().lines <= 3);
}

} // namespace
} // namespace rexue::ui::text
