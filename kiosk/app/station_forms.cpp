#include "kiosk/app/station_forms.h"

#include <utility>

#include "kiosk/rules/donation/station_settings.h"
#include "platform/log/catalogue.h"

namespace rexue::app {

namespace {

base::Result<donation::AdaptedShelf> adapted(const donation::Bookshelf& books,
                                             const std::string& settings) {
    const auto wanted = donation::load_settings(settings);
    if (!wanted) return base::fail(wanted);
    return donation::adapt(books, *wanted);
}

} // namespace

std::shared_ptr<const flow::donor::Forms> as_station_reads(
    const std::shared_ptr<const flow::donor::Forms>& forms,
    const std::optional<std::string>& settings) {
    if (forms == nullptr || !settings) return forms;
    auto shelf = adapted(forms->books, *settings);
    if (!shelf) {
        log::write(log::station_settings_not_used, shelf.error());
        return nullptr;
    }
    auto other = *forms;
    other.books = std::move(shelf->books);
    return std::make_shared<const flow::donor::Forms>(std::move(other));
}

} // namespace rexue::app
