#include "kiosk/ui/semantic_tree.h"

#include <cmath>

#include <fmt/format.h>

#include "platform/base/error.h"
#include "platform/base/secret_text.h"

namespace rexue::ui {

namespace {

bool is_pressable(const Node& node) {
    return node.role == Role::button || node.role == Role::choice || node.role == Role::list_item ||
           node.role == Role::field;
}

std::string line_of(const Node& node) {
    std::string line = fmt::format("{} \"{}\"", to_string(node.role), node.label);
    if (!node.value.empty()) line += fmt::format(" [{}]", node.value);
    if (!node.enabled) line += " (disabled)";
    if (node.selected) line += " (selected)";
    if (node.clipped) line += " (clipped)";
    const auto whole = [](float mm) { return static_cast<int>(std::lround(mm)); };
    line += fmt::format(" {},{} {}×{}\n", whole(node.rect.x), whole(node.rect.y),
                        whole(node.rect.w), whole(node.rect.h));
    return line;
}

} // namespace

std::string_view to_string(Role role) {
    switch (role) {
        case Role::screen:
            return "screen";
        case Role::heading:
            return "heading";
        case Role::text:
            return "text";
        case Role::status:
            return "status";
        case Role::button:
            return "button";
        case Role::choice:
            return "choice";
        case Role::field:
            return "field";
        case Role::image:
            return "image";
        case Role::progress:
            return "progress";
        case Role::list_item:
            return "list_item";
    }
    REXUE_ASSERT(!"a role that has no name");
}

void SemanticTree::forget() {
    for (Node& node : nodes_) {
        base::wipe(node.label);
        base::wipe(node.value);
        if (node.spoken) base::wipe(*node.spoken);
    }
    nodes_ = {};
}

void SemanticTree::cover() {
    std::erase_if(nodes_, [](const Node& node) { return node.role != Role::screen; });
}

const Node* SemanticTree::find(std::string_view label) const {
    const Node* shown = nullptr;
    for (const Node& node : nodes_) {
        if (node.label != label && (node.value.empty() || node.value != label)) continue;
        if (is_pressable(node)) return &node;
        if (shown == nullptr) shown = &node;
    }
    return shown;
}

bool SemanticTree::shows(std::string_view text) const {
    for (const Node& node : nodes_) {
        if (node.label.find(text) != std::string::npos) return true;
        if (node.value.find(text) != std::string::npos) return true;
    }
    return false;
}

std::string SemanticTree::as_text() const {
    std::string text;
    for (const Node& node : nodes_)
        text += line_of(node);
    return text;
}

} // namespace rexue::ui
