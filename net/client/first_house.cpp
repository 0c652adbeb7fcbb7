#include "net/client/first_house.h"

#include <future>

#include "net/client/instance_id.h"

namespace rexue::client {

// A machine without an id of its own still has a profile of its own.
std::string this_instance(const Profile& profile) {
    const auto machine = read_machine_id();
    return instance_id(machine ? *machine : std::string(32, '0'), profile.id);
}

base::Status keep_house(const Profile& profile, const std::string& instance,
                        const time::Clock& clock) {
    std::promise<base::Status> answered;
    auto link = ServerLink::create(link_options(profile, instance), clock);
    if (!link) return base::fail(link);
    (*link)->house([&answered](const base::Result<HouseAnswer>& answer) {
        answered.set_value(answer ? base::Status() : base::Status(base::fail(answer)));
    });
    return answered.get_future().get();
}

} // namespace rexue::client
