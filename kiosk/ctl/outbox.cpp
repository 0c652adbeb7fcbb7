#include "kiosk/ctl/outbox.h"

#include <algorithm>
#include <functional>
#include <ostream>
#include <vector>

#include <boost/json.hpp>

#include "net/client/profile.h"
#include "net/outbox/outbox.h"
#include "platform/json/codec.h"

namespace rexue::ctl {

namespace {

using outbox::ItemBrief;
using outbox::ItemStatus;
using outbox::Outbox;

int complain(std::ostream& err, const base::Error& error) {
    err << "rexuectl outbox: " << base::to_string(error.code) << ": " << error.detail << '\n';
    return 1;
}

// Null before the terminal has first been started: it has no outbox yet.
base::Result<std::unique_ptr<Outbox>> open(const std::filesystem::path& profile,
                                           const time::Clock& clock) {
    if (!client::is_enrolled(profile)) {
        return base::fail(base::ErrorCode::not_found,
                          profile.string() + " is no terminal's profile");
    }
    auto outbox = Outbox::open_beside(client::Profile{.folder = profile}.outbox_path(), clock);
    if (!outbox && outbox.error().code == base::ErrorCode::not_found) return nullptr;
    return outbox;
}

base::Status each_item(Outbox* outbox, const std::function<void(const ItemBrief&)>& take) {
    outbox::ItemNumber after = 0;
    while (outbox != nullptr) {
        const auto page = outbox->list(after);
        if (!page) return base::fail(page);
        if (page->empty()) return {};
        for (const ItemBrief& item : *page)
            take(item);
        after = page->back().number;
    }
    return {};
}

base::Result<std::vector<base::Uuid>> parse_ids(std::span<const std::string> ids) {
    std::vector<base::Uuid> parsed;
    for (const std::string& id : ids) {
        const auto uuid = base::parse_uuid(id);
        if (!uuid) return base::fail(base::ErrorCode::invalid_argument, "an id is a UUID");
        parsed.push_back(*uuid);
    }
    return parsed;
}

// The places of the quarantined items that `ids` name; of all of them without any.
base::Result<std::vector<outbox::ItemNumber>> find(Outbox* outbox,
                                                   const std::vector<base::Uuid>& ids) {
    std::vector<outbox::ItemNumber> numbers;
    std::vector<base::Uuid> found;
    const auto looked = each_item(outbox, [&](const ItemBrief& item) {
        const bool named = ids.empty() || std::ranges::find(ids, item.id) != ids.end();
        if (item.status != ItemStatus::quarantined || !named) return;
        numbers.push_back(item.number);
        found.push_back(item.id);
    });
    if (!looked) return base::fail(looked);
    for (const base::Uuid& id : ids) {
        if (std::ranges::find(found, id) != found.end()) continue;
        return base::fail(base::ErrorCode::not_found, "nothing quarantined is " + id.to_string());
    }
    return numbers;
}

} // namespace

int list_outbox(const std::filesystem::path& profile, std::ostream& out, std::ostream& err) {
    const time::SystemClock clock;
    const auto outbox = open(profile, clock);
    if (!outbox) return complain(err, outbox.error());
    const auto listed = each_item(outbox->get(), [&](const ItemBrief& item) {
        boost::json::object line{{"kind", json::to_json(item.kind)},
                                 {"id", item.id.to_string()},
                                 {"queued", base::format_instant(item.queued_at)},
                                 {"status", json::to_json(item.status)},
                                 {"tries", item.tries},
                                 {"refusal", nullptr}};
        if (item.refusal) line["refusal"] = *item.refusal;
        out << boost::json::serialize(line) << '\n';
    });
    return listed ? 0 : complain(err, listed.error());
}

int requeue(const std::filesystem::path& profile, std::span<const std::string> ids,
            std::ostream& out, std::ostream& err) {
    const auto wanted = parse_ids(ids);
    if (!wanted) return complain(err, wanted.error());
    const time::SystemClock clock;
    const auto outbox = open(profile, clock);
    if (!outbox) return complain(err, outbox.error());
    const auto numbers = find(outbox->get(), *wanted);
    if (!numbers) return complain(err, numbers.error());
    for (const outbox::ItemNumber number : *numbers) {
        const auto done = (*outbox)->requeue(number);
        if (!done) return complain(err, done.error());
    }
    out << boost::json::serialize(boost::json::object{{"requeued", numbers->size()}}) << '\n';
    return 0;
}

} // namespace rexue::ctl
