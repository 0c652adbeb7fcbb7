// The answers of one donor to one form, while they are given.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "kiosk/rules/questionnaire/enablement.h"
#include "kiosk/rules/questionnaire/form.h"
#include "kiosk/rules/questionnaire/issue.h"
#include "kiosk/rules/questionnaire/place.h"

namespace rexue::questionnaire {

// What is wrong with one answer, or with the lack of one.
struct Finding {
    Place place;
    std::optional<size_t> answer; // which of several, from 0
    IssueCode code = IssueCode::value;
    std::string text; // for operators; never repeats the answer

    bool operator==(const Finding&) const = default;
};

// Who answers: what is read-only is only filled in by the terminal.
enum class Author { donor, terminal, staff }; // read-only is so for donors alone

// A value: copies are independent. What was answered stays when it is not asked any more, so that a
// donor who corrects a slip and corrects it back finds all as it was; it counts for nothing
// meanwhile.
class Answers {
  public:
    // Initial values are in place. `form` is not null.
    explicit Answers(std::shared_ptr<const Form> form);
    // What a response held: no initial values. None when it is more than limits.h allows.
    static std::optional<Answers> from(std::shared_ptr<const Form> form, Given given);

    const Form& form() const { return *form_; }
    const Given& given() const { return given_; }
    const Enablement& enablement() const { return enablement_; }

    // Takes the place of what was there; an empty list takes it away. When anything is found wrong
    // nothing has changed. The place need not be enabled, but must be there.
    std::vector<Finding> set(const Place& place, std::vector<Value> values,
                             Author author = Author::donor);
    std::vector<Finding> set(const Place& place, Value value, Author author = Author::donor);
    std::vector<Finding> clear(const Place& place) { return set(place, std::vector<Value>()); }

    // Instances of a repeating group, by a place without its own number; 1 to max_answers. False,
    // and nothing changed, where that cannot be. Answers in instances that go are gone.
    bool set_instances(const Place& group, std::uint32_t count);

    std::span<const Value> values(const Place& place) const;
    bool is_enabled(const Place& place) const { return enablement_.is_enabled(place); }

    // What is asked now, in the form's order: enabled questions that are not hidden.
    std::vector<Place> questions() const;
    // The question behind or before a place, which need not be one itself; with none the first or
    // the last. None at the ends.
    std::optional<Place> next(const std::optional<Place>& after = {}) const;
    std::optional<Place> previous(const std::optional<Place>& before = {}) const;

    // Required and not answered, hidden ones too.
    std::vector<Place> missing() const;
    // Everything that is wrong with enabled items, missing answers included.
    std::vector<Finding> validate() const;

    // Nothing that was answered is left where it lay; only to be destroyed afterwards.
    void wipe();

    bool operator==(const Answers& other) const {
        return form_ == other.form_ && given_ == other.given_;
    }

  private:
    Answers(std::shared_ptr<const Form> form, Given given, Enablement enablement);

    bool apply(Given given); // false when there would be too many occurrences

    std::shared_ptr<const Form> form_;
    Given given_;
    Enablement enablement_;
};

} // namespace rexue::questionnaire
