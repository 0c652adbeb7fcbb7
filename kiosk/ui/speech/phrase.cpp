#include "kiosk/ui/speech/phrase.h"

#include <algorithm>
#include <optional>
#include <span>

#include "platform/base/error.h"

namespace rexue::ui::speech {

namespace {

using Nodes = std::vector<Node>;

bool is_pressable(const Node& node) {
    return node.role == Role::button || node.role == Role::choice || node.role == Role::list_item ||
           node.role == Role::field;
}

bool is_words(const Node& node) {
    return node.role == Role::text || node.role == Role::heading || node.role == Role::status;
}

float area_of(const Rect& rect) {
    return rect.w * rect.h;
}

std::string words_of(const Node& node) {
    return node.spoken.value_or(node.label);
}

// The button, or the progress bar, on which these words are drawn. What covers half the screen is
// a ground, not a button with words on it.
std::optional<size_t> owner_of(const Nodes& nodes, size_t index) {
    const Node& node = nodes[index];
    if (!is_words(node)) return std::nullopt;
    float screen = 0;
    for (const Node& other : nodes)
        if (other.role == Role::screen) screen = area_of(other.rect);
    for (size_t i = 0; i < nodes.size(); ++i) {
        const Node& owner = nodes[i];
        if (i == index || !(is_pressable(owner) || owner.role == Role::progress)) continue;
        if (screen > 0 && area_of(owner.rect) > screen / 2) continue;
        if (owner.rect.contains(node.rect.centre_x(), node.rect.centre_y())) return i;
    }
    return std::nullopt;
}

void add_text(Phrase& phrase, const std::string& text) {
    const bool said = std::ranges::any_of(phrase.texts, [&](const std::string& earlier) {
        return earlier.find(text) != std::string::npos;
    });
    if (!text.empty() && !said) phrase.texts.push_back(text);
}

// Values of other nodes are for tests, not for ears.
bool says_its_value(const Node& node) {
    return node.role == Role::progress || node.role == Role::field;
}

std::optional<Phrase> phrase_of(const Nodes& nodes, size_t index) {
    const Node& node = nodes[index];
    Phrase phrase{.node = index,
                  .role = node.role,
                  .texts = {},
                  .enabled = node.enabled,
                  .selected = node.selected};
    add_text(phrase, words_of(node));
    if (!node.spoken && says_its_value(node)) add_text(phrase, node.value);
    // A node with words of its own has said all; so has one that is to be silent.
    if (is_pressable(node) && !node.spoken) {
        for (size_t i = 0; i < nodes.size(); ++i)
            if (owner_of(nodes, i) == index) add_text(phrase, words_of(nodes[i]));
    }
    if (phrase.texts.empty()) return std::nullopt;
    return phrase;
}

std::optional<size_t> first_heading(const Nodes& nodes) {
    const auto found = std::ranges::find(nodes, Role::heading, &Node::role);
    if (found == nodes.end()) return std::nullopt;
    return static_cast<size_t>(found - nodes.begin());
}

// The heading of a choice's own part of the screen; the screen's question has been said.
std::optional<size_t> section_of(const Nodes& nodes, size_t index) {
    if (nodes[index].role != Role::choice) return std::nullopt;
    for (size_t i = index; i-- > 0;) {
        if (nodes[i].role != Role::heading) continue;
        if (i == first_heading(nodes)) return std::nullopt;
        return i;
    }
    return std::nullopt;
}

} // namespace

std::vector<Phrase> read_screen(const SemanticTree& tree) {
    const Nodes& nodes = tree.nodes();
    std::vector<Phrase> phrases;
    const auto say = [&](size_t index) {
        if (auto phrase = phrase_of(nodes, index)) phrases.push_back(std::move(*phrase));
    };
    const auto heading = first_heading(nodes);
    if (heading) say(*heading);
    for (size_t i = 0; i < nodes.size(); ++i) {
        if (nodes[i].role == Role::screen || is_pressable(nodes[i])) continue;
        if (i != heading && !owner_of(nodes, i)) say(i);
    }
    std::optional<size_t> section;
    for (size_t i = 0; i < nodes.size(); ++i) {
        if (!is_pressable(nodes[i])) continue;
        const auto own = section_of(nodes, i);
        if (own && own != section) say(*own);
        section = own;
        say(i);
    }
    return phrases;
}

std::vector<Phrase> read_node(const SemanticTree& tree, size_t node) {
    const Nodes& nodes = tree.nodes();
    REXUE_ASSERT(node < nodes.size());
    std::vector<Phrase> phrases;
    auto phrase = phrase_of(nodes, node);
    if (!phrase) return phrases;
    if (const auto section = section_of(nodes, node)) {
        if (auto heading = phrase_of(nodes, *section)) phrases.push_back(std::move(*heading));
    }
    phrases.push_back(std::move(*phrase));
    return phrases;
}

} // namespace rexue::ui::speech
