// A widget on a screen of its own, and a donor who uses it: by finger or by the keypad's keys.
#pragma once

#include <string_view>

#include <gtest/gtest.h>

#include "kiosk/ui/look.h"
#include "tests/kiosk/ui/a_ui.h"

namespace rexue::ui::widgets {

class AWidget : public testing::Test {
  protected:
    // What the test draws, after the screen's name.
    virtual void draw(Frame& frame) = 0;

    void show() { draw_until_calm(*ui, drawing); }
    const Node* find(std::string_view label) const { return ui->tree().find(label); }
    bool shows(std::string_view label) const { return find(label) != nullptr; }

    void press(std::string_view label) {
        show();
        const Node* const node = find(label);
        ASSERT_NE(node, nullptr) << label << " is not in\n" << ui->tree().as_text();
        tap(*ui, middle_of(node->rect));
        show();
    }

    // Next, next … choose. Fails when the label cannot be reached.
    void press_by_keypad(std::string_view label) {
        show();
        for (size_t step = 0; step < 2 * ui->tree().nodes().size(); ++step) {
            ui->focus_next();
            show();
            const Node* const focused = ui->focused();
            if (focused == nullptr || focused->label != label) continue;
            ui->choose_focused();
            show();
            return;
        }
        FAIL() << label << " is not reached by the keypad in\n" << ui->tree().as_text();
    }

    void look(Mode mode, TextStep step = TextStep::standard) {
        const Look chosen{.mode = mode, .text = step};
        ui->set_look(theme_of(chosen), metrics_of(chosen, 600));
    }

    const Draw drawing = [this](Frame& frame) {
        frame.screen("widget");
        draw(frame);
    };
    std::unique_ptr<Ui> ui = a_ui({.motion = false});
};

} // namespace rexue::ui::widgets
