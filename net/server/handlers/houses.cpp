#include "net/server/handlers/handlers.h"
#include "net/server/handlers/json_body.h"

namespace rexue::server {

base::Result<Response> get_house(Context& context, const Request& request) {
    auto house = context.store.house(request.terminal->house);
    if (!house) return base::fail(house);
    house->station_settings = context.catalogues.settings();
    auto stock = context.store.stock(house->house);
    if (!stock) return base::fail(stock);
    house->stock = std::move(*stock);
    return json_response(*house);
}

} // namespace rexue::server
