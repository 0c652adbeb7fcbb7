// What of a picture is new to somebody who hears it: all, one thing, or nothing.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "kiosk/ui/semantic_tree.h"
#include "kiosk/ui/ui.h"

namespace rexue::app {

class ScreenReader {
  public:
    enum class What {
        screen, // from its beginning, in place of what is being said
        thing,  // that the keypad is at, in place of what is being said
        status, // news, which breaks off nothing
    };
    struct Reading {
        What what = What::screen;
        size_t node = 0; // by its index; of a screen 0
        bool operator==(const Reading&) const = default;
    };

    // For each picture in turn: the whole screen where another question is asked, else what the
    // keypad has come to, else a status that has just appeared, else nothing. A countdown's number
    // is no news, and a thing whose place among the others has changed is the same thing.
    std::optional<Reading> what_to_read(const ui::SemanticTree& tree,
                                        const std::optional<ui::Focus>& focus);
    // What was said last is said again with the next picture: the thing that the keypad is at, or
    // the whole screen. Asked for twice in a row, the whole screen in any case.
    void repeat();
    // The next picture is read from the beginning. Overwrites what was kept of the last one.
    void forget();

  private:
    enum class Times { once, again };

    std::string question_;
    std::string statuses_;
    std::string focus_; // a target's id; empty: none
    What said_ = What::screen;
    Times thing_said_ = Times::once;
    bool is_repeat_due_ = false; // of the thing
};

} // namespace rexue::app
