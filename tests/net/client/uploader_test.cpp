// Whatever the server makes of an item, the others reach it, and nothing is ever dropped.
#include "net/client/uploader.h"

#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "net/client/answer.h"
#include "net/wire/events.h"
#include "platform/time/clock.h"
#include "tests/net/client/scripted_peer.h"
#include "tests/net/client/waiting.h"
#include "tests/support/test_folder.h"

namespace rexue::client {

namespace {

using outbox::OutboxCounts;
using testing::ElementsAre;
using testing::SizeIs;

constexpr base::Date a_day{std::chrono::year(2026), std::chrono::June, std::chrono::day(14)};

class UploaderTest : public testing::Test {
  protected:
    // What the peer does with a request that holds this word; nothing: it answers well.
    using Misdeed = std::function<bool(PeerConnection&)>;

    void serve(std::string word = "", Misdeed misdeed = {}, int port = 0) {
        peer_.emplace(
            Security::tls_1_3, authority_,
            [this, word, misdeed](PeerConnection& connection) {
                while (const auto request = connection.read_request()) {
                    if (request->method != "GET") bodies_.put(request->body);
                    if (misdeed && request->body.find(word) != std::string::npos) {
                        if (!misdeed(connection)) return;
                        continue;
                    }
                    answer_well(*request, connection);
                }
            },
            port);
    }

    void answer_well(const PeerRequest& request, PeerConnection& connection) {
        if (request.method == "PUT") {
            const std::lock_guard lock(mutex_);
            records_.push_back(request.target);
            return connection.answer(204, "");
        }
        if (request.method == "GET") return connection.answer(404, "{}");
        const auto batch = read_message<wire::EventBatch>(request.body, request.body.size());
        if (!batch) return connection.answer(400, "{}");
        const std::lock_guard lock(mutex_);
        wire::AppendResults results;
        for (const auto& event : batch->events) {
            const auto text = std::string(event.at("text").as_string());
            const bool refused = text == "refuse";
            if (!refused) events_.push_back(text);
            results.results.push_back(
                {.id = *json::from_json<base::Uuid>(event.at("id")),
                 .outcome = refused ? wire::AppendOutcome::refused : wire::AppendOutcome::stored,
                 .reason = refused ? std::optional<std::string>("wrong_house") : std::nullopt});
        }
        connection.answer(200, body_of(results));
    }

    void upload() {
        ServerLinkOptions options{.http = {.base_url = peer_->url(),
                                           .trust = {.ca_file = authority_.ca_file},
                                           .instance = std::string(64, 'a')},
                                  .house = wire::HouseId("h"),
                                  .first_probe = std::chrono::milliseconds(10),
                                  .longest_probe = std::chrono::milliseconds(20)};
        link_ = std::move(*ServerLink::create(options, clock_));
        uploader_.emplace(*link_, *outbox_,
                          UploaderOptions{.first_retry = first_retry_,
                                          .longest_retry = first_retry_ * 4,
                                          .postpone = postpone_,
                                          .idle_look = std::chrono::milliseconds(20)});
    }

    void append(std::initializer_list<std::string_view> texts) {
        std::vector<outbox::Item> items;
        for (const auto text : texts) {
            outbox::Item item{.id = base::make_uuid_v7(clock_.wall()), .day = a_day};
            item.body =
                R"({"id":")" + item.id.to_string() + R"(","text":")" + std::string(text) + R"("})";
            items.push_back(item);
        }
        ASSERT_TRUE(outbox_->append(items));
    }

    base::Uuid append_record(const std::string& ciphertext) {
        const wire::SealedRecord record{.visit = base::make_uuid_v7(clock_.wall()),
                                        .ciphertext = ciphertext};
        const auto item = outbox::record_item(a_day, record.visit, record);
        EXPECT_TRUE(outbox_->append(std::array{item}));
        return record.visit;
    }

    base::Uuid append_booking(const std::string& ciphertext) {
        const wire::SealedBooking booking{.booking = base::make_uuid_v7(clock_.wall()),
                                          .ciphertext = ciphertext};
        EXPECT_TRUE(outbox_->append(std::array{outbox::booking_item(a_day, booking)}));
        return booking.booking;
    }

    bool counts_become(const OutboxCounts& wanted) {
        return eventually([&] {
            const auto counts = *outbox_->counts();
            return counts.events == wanted.events && counts.records == wanted.records &&
                   counts.bookings == wanted.bookings && counts.quarantined == wanted.quarantined;
        });
    }

    std::vector<std::string> events() {
        const std::lock_guard lock(mutex_);
        return events_;
    }
    std::vector<std::string> records() {
        const std::lock_guard lock(mutex_);
        return records_;
    }

    support::TestFolder folder_;
    TestAuthority authority_{folder_.path()};
    time::SystemClock clock_;
    std::unique_ptr<outbox::Outbox> outbox_ =
        std::move(*outbox::Outbox::open(folder_.path() / "outbox.db", clock_));
    std::chrono::milliseconds first_retry_{10};
    std::chrono::milliseconds postpone_ = std::chrono::minutes(5);
    std::mutex mutex_;
    std::vector<std::string> events_;
    std::vector<std::string> records_;
    Mailbox<std::string> bodies_;
    std::optional<ScriptedPeer> peer_;
    std::unique_ptr<ServerLink> link_;
    std::optional<Uploader> uploader_;
};

TEST_F(UploaderTest, EventsGoInOrderAndRecordsToTheirVisits) {
    append({"a", "b", "c"});
    const auto visit = append_record("sealed");
    serve();
    upload();
    EXPECT_TRUE(counts_become({}));
    EXPECT_THAT(events(), ElementsAre("a", "b", "c"));
    EXPECT_THAT(records(), ElementsAre("/v1/visits/" + visit.to_string() + "/record"));
    append({"d"});
    EXPECT_TRUE(counts_become({}));
    EXPECT_THAT(events(), ElementsAre("a", "b", "c", "d"));
}

TEST_F(UploaderTest, ABookingGoesToItsOwnPlaceBehindTheRecords) {
    const auto booking = append_booking("sealed");
    const auto visit = append_record("sealed");
    serve();
    upload();
    EXPECT_TRUE(counts_become({}));
    EXPECT_THAT(records(), ElementsAre("/v1/visits/" + visit.to_string() + "/record",
                                       "/v1/bookings/" + booking.to_string()));
}

// Misfortune: a booking that the server never takes, and one that is none.
TEST_F(UploaderTest, ABookingThatCannotBeTakenIsQuarantinedAlone) {
    append_booking("poison");
    ASSERT_TRUE(outbox_->append(std::array{outbox::Item{.kind = outbox::ItemKind::booking,
                                                        .id = base::make_uuid_v7(clock_.wall()),
                                                        .day = a_day,
                                                        .body = "{}"}}));
    append_booking("good");
    serve("poison", [](PeerConnection& connection) {
        connection.answer(422, R"({"type":"urn:rexue:problem:corrupt","title":"","status":422,)"
                               R"("detail":"/ciphertext: not sealed for this server"})");
        return true;
    });
    upload();
    EXPECT_TRUE(counts_become({.quarantined = 2}));
    EXPECT_EQ(outbox_->list()->front().refusal, "corrupt");
    EXPECT_EQ(outbox_->list()->back().refusal, "malformed");
    EXPECT_THAT(records(), SizeIs(1));
}

TEST_F(UploaderTest, ABatchIsNeverTooLarge) {
    for (int i = 0; i < 25; ++i)
        append({"1", "2", "3", "4", "5", "6", "7", "8", "9", "10"});
    serve();
    upload();
    EXPECT_TRUE(counts_become({}));
    EXPECT_THAT(events(), SizeIs(250));
    EXPECT_THAT(bodies_.size(), 3);
}

TEST_F(UploaderTest, ARefusedEventIsQuarantinedAlone) {
    append({"a", "refuse", "c"});
    serve();
    upload();
    EXPECT_TRUE(counts_become({.quarantined = 1}));
    EXPECT_THAT(events(), ElementsAre("a", "c"));
    EXPECT_EQ(outbox_->list()->front().refusal, "wrong_house");
}

TEST_F(UploaderTest, ARecordInConflictIsQuarantinedAlone) {
    append_record("poison");
    append_record("good");
    serve("poison", [](PeerConnection& connection) {
        connection.answer(409, R"({"type":"urn:rexue:problem:conflict","title":"","status":409,)"
                               R"("detail":"another body under this revision"})");
        return true;
    });
    upload();
    EXPECT_TRUE(counts_become({.quarantined = 1}));
    EXPECT_EQ(outbox_->list()->front().refusal, "conflict");
    EXPECT_THAT(records(), SizeIs(1));
}

// Misfortune: the server knows this terminal and says that it may not do that.
TEST_F(UploaderTest, AForbiddenRecordIsQuarantinedAndTheLineGoesOn) {
    append_record("poison");
    append_record("good");
    serve("poison", [](PeerConnection& connection) {
        connection.answer(403, R"({"type":"urn:rexue:problem:forbidden","title":"","status":403,)"
                               R"("detail":"the visit is another house's"})");
        return true;
    });
    upload();
    EXPECT_TRUE(counts_become({.quarantined = 1}));
    EXPECT_EQ(outbox_->list()->front().refusal, "forbidden");
    EXPECT_THAT(records(), SizeIs(1));
}

TEST_F(UploaderTest, AForbiddenEventIsQuarantinedAndTheLineGoesOn) {
    append({"a", "poison", "c"});
    serve("poison", [](PeerConnection& connection) {
        connection.answer(403, R"({"type":"urn:rexue:problem:forbidden","title":"","status":403,)"
                               R"("detail":""})");
        return true;
    });
    upload();
    EXPECT_TRUE(counts_become({.quarantined = 1}));
    EXPECT_THAT(events(), ElementsAre("a", "c"));
}

// Misfortune: a certificate that is not taken. Nothing is wrong with the items.
TEST_F(UploaderTest, NothingIsQuarantinedByATerminalThatIsNotKnown) {
    append({"poison"});
    serve("poison", [](PeerConnection& connection) {
        connection.answer(401, R"({"type":"urn:rexue:problem:unauthenticated","title":"",)"
                               R"("status":401,"detail":"the terminal was revoked"})");
        return true;
    });
    upload();
    ASSERT_TRUE(eventually([&] { return bodies_.size() > 2; }));
    EXPECT_TRUE(eventually([&] { return link_->state().condition == LinkCondition::untrusted; }));
    EXPECT_EQ(outbox_->counts()->events, 1);
    EXPECT_EQ(outbox_->counts()->quarantined, 0);
}

// Put back by an operator in another process: nobody wakes the uploader.
TEST_F(UploaderTest, WhatAnOperatorPutsBackIsSentWithoutARestart) {
    append({"refuse"});
    serve();
    upload();
    ASSERT_TRUE(counts_become({.quarantined = 1}));
    const auto beside =
        std::move(*outbox::Outbox::open_beside(folder_.path() / "outbox.db", clock_));
    ASSERT_TRUE(beside->requeue(beside->list()->front().number));
    EXPECT_TRUE(eventually([&] { return bodies_.size() == 2; }));
    EXPECT_TRUE(counts_become({.quarantined = 1})) << "refused once more";
}

TEST_F(UploaderTest, AnItemThatFailsTheWholeBatchIsFound) {
    append({"a", "b", "poison", "d", "e", "f", "g"});
    serve("poison", [](PeerConnection& connection) {
        connection.answer(400, R"({"type":"urn:rexue:problem:invalid_argument","title":"",)"
                               R"("status":400,"detail":""})");
        return true;
    });
    upload();
    EXPECT_TRUE(counts_become({.quarantined = 1}));
    EXPECT_THAT(events(), ElementsAre("a", "b", "d", "e", "f", "g"));
}

TEST_F(UploaderTest, AnItemTheServerStumblesOverStepsAside) {
    append({"poison", "b", "c"});
    append_record("good");
    serve("poison", [](PeerConnection& connection) {
        connection.answer(500,
                          "{\"type\":\"urn:rexue:problem:internal\",\"title\":\"\","
                          "\"status\":500,\"detail\":\"\"}");
        return true;
    });
    upload();
    EXPECT_TRUE(counts_become({.events = 1}));
    EXPECT_THAT(events(), ElementsAre("b", "c"));
    EXPECT_THAT(records(), SizeIs(1));
}

TEST_F(UploaderTest, AnItemThatBreaksTheConnectionStepsAside) {
    append({"a", "poison", "c"});
    append_record("good");
    serve("poison", [](PeerConnection&) { return false; });
    upload();
    EXPECT_TRUE(counts_become({.events = 1}));
    EXPECT_THAT(events(), ElementsAre("a", "c"));
}

// A long night without a network makes nobody suspect.
TEST_F(UploaderTest, NothingStepsAsideBecauseTheLineIsDown) {
    serve();
    const int port = peer_->port();
    peer_.reset();
    append_record("good");
    ServerLinkOptions options{.http = {.base_url = "https://127.0.0.1:" + std::to_string(port),
                                       .trust = {.ca_file = authority_.ca_file},
                                       .instance = std::string(64, 'a')},
                              .house = wire::HouseId("h"),
                              .first_probe = std::chrono::milliseconds(10),
                              .longest_probe = std::chrono::milliseconds(20)};
    link_ = std::move(*ServerLink::create(options, clock_));
    std::atomic<int> tries = 0;
    uploader_.emplace(*link_, *outbox_,
                      UploaderOptions{.first_retry = std::chrono::milliseconds(1),
                                      .longest_retry = std::chrono::milliseconds(2),
                                      .postpone = std::chrono::hours(1),
                                      .on_report = [&](const UploadReport&) { ++tries; }});
    ASSERT_TRUE(eventually([&] { return tries > 10; }));
    serve("", {}, port);
    EXPECT_TRUE(counts_become({}));
    uploader_.reset();
}

TEST_F(UploaderTest, WhatSteppedAsideIsTriedAgain) {
    postpone_ = std::chrono::milliseconds(20);
    append({"poison"});
    std::atomic<int> tries = 0;
    serve("poison", [&](PeerConnection& connection) {
        if (++tries < 3) {
            connection.answer(507,
                              "{\"type\":\"urn:rexue:problem:storage_full\",\"title\":\"\","
                              "\"status\":507,\"detail\":\"\"}");
        } else {
            connection.answer(200, "{\"results\":[]}");
        }
        return true;
    });
    upload();
    EXPECT_TRUE(eventually([&] { return tries > 4; })) << "an answer without it is no answer";
    EXPECT_TRUE(counts_become({.events = 1}));
}

TEST_F(UploaderTest, WakesWhenTheLinkIsBackThoughItsBackOffIsLong) {
    first_retry_ = std::chrono::hours(1);
    serve();
    const int port = peer_->port();
    upload();
    ASSERT_TRUE(eventually([&] { return link_->state().condition == LinkCondition::online; }));
    peer_.reset();
    append({"a"});
    ASSERT_TRUE(eventually([&] { return link_->state().condition == LinkCondition::offline; }));
    serve("", {}, port);
    EXPECT_TRUE(counts_become({}));
    EXPECT_THAT(events(), ElementsAre("a"));
}

TEST_F(UploaderTest, AnAppendIsTriedAtOnceThoughTheBackOffIsLong) {
    first_retry_ = std::chrono::hours(1);
    std::atomic<bool> broken = true;
    serve("events", [&](PeerConnection& connection) {
        const bool still_broken = broken;
        if (still_broken) connection.answer(503, "{}");
        if (!still_broken) answer_well({.method = "POST", .body = bodies_.take()}, connection);
        return true;
    });
    append({"a"});
    upload();
    ASSERT_TRUE(eventually([&] { return bodies_.size() > 0; }));
    bodies_.take();
    broken = false;
    append({"b"});
    EXPECT_TRUE(counts_become({}));
    EXPECT_THAT(events(), ElementsAre("a", "b"));
}

TEST_F(UploaderTest, WhatIsUnderWayAtTheEndStays) {
    append({"a"});
    serve("", [](PeerConnection& connection) {
        connection.wait_for_end();
        return false;
    });
    upload();
    ASSERT_TRUE(eventually([&] { return bodies_.size() > 0; }));
    uploader_.reset();
    EXPECT_EQ(outbox_->counts()->events, 1);
    EXPECT_THAT(*outbox_->lease(outbox::ItemKind::event), SizeIs(1));
}

} // namespace

} // namespace rexue::client
