// What a screen says, in reading order: from the semantic tree to phrases, before any clip.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "kiosk/ui/semantic_tree.h"

namespace rexue::ui::speech {

// One thing of the screen, said in one breath: "Button: Take my number, not available".
struct Phrase {
    size_t node = 0; // of the tree it was read from
    Role role = Role::text;
    std::vector<std::string> texts; // one after the other; never empty
    bool enabled = true;
    bool selected = false;
};

// The first heading, then the other texts, pictures with a label, statuses and progress, then what
// can be pressed or filled in, each group from top to bottom. Words drawn on a button belong to
// the button and are said with it; the words below a progress bar are said by the bar. A node that
// has words of its own for speech is said with those; empty ones are silence.
std::vector<Phrase> read_screen(const SemanticTree& tree);

// One node alone, for a finger or a keypad that has come to it: a choice is said with the heading
// it stands under ("Whole blood: 200 mL"). No phrase for one that says nothing; `node` is an index
// of the tree.
std::vector<Phrase> read_node(const SemanticTree& tree, size_t node);

} // namespace rexue::ui::speech
