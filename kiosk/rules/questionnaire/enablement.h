// Which items are asked, given what was answered.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "kiosk/rules/questionnaire/form.h"
#include "kiosk/rules/questionnaire/place.h"

namespace rexue::questionnaire {

struct Occurrence {
    Place place;
    std::optional<size_t> parent; // among the occurrences of the parent item
    bool enabled = false;
};

// An item is enabled when its conditions hold and all of its ancestors are. What stands below a
// question is there once for each of its answers, as FHIR keeps it inside the answer; a display is
// there before the question is answered, since it is part of the question.
// Answers of a question that is not enabled count as none. Of several occurrences of the question
// the nearest is asked: one that shares the item's own groups, else the last before it, else the
// first behind it (FHIR R4, enableWhen.question).
class Enablement {
  public:
    // Time linear in occurrences and comparisons. None when there would be more of either than
    // limits.h has.
    static std::optional<Enablement> of(const Form& form, const Given& given);

    // How much was held against conditions, as max_comparisons counts.
    size_t comparisons() const { return comparisons_; }

    std::span<const Occurrence> occurrences(ItemIndex item) const { return occurrences_[item]; }
    // Those in one occurrence of the parent, by its number among the parent's occurrences.
    std::span<const Occurrence> within(ItemIndex item, std::optional<size_t> parent) const;
    // Null when the place is nowhere, such as in an answer that was not given.
    const Occurrence* find(const Place& place) const;
    bool is_enabled(const Place& place) const;

  private:
    std::vector<std::vector<Occurrence>> occurrences_; // by item, places in order
    size_t comparisons_ = 0;
};

// What it costs to hold answers against one value, as max_comparisons counts.
size_t comparisons_with(const Value& value, size_t answers);

} // namespace rexue::questionnaire
