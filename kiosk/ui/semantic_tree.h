// What is on the screen, in words: one structure that speech, focus, tests and layout checks read.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/ui/geometry.h"
#include "kiosk/ui/theme.h"

namespace rexue::ui {

enum class Role {
    screen,
    heading,
    text,
    status,
    button,
    choice,
    field,
    image,
    progress,
    list_item
};
std::string_view to_string(Role role);

struct Node {
    Role role = Role::text;
    std::string label; // the words shown, in the language shown
    std::string value; // what the label is about, when it has one: "A012", "3 / 5"
    // What speech says instead of the label: "your name, partly hidden" for 示*甲. Empty is
    // silence, nullopt the label itself.
    std::optional<std::string> spoken = std::nullopt;
    bool enabled = true;
    bool selected = false;
    Rect rect;            // of the ink for text, of the target for what can be pressed
    float capital_mm = 0; // 0 when there is no text
    Colour ink;
    Colour ground;
    bool clipped = false; // the text did not fit its rectangle
};

// In reading order.
class SemanticTree {
  public:
    void clear() { nodes_.clear(); }
    // Clears, and overwrites the words: they may be a name.
    void forget();
    void add(Node node) { nodes_.push_back(std::move(node)); }
    // What was added so far lies under a modal and is not there for any reader: only the screen's
    // own node stays.
    void cover();

    const std::vector<Node>& nodes() const { return nodes_; }
    // The first node with this label (or this value), pressable ones first; null if there is none.
    const Node* find(std::string_view label) const;
    bool shows(std::string_view text) const; // some label or value contains it
    // One line a node: role "label" [value] (state) x,y w×h in whole millimetres.
    std::string as_text() const;

  private:
    std::vector<Node> nodes_;
};

} // namespace rexue::ui
