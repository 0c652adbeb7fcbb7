// What a question may be answered with: its answerOption, or a value set that the form contains.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "kiosk/rules/questionnaire/object_reader.h"

namespace rexue::questionnaire {

// The `contained` resources of a form, by id, read when a question asks for them.
class Contained {
  public:
    // Refers to `form`, which outlives it.
    explicit Contained(const ObjectReader& form);

    // The options of `#id`. Empty, and told at `asker`, when there is no such value set or it can
    // only be expanded by a terminology server.
    std::vector<Option> options(const std::string& reference, const ObjectReader& asker);

  private:
    struct Resource {
        const boost::json::object* object = nullptr;
        std::string path;
        bool is_told = false; // what is wrong with it is told once
    };

    std::map<std::string, Resource, std::less<>> resources_;
};

// Of the item that `reader` reads; also its answerValueSet.
std::vector<Option> read_options(const ObjectReader& reader, Contained& contained);

} // namespace rexue::questionnaire
