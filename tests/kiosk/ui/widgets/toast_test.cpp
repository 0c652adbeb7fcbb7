// A remark that comes and goes, and never lies on anything.
#include "kiosk/ui/widgets/toast.h"

#include "tests/kiosk/ui/widgets/a_widget.h"

namespace rexue::ui::widgets {
namespace {

using namespace std::chrono_literals;

class ToastTest : public AWidget {
  protected:
    void draw(Frame& frame) override {
        room.h = toast_height(frame);
        toast(frame, room, remark);
    }

    Rect room{14, 300, 240, 30};
    Toast remark;
};

TEST_F(ToastTest, StaysAsLongAsReadingTakesAndWantsTheFrameThatEndsIt) {
    remark.say("It has been noted", Tone::done);
    ui->frame(10s, drawing);
    EXPECT_EQ(find("It has been noted")->role, Role::status);
    const auto takes = toast_takes("It has been noted");
    EXPECT_GE(takes, 3s);
    ui->frame(10s, drawing);
    EXPECT_EQ(ui->next_frame_at(), 10s + takes);
    ui->frame(10s + takes - 1ms, drawing);
    EXPECT_TRUE(shows("It has been noted"));
    ui->frame(10s + takes, drawing);
    EXPECT_FALSE(shows("It has been noted"));
    EXPECT_TRUE(remark.words.empty());
    EXPECT_EQ(ui->next_frame_at(), std::nullopt);
}

TEST_F(ToastTest, TakesLongerForMoreWordsUpToALimit) {
    EXPECT_GT(toast_takes("一二三四五六七八九十一二三四五六七八九十"), toast_takes("一二"));
    EXPECT_EQ(toast_takes("国国国国国国国国国国国国国国国"), toast_takes("abcdefghijklmno"));
    EXPECT_EQ(toast_takes(std::string(5'000, 'a')), 10s);
}

TEST_F(ToastTest, ANewRemarkTakesThePlaceOfTheOld) {
    remark.say("First");
    ui->frame(10s, drawing);
    remark.say("Second");
    ui->frame(12s, drawing);
    EXPECT_FALSE(shows("First"));
    ui->frame(14s, drawing);
    EXPECT_TRUE(shows("Second"));
}

TEST_F(ToastTest, StaysInItsRoomWhileItMoves) {
    ui = a_ui({.motion = true});
    remark.say("A remark that takes two lines of words because it has a good deal to say, really");
    for (int frame = 0; frame < 20; ++frame) {
        ui->frame(10s + frame * 16ms, drawing);
        const Node& words = ui->tree().nodes().back();
        EXPECT_FALSE(words.clipped);
        EXPECT_GE(words.rect.y, room.y);
        EXPECT_LE(words.rect.bottom(), room.bottom());
    }
}

} // namespace
} // namespace rexue::ui::widgets
