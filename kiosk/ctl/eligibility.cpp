#include "kiosk/ctl/eligibility.h"

#include <ostream>

#include "kiosk/ctl/input.h"
#include "kiosk/rule_files/rulebook_files.h"
#include "kiosk/rules/donation/assessment.h"
#include "kiosk/rules/donation/station_settings.h"
#include "platform/storage/file.h"

namespace rexue::ctl {

namespace {

namespace fs = std::filesystem;

base::Result<donation::Rulebook> chosen(const donation::Bookshelf& shelf,
                                        const donation::Inquiry& inquiry) {
    const auto* book =
        inquiry.rulebook ? shelf.named(*inquiry.rulebook) : shelf.in_force(inquiry.on);
    if (book != nullptr) return *book;
    if (!inquiry.rulebook) {
        return base::fail(base::ErrorCode::invalid_argument,
                          "/on: no rulebook is in force on this day");
    }
    std::string names;
    for (const donation::Rulebook& one : shelf.books())
        names += " " + one.id();
    return base::fail(base::ErrorCode::invalid_argument, "/rulebook: none of" + names);
}

base::Result<donation::Rulebook> adapted(donation::Rulebook book, const fs::path& settings,
                                         std::ostream& err) {
    if (settings.empty()) return book;
    const auto text = storage::read_text_file(settings, max_input_bytes);
    if (!text) return base::fail(text);
    const auto wanted = donation::load_settings(*text);
    if (!wanted) return base::fail(wanted);
    auto changed = donation::adapt(book, *wanted);
    if (!changed) return base::fail(changed);
    for (const donation::Change& change : changed->changes)
        err << boost::json::serialize(json::to_json(change)) << '\n';
    return std::move(changed->book);
}

void write(std::ostream& out, const donation::Rulebook& book,
           const donation::Assessment& assessment) {
    boost::json::array reasons;
    for (const donation::Reason& reason : assessment.reasons)
        reasons.emplace_back(reason.rule);
    const boost::json::object line = {
        {"type", json::to_json(assessment.type)},
        {"eligible", assessment.outcome == donation::Outcome::eligible},
        {"earliest", json::to_json(assessment.earliest)},
        {"reasons", std::move(reasons)},
        {"outcome", json::to_json(assessment.outcome)},
        {"book", book.id() + " " + book.version()}};
    out << boost::json::serialize(line) << '\n';
}

base::Status answer(const EligibilityOrder& order, std::istream& in, std::ostream& out,
                    std::ostream& err) {
    const auto text = read_input(order.file, in);
    if (!text) return base::fail(text);
    const auto shelf = rule_files::read_rulebooks(order.rulebooks);
    if (!shelf) return base::fail(shelf);
    const auto inquiry = donation::read_inquiry(*text);
    if (!inquiry) return base::fail(inquiry);
    auto book = chosen(*shelf, *inquiry);
    if (book) book = adapted(std::move(*book), order.settings, err);
    if (!book) return base::fail(book);
    const auto assessments = donation::assess(*book, *inquiry);
    if (!assessments) return base::fail(assessments);
    for (const donation::Assessment& one : *assessments)
        write(out, *book, one);
    return {};
}

} // namespace

int eligibility(const EligibilityOrder& order, std::istream& in, std::ostream& out,
                std::ostream& err) {
    const auto answered = answer(order, in, out, err);
    if (answered) return 0;
    err << "error: " << answered.error().detail << '\n';
    return 2;
}

} // namespace rexue::ctl
