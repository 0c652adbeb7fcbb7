// A keyboard without a window, and a finger that presses keys by what stands on them.
#pragma once

#include <string_view>

#include <gtest/gtest.h>

#include "kiosk/ui/keyboard/keyboard.h"
#include "platform/input_method/input_method.h"
#include "tests/kiosk/ui/a_ui.h"

namespace rexue::ui::keyboard {

class AKeyboard {
  public:
    explicit AKeyboard(const Metrics& metrics = Metrics::for_terminal(600))
        : metrics_(metrics), ui_(a_ui({.metrics = metrics})) {}

    void begin(Field field, Layout layout = Layout::pinyin) {
        keyboard::begin(typing, field, layout);
        ended.reset();
        draw();
    }

    // Frames until none is due; what the finger did is applied, what is asked is answered.
    void draw() {
        do {
            draw_until_calm(*ui_, [this](Frame& frame) { one_frame(frame); });
        } while (look_up() || ui_->next_frame_at());
    }

    // The button, choice or field with this label, or this value.
    const Node* find(std::string_view label) const {
        const Node* const node = ui_->tree().find(label);
        return node != nullptr && node->role != Role::text && node->role != Role::status ? node
                                                                                         : nullptr;
    }

    void press(std::string_view label) {
        const Node* const key = find(label);
        ASSERT_NE(key, nullptr) << label;
        ASSERT_TRUE(key->enabled) << label;
        tap(*ui_, middle_of(key->rect));
        draw();
    }
    void press_each(std::string_view letters) {
        for (const char letter : letters)
            press(letter == ' ' ? "Space" : std::string_view(&letter, 1));
    }

    // Turns pages until the candidate is in sight, and takes it.
    void choose(std::string_view candidate) {
        for (int page = 0; page < 100; ++page) {
            if (find(candidate) != nullptr) return press(candidate);
            const Node* const more = find("More");
            if (more == nullptr || !more->enabled) break;
            press("More");
        }
        ADD_FAILURE() << candidate << " is not offered";
    }

    void write(const std::vector<std::vector<Point>>& strokes) {
        for (const auto& stroke : strokes) {
            const Rect box = find("Write one character here")->rect;
            const auto place = [&](const Point& at) {
                return Point{box.x + at.x * box.w, box.y + at.y * box.h};
            };
            press_at(*ui_, place(stroke.front()));
            for (const Point& at : stroke)
                move_to(*ui_, place(at));
            lift_at(*ui_, place(stroke.back()));
            draw();
        }
    }

    bool shows(std::string_view words) const { return ui_->tree().shows(words); }
    const std::vector<Node>& nodes() const { return ui_->tree().nodes(); }
    Ui& ui() { return *ui_; }
    Rect rect() const { return {metrics_.margin_mm, 150, 268 - 2 * metrics_.margin_mm, height_mm}; }

    float least_height(Field field) {
        float least = 0;
        ui_->frame(std::chrono::milliseconds(0),
                   [&](Frame& frame) { least = least_height_mm(frame, field, rect().w); });
        return least;
    }

    Typing typing;
    Verdict verdict = Verdict::unfinished;
    std::optional<Keystroke::Kind> ended; // finish or leave_to_staff
    float height_mm = 250;

  private:
    void one_frame(Frame& frame) {
        frame.screen("keyboard");
        const auto keystroke = keyboard::draw(frame, rect(), typing, verdict);
        if (!keystroke) return;
        apply(typing, *keystroke);
        using Kind = Keystroke::Kind;
        if (keystroke->kind == Kind::finish || keystroke->kind == Kind::leave_to_staff) {
            ended = keystroke->kind;
        }
    }

    // True when something was asked, so that the answer wants to be drawn.
    bool look_up() {
        const auto query = next_query(typing);
        if (!query) return false;
        static input_method::InputMethod engines(input_method::Files::installed(REXUE_HAN_TABLE));
        auto answer = engines.answer(*query);
        EXPECT_TRUE(answer);
        if (answer) take(typing, std::move(*answer));
        return true;
    }

    Metrics metrics_;
    std::unique_ptr<Ui> ui_;
};

} // namespace rexue::ui::keyboard
