#include "kiosk/app/screen_reader.h"

#include "platform/base/secret_text.h"

namespace rexue::app {

namespace {

// Which screen, and what it asks: the same question with another amount chosen is not read again.
std::string question_of(const ui::SemanticTree& tree) {
    std::string question;
    for (const ui::Node& node : tree.nodes()) {
        if (node.role == ui::Role::screen) question += node.label + '\n';
        if (node.role == ui::Role::heading) return question + node.label;
    }
    return question;
}

} // namespace

std::optional<ScreenReader::Reading> ScreenReader::what_to_read(const ui::SemanticTree& tree,
                                                                std::optional<size_t> focused) {
    std::string question = question_of(tree);
    std::string statuses;
    std::optional<Reading> newest_status;
    for (size_t i = 0; i < tree.nodes().size(); ++i) {
        const ui::Node& node = tree.nodes()[i];
        if (node.role != ui::Role::status || node.value == "countdown") continue;
        statuses += node.label + '\n';
        if (statuses_.find(node.label) == std::string::npos) newest_status = Reading{i};
    }
    const bool is_another = question != question_;
    const bool has_moved = focused != focused_;
    base::wipe(question_);
    base::wipe(statuses_);
    question_ = std::move(question);
    statuses_ = std::move(statuses);
    focused_ = focused;
    if (is_another) return Reading{};
    if (has_moved && focused) return Reading{focused};
    return newest_status;
}

void ScreenReader::forget() {
    base::wipe(question_);
    base::wipe(statuses_);
    focused_.reset();
}

} // namespace rexue::app
