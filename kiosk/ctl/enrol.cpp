#include "kiosk/ctl/enrol.h"

#include <boost/json.hpp>

#include "net/client/enrolment.h"
#include "net/client/first_house.h"
#include "platform/time/clock.h"

namespace rexue::ctl {

int enrol(const EnrolOrder& order, std::ostream& out, std::ostream& err) {
    const time::SystemClock clock;
    const auto profile = client::enrol(
        {.folder = order.profile,
         .server_url = order.server_url,
         .code = order.code,
         .trust = {.ca_file = order.ca_file, .sha256_fingerprint = order.sha256_fingerprint},
         .repeat = order.again ? client::Repeat::replace : client::Repeat::refuse},
        clock);
    if (!profile) {
        err << "rexuectl enrol: " << base::to_string(profile.error().code) << ": "
            << profile.error().detail << '\n';
        return 1;
    }
    const auto kept = client::keep_house(*profile, client::this_instance(*profile), clock);
    if (!kept) {
        err << "rexuectl enrol: enrolled, but the house could not be fetched ("
            << base::to_string(kept.error().code)
            << "); the terminal takes nobody in until it has reached the server once\n";
    }
    const boost::json::value line{
        {"terminal", profile->terminal.value},
        {"house", profile->house.value},
        {"surface", boost::describe::enum_to_string(profile->surface, "")},
        {"ticket_letter", profile->ticket_letter},
        {"profile", profile->folder.string()}};
    out << boost::json::serialize(line) << '\n';
    return 0;
}

} // namespace rexue::ctl
