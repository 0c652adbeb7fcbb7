// What of a picture is new to somebody who hears it: all, one thing, or nothing.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "kiosk/ui/semantic_tree.h"

namespace rexue::app {

class ScreenReader {
  public:
    static constexpr size_t nothing = static_cast<size_t>(-1);
    static constexpr size_t whole_screen = static_cast<size_t>(-2);

    // For each picture in turn: `nothing`, `whole_screen` where another question is asked, else the
    // index of a node: a status that has just appeared, or what the keypad has come to. A
    // countdown's number is no news.
    size_t what_to_read(const ui::SemanticTree& tree, std::optional<size_t> focused);
    // The next picture is read from the beginning. Overwrites what was kept of the last one.
    void forget();

  private:
    std::string question_;
    std::string statuses_;
    std::optional<size_t> focused_;
};

} // namespace rexue::app
