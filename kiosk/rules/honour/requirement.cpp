#include "kiosk/rules/honour/requirement.h"

#include <algorithm>
#include <cmath>

namespace rexue::honour {

namespace {

using json::fault;

base::Status check_requirement(const Requirement& one, const std::string& at) {
    const bool is_award = one.measure == Measure::award;
    if (is_award != one.award.has_value()) return fault(at + "/award", "goes with an award");
    if (one.award) {
        if (auto name = check_name(*one.award, at + "/award"); !name) return name;
    }
    if (one.at_least.has_value() + one.more_than.has_value() != (is_award ? 0 : 1)) {
        return fault(at, "one of at_least and more_than is wanted, of an award none");
    }
    const double figure = one.at_least.value_or(one.more_than.value_or(0));
    if (!std::isfinite(figure) || figure < 0) return fault(at, "the figure is below nothing");
    if (one.before && one.measure != Measure::volume_ml) {
        return fault(at + "/before", "only a volume has it");
    }
    return {};
}

// Given before `day`; without one, ever.
double volume_before(const Figures& figures, const std::optional<base::Date>& day) {
    int64_t sum = 0;
    for (const Volume& volume : figures.volumes) {
        if (!day || volume.date < *day) sum += volume.ml;
    }
    return static_cast<double>(sum);
}

double holds(const std::string& award, const Figures& figures) {
    const auto held = std::ranges::find(figures.awards, award, &HeldAward::rule);
    return held != figures.awards.end() ? 1 : 0;
}

std::optional<double> have(const Requirement& requirement, const Figures& figures) {
    if (requirement.award) return holds(*requirement.award, figures);
    if (requirement.before) return volume_before(figures, requirement.before);
    return honour::have(requirement.measure, figures);
}

bool is_met(const Requirement& one, const Figures& figures) {
    const auto figure = have(one, figures);
    if (!figure) return false;
    return one.more_than ? *figure > *one.more_than : *figure >= one.at_least.value_or(1);
}

} // namespace

base::Status check_ways(const Ways& ways, const std::string& at) {
    if (ways.empty()) return fault(at, "nothing is asked for");
    for (size_t i = 0; i < ways.size(); ++i) {
        const std::string way = at + "/" + std::to_string(i);
        if (ways[i].empty()) return fault(way, "nothing is asked for");
        for (size_t j = 0; j < ways[i].size(); ++j) {
            auto one = check_requirement(ways[i][j], way + "/" + std::to_string(j));
            if (!one) return one;
        }
    }
    return {};
}

void add_awards(const Ways& ways, const std::string& at, std::vector<Named>& names) {
    for (size_t i = 0; i < ways.size(); ++i) {
        for (size_t j = 0; j < ways[i].size(); ++j) {
            if (!ways[i][j].award) continue;
            names.push_back(
                {.id = *ways[i][j].award,
                 .at = at + "/" + std::to_string(i) + "/" + std::to_string(j) + "/award"});
        }
    }
}

Figures dated(Figures figures) {
    figures.volunteer_hours.reset();
    figures.volunteer_years.reset();
    figures.stem_cells.reset();
    figures.rare_group.reset();
    return figures;
}

std::optional<double> have(Measure measure, const Figures& figures) {
    switch (measure) {
        case Measure::counts:
            return figures.counts;
        case Measure::round_counts:
            return figures.round_counts;
        case Measure::rounds:
            return figures.rounds;
        case Measure::whole_blood_donations:
            return figures.whole_blood_donations;
        case Measure::volume_ml:
            return volume_before(figures, std::nullopt);
        case Measure::platelet_units:
            return figures.platelet_units;
        case Measure::volunteer_hours:
            return figures.volunteer_hours;
        case Measure::volunteer_years:
            return figures.volunteer_years;
        case Measure::stem_cells:
            return figures.stem_cells;
        case Measure::rare_group:
            return figures.rare_group;
        case Measure::award:
            return static_cast<double>(figures.awards.size());
    }
    REXUE_ASSERT(!"a measure is one of these");
}

Need need(const Requirement& requirement, const Figures& figures) {
    Need need{.measure = requirement.measure,
              .award = requirement.award,
              .before = requirement.before,
              .have = have(requirement, figures),
              .at_least = requirement.at_least,
              .more_than = requirement.more_than,
              .missing = {},
              .met = is_met(requirement, figures)};
    const auto figure = need.at_least ? need.at_least : need.more_than;
    if (need.have && figure) need.missing = std::max(0.0, *figure - *need.have);
    return need;
}

std::vector<Need> needs(const Way& way, const Figures& figures) {
    std::vector<Need> list;
    for (const Requirement& requirement : way)
        list.push_back(need(requirement, figures));
    return list;
}

std::vector<std::vector<Need>> needs(const Ways& ways, const Figures& figures) {
    std::vector<std::vector<Need>> list;
    for (const Way& way : ways)
        list.push_back(needs(way, figures));
    return list;
}

const Way* met(const Ways& ways, const Figures& figures) {
    const auto found = std::ranges::find_if(ways, [&](const Way& way) {
        return std::ranges::all_of(way,
                                   [&](const Requirement& one) { return is_met(one, figures); });
    });
    return found == ways.end() ? nullptr : &*found;
}

} // namespace rexue::honour
