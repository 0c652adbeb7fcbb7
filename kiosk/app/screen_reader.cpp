#include "kiosk/app/screen_reader.h"

#include <utility>

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

std::optional<ScreenReader::Reading> ScreenReader::what_to_read(
    const ui::SemanticTree& tree, const std::optional<ui::Focus>& focus) {
    std::string question = question_of(tree);
    std::string statuses;
    std::optional<size_t> newest_status;
    for (size_t i = 0; i < tree.nodes().size(); ++i) {
        const ui::Node& node = tree.nodes()[i];
        if (node.role != ui::Role::status || node.value == "countdown") continue;
        statuses += node.label + '\n';
        if (statuses_.find(node.label) == std::string::npos) newest_status = i;
    }
    const bool is_another = question != question_;
    const bool has_moved = focus && (focus->target != focus_ || is_repeat_due_);
    for (std::string* const kept : {&question_, &statuses_, &focus_})
        base::wipe(*kept);
    question_ = std::move(question);
    statuses_ = std::move(statuses);
    focus_ = focus ? focus->target : "";
    const bool again = std::exchange(is_repeat_due_, false);

    std::optional<Reading> reading;
    if (is_another) {
        reading = Reading{};
    } else if (has_moved) {
        reading = Reading{.what = What::thing, .node = focus->node};
        thing_said_ = again ? Times::again : Times::once;
    } else if (newest_status) {
        reading = Reading{.what = What::status, .node = *newest_status};
    }
    if (reading) said_ = reading->what;
    return reading;
}

void ScreenReader::repeat() {
    if (said_ != What::thing || thing_said_ == Times::again || focus_.empty()) return forget();
    is_repeat_due_ = true;
}

void ScreenReader::forget() {
    for (std::string* const kept : {&question_, &statuses_, &focus_})
        base::wipe(*kept);
    is_repeat_due_ = false;
}

} // namespace rexue::app
