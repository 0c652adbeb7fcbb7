// The description is held to the code: every route is in it and nothing else, every message has
// exactly the members that the code reads and writes, every problem its status.
#include <map>

#include <gtest/gtest.h>

#include "kiosk/rules/queue/house_event.h"
#include "net/credential/key_set.h"
#include "net/server/http/route_table.h"
#include "net/wire/bookings.h"
#include "net/wire/calls.h"
#include "net/wire/cards.h"
#include "net/wire/donors.h"
#include "net/wire/enrolment.h"
#include "net/wire/events.h"
#include "net/wire/gifts.h"
#include "net/wire/house.h"
#include "net/wire/problem.h"
#include "net/wire/review.h"
#include "net/wire/staff.h"
#include "net/wire/visits.h"
#include "platform/json/codec.h"
#include "tests/net/wire/openapi_document.h"

namespace rexue {
namespace {

using tests::OpenApiDocument;

std::string_view word_of(server::Method method) {
    switch (method) {
        case server::Method::get:
            return "get";
        case server::Method::post:
            return "post";
        case server::Method::put:
            return "put";
        case server::Method::other:
            break;
    }
    return "other";
}

std::string_view word_of(server::Needs needs) {
    switch (needs) {
        case server::Needs::nothing:
            return "nothing";
        case server::Needs::terminal:
            return "terminal";
        case server::Needs::staff:
            return "staff";
    }
    return "";
}

TEST(OpenApi, describes_exactly_the_routes_that_are_there) {
    std::map<std::string, std::string> described;
    for (const auto& operation : OpenApiDocument::get().operations()) {
        described[operation.method + " " + operation.path] =
            operation.node["operationId"].as<std::string>() + " needs " +
            operation.node["x-needs"].as<std::string>();
    }
    std::map<std::string, std::string> routed;
    for (const auto& route : server::route_table()) {
        routed[std::string(word_of(route.method)).append(" ").append(route.path)] =
            std::string(route.operation).append(" needs ").append(word_of(route.needs));
    }
    EXPECT_EQ(described, routed);
}

TEST(OpenApi, every_reference_leads_somewhere) {
    const auto& document = OpenApiDocument::get();
    for (const auto& operation : document.operations()) {
        for (const auto& response : operation.node["responses"]) {
            EXPECT_TRUE(document.resolve(response.second)["description"]) << operation.path;
        }
        for (const auto& parameter : operation.node["parameters"]) {
            EXPECT_TRUE(document.resolve(parameter)["schema"]) << operation.path;
        }
        const auto body = operation.node["requestBody"];
        EXPECT_TRUE(!body || document.resolve(body)["content"]) << operation.path;
    }
}

TEST(OpenApi, terminals_say_who_they_are_and_can_be_refused) {
    const auto& document = OpenApiDocument::get();
    for (const auto& operation : document.operations()) {
        if (operation.node["x-needs"].as<std::string>() == "nothing") continue;
        std::set<std::string> headers;
        for (const auto& parameter : operation.node["parameters"]) {
            headers.insert(document.resolve(parameter)["name"].as<std::string>());
        }
        EXPECT_TRUE(headers.contains("Rexue-Instance")) << operation.path;
        for (const char* status : {"400", "401", "409", "500", "503", "507"}) {
            EXPECT_TRUE(operation.node["responses"][status]) << operation.path << " " << status;
        }
    }
}

TEST(OpenApi, a_request_can_be_too_large_for_every_operation) {
    for (const auto& operation : OpenApiDocument::get().operations()) {
        EXPECT_TRUE(operation.node["responses"]["413"]) << operation.path;
    }
}

TEST(OpenApi, problems_have_the_status_that_the_code_gives_them) {
    const auto& document = OpenApiDocument::get();
    std::map<std::string, int> status_of_code;
    for (const auto& operation : document.operations()) {
        for (const auto& response : operation.node["responses"]) {
            for (const auto& code : document.resolve(response.second)["x-codes"]) {
                status_of_code[code.as<std::string>()] = response.first.as<int>();
            }
        }
    }
    ASSERT_FALSE(status_of_code.empty());
    for (const auto& [code, status] : status_of_code) {
        const auto error = wire::error_of({.type = "urn:rexue:problem:" + code});
        EXPECT_EQ(base::to_string(error.code), code);
        EXPECT_EQ(wire::problem_of(error).status, status) << code;
    }
}

// --- messages, member by member

template <typename T>
struct Name;
#define NAMED(type)                                      \
    template <>                                          \
    struct Name<type> {                                  \
        static constexpr std::string_view value = #type; \
    }
using namespace wire;
using credential::Algorithm;
using credential::DayKeyEntry;
using credential::KeyDocument;
using credential::KeyEntry;
using queue::EventKind;
using queue::HouseEvent;
using queue::Intent;
NAMED(Problem);
NAMED(EnrolmentRequest);
NAMED(SurfaceKind);
NAMED(Enrolment);
NAMED(House);
NAMED(ServicePoint);
NAMED(QuietHours);
NAMED(OfferStock);
NAMED(GiftStep);
NAMED(GiftAction);
NAMED(GiftAnswer);
NAMED(HouseEvent);
NAMED(EventKind);
NAMED(Intent);
NAMED(EventBatch);
NAMED(AppendOutcome);
NAMED(AppendResult);
NAMED(AppendResults);
NAMED(SequencedEvent);
NAMED(EventPage);
NAMED(CallCommand);
NAMED(CallRequest);
NAMED(CallDecision);
NAMED(DonorQuery);
NAMED(DonationType);
NAMED(PastDonation);
NAMED(DonorDeferral);
NAMED(DonorBrief);
NAMED(SealedRecord);
NAMED(EntryKind);
NAMED(NameBy);
NAMED(AssessedOutcome);
NAMED(Assessment);
NAMED(ConsentGiven);
NAMED(VisitRecord);
NAMED(VisitBrief);
NAMED(VisitBriefs);
NAMED(SealedBooking);
NAMED(BookingRecord);
NAMED(BookingDay);
NAMED(BookingDays);
NAMED(BothLanguages);
NAMED(ReasonKind);
NAMED(ReviewReason);
NAMED(AnswerKind);
NAMED(AnswerChoice);
NAMED(ReviewAnswer);
NAMED(Measure);
NAMED(Measurement);
NAMED(LimitNotMet);
NAMED(Correction);
NAMED(DecisionKind);
NAMED(TypeDecision);
NAMED(MatchStep);
NAMED(SpecialMatch);
NAMED(ReviewStep);
NAMED(ReviewEntry);
NAMED(ReviewGift);
NAMED(ReviewStatus);
NAMED(Review);
NAMED(ReviewBrief);
NAMED(ReviewBriefs);
NAMED(CardIssued);
NAMED(CardRevocations);
NAMED(CodeShown);
NAMED(CodeHeard);
NAMED(Algorithm);
NAMED(KeyEntry);
NAMED(DayKeyEntry);
NAMED(KeyDocument);
NAMED(SignIn);
NAMED(StaffRole);
NAMED(StaffSession);
#undef NAMED

std::string text_at(const YAML::Node& node, const char* key) {
    return node[key] ? node[key].as<std::string>() : std::string();
}

void expect_reference(const YAML::Node& node, std::string_view name, const std::string& where) {
    EXPECT_EQ(text_at(node, "$ref"), "#/components/schemas/" + std::string(name)) << where;
}

void expect_text(const YAML::Node& node, std::string_view format, const std::string& where) {
    EXPECT_EQ(text_at(node, "type"), "string") << where;
    EXPECT_EQ(text_at(node, "format"), format) << where;
}

template <typename T>
void expect_type(const YAML::Node& node, const std::string& where) {
    if constexpr (json::detail::IsOptional<T>::value) {
        expect_type<typename T::value_type>(node, where);
    } else if constexpr (json::detail::IsVector<T>::value) {
        EXPECT_EQ(text_at(node, "type"), "array") << where;
        expect_type<typename T::value_type>(node["items"], where + "[]");
    } else if constexpr (std::same_as<T, boost::json::value>) {
        expect_reference(node, "HouseEvent", where);
    } else if constexpr (std::same_as<T, base::Uuid>) {
        expect_text(node, "uuid", where);
    } else if constexpr (std::same_as<T, base::Date>) {
        expect_text(node, "date", where);
    } else if constexpr (std::same_as<T, base::Instant>) {
        expect_text(node, "date-time", where);
    } else if constexpr (std::same_as<T, std::string> || json::detail::HasTextForm<T>) {
        expect_text(node, "", where);
    } else if constexpr (std::same_as<T, bool>) {
        EXPECT_EQ(text_at(node, "type"), "boolean") << where;
    } else if constexpr (std::floating_point<T>) {
        EXPECT_EQ(text_at(node, "type"), "number") << where;
    } else if constexpr (std::integral<T>) {
        EXPECT_EQ(text_at(node, "type"), "integer") << where;
        EXPECT_EQ(text_at(node, "format"), sizeof(T) == 8 ? "int64" : "") << where;
    } else {
        expect_reference(node, Name<T>::value, where);
    }
}

template <typename T>
class Message : public testing::Test {};

using Messages = testing::Types<
    Problem, EnrolmentRequest, Enrolment, House, ServicePoint, QuietHours, OfferStock, GiftStep,
    GiftAnswer, HouseEvent, EventBatch, AppendResult, AppendResults, SequencedEvent, EventPage,
    CallRequest, CallDecision, DonorQuery, PastDonation, DonorDeferral, DonorBrief, SealedRecord,
    Assessment, ConsentGiven, VisitRecord, VisitBrief, VisitBriefs, SealedBooking, BookingRecord,
    BookingDay, BookingDays, BothLanguages, ReviewReason, AnswerChoice, ReviewAnswer, Measurement,
    LimitNotMet, SpecialMatch, Correction, TypeDecision, ReviewStep, ReviewEntry, ReviewGift,
    Review, ReviewBrief, ReviewBriefs, CardIssued, CardRevocations, CodeShown, CodeHeard, KeyEntry,
    DayKeyEntry, KeyDocument, SignIn, StaffSession>;

struct MessageNames {
    template <typename T>
    static std::string GetName(int) {
        return std::string(Name<T>::value);
    }
};
TYPED_TEST_SUITE(Message, Messages, MessageNames);

TYPED_TEST(Message, has_the_members_that_are_described) {
    const std::string name(Name<TypeParam>::value);
    const auto schema = OpenApiDocument::get().schema(name);
    ASSERT_TRUE(schema) << name;
    std::set<std::string> described;
    for (const auto& property : schema["properties"]) {
        described.insert(property.first.template as<std::string>());
    }
    std::set<std::string> required;
    for (const auto& member : schema["required"]) {
        required.insert(member.template as<std::string>());
    }
    std::set<std::string> members;
    std::set<std::string> needed;
    boost::mp11::mp_for_each<json::detail::Members<TypeParam>>([&](auto member) {
        using Type = std::remove_cvref_t<decltype(std::declval<TypeParam>().*member.pointer)>;
        members.insert(member.name);
        if (!json::detail::IsOptional<Type>::value) needed.insert(member.name);
        expect_type<Type>(schema["properties"][member.name], name + "/" + member.name);
    });
    EXPECT_EQ(described, members);
    EXPECT_EQ(required, needed);
}

template <typename T>
class Words : public testing::Test {};
using WordLists =
    testing::Types<SurfaceKind, EventKind, Intent, AppendOutcome, CallCommand, DonationType,
                   EntryKind, NameBy, GiftAction, AssessedOutcome, ReasonKind, AnswerKind, Measure,
                   DecisionKind, MatchStep, ReviewStatus, Algorithm, StaffRole>;
TYPED_TEST_SUITE(Words, WordLists, MessageNames);

TYPED_TEST(Words, are_the_words_that_are_described) {
    std::vector<std::string> described;
    for (const auto& word : OpenApiDocument::get().schema(Name<TypeParam>::value)["enum"]) {
        described.push_back(word.template as<std::string>());
    }
    std::vector<std::string> known;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<TypeParam>>(
        [&](auto word) { known.emplace_back(word.name); });
    EXPECT_EQ(described, known);
}

template <typename... T>
std::set<std::string> names_of(testing::Types<T...>) {
    return {std::string(Name<T>::value)...};
}

TEST(OpenApi, describes_no_message_that_is_not_there) {
    auto known = names_of(Messages());
    known.merge(names_of(WordLists()));
    EXPECT_EQ(OpenApiDocument::get().schema_names(), known);
}

} // namespace
} // namespace rexue
