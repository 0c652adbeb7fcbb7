// What of a picture is new to somebody who hears it: all, one thing, or nothing.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "kiosk/ui/semantic_tree.h"

namespace rexue::app {

class ScreenReader {
  public:
    struct Reading {
        std::optional<size_t> node; // by its index; none: the whole screen
        bool operator==(const Reading&) const = default;
    };

    // For each picture in turn: the whole screen where another question is asked, else a status
    // that has just appeared or what the keypad has come to, else nothing. A countdown's number is
    // no news.
    std::optional<Reading> what_to_read(const ui::SemanticTree& tree,
                                        std::optional<size_t> focused);
    // The next picture is read from the beginning. Overwrites what was kept of the last one.
    void forget();

  private:
    std::string question_;
    std::string statuses_;
    std::optional<size_t> focused_;
};

} // namespace rexue::app
