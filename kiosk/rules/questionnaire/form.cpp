#include "kiosk/rules/questionnaire/form.h"

#include <algorithm>

namespace rexue::questionnaire {

namespace {

// `en-GB` for `en`, never `english` for `en`.
bool is_variant(std::string_view tag, std::string_view language) {
    return tag.size() > language.size() && tag.starts_with(language) && tag[language.size()] == '-';
}

const std::string* translation(const Words& words, std::string_view language) {
    const std::string* variant = nullptr;
    for (const auto& [tag, text] : words.translations) {
        if (tag == language) return &text;
        if (variant == nullptr && is_variant(tag, language)) variant = &text;
    }
    return variant;
}

} // namespace

std::string_view Words::in(std::string_view language) const {
    const std::string* text = translation(*this, language);
    return text != nullptr ? *text : base;
}

bool Words::has(std::string_view language) const {
    return translation(*this, language) != nullptr;
}

Form::Form(FormHead head, std::vector<Item> items, std::vector<ItemIndex> evaluation_order)
    : head_(std::move(head)),
      items_(std::move(items)),
      evaluation_order_(std::move(evaluation_order)),
      children_(items_.size() + 1),
      branching_depths_(items_.size()) {
    for (ItemIndex i = 0; i < items_.size(); ++i) {
        const auto parent = items_[i].parent;
        children_[parent.value_or(static_cast<ItemIndex>(items_.size()))].push_back(i);
        if (parent) {
            branching_depths_[i] =
                branching_depths_[*parent] + (items_[*parent].branches() ? 1U : 0U);
        }
        by_link_id_.emplace(items_[i].link_id, i);
    }
}

std::string Form::canonical() const {
    return head_.version.empty() ? head_.url : head_.url + "|" + head_.version;
}

std::optional<ItemIndex> Form::find(std::string_view link_id) const {
    const auto found = by_link_id_.find(link_id);
    if (found == by_link_id_.end()) return std::nullopt;
    return found->second;
}

std::span<const ItemIndex> Form::children(std::optional<ItemIndex> parent) const {
    return children_[parent.value_or(static_cast<ItemIndex>(items_.size()))];
}

} // namespace rexue::questionnaire
