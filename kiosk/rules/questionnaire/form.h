// A loaded questionnaire: complete, consistent and within limits.h, or it would not be here.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "kiosk/rules/questionnaire/item.h"

namespace rexue::questionnaire {

struct FormHead {
    std::string url;
    std::string version;
    std::string status; // draft, active, retired, unknown
    std::string language;
    Words title;
    bool is_approved = false; // it has an approvalDate and is not experimental
};

// Immutable. Any thread.
class Form {
  public:
    // `items`: descendants after their ancestor, siblings in order, link ids unique.
    // `evaluation_order`: every item after its parent and the questions it depends on.
    Form(FormHead head, std::vector<Item> items, std::vector<ItemIndex> evaluation_order);
    Form(const Form&) = delete; // shared, not copied: the index points into the items
    Form& operator=(const Form&) = delete;

    const FormHead& head() const { return head_; }
    // url|version, as a response names its form.
    std::string canonical() const;

    std::span<const Item> items() const { return items_; }
    const Item& item(ItemIndex index) const { return items_[index]; }
    std::optional<ItemIndex> find(std::string_view link_id) const;
    std::span<const ItemIndex> evaluation_order() const { return evaluation_order_; }

    // The items directly in `parent` (in the form itself when there is none), in order.
    std::span<const ItemIndex> children(std::optional<ItemIndex> parent) const;
    // How many ancestors of the item branch: so many numbers tell which of its occurrences is
    // meant.
    size_t branching_depth(ItemIndex index) const { return branching_depths_[index]; }

  private:
    FormHead head_;
    std::vector<Item> items_;
    std::vector<ItemIndex> evaluation_order_;
    std::vector<std::vector<ItemIndex>> children_; // the form's own come last
    std::vector<size_t> branching_depths_;
    std::unordered_map<std::string_view, ItemIndex> by_link_id_;
};

} // namespace rexue::questionnaire
