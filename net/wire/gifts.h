// POST /v1/visits/{visit}/gifts: staff give out what a moment offers (a coin, a certificate), or
// take it back. The house's stock follows.
#pragma once

#include <string>

#include <boost/describe.hpp>

namespace rexue::wire {

enum class GiftAction { give, take_back };
BOOST_DESCRIBE_ENUM(GiftAction, give, take_back)

// Once a visit and offer: the same again changes nothing.
struct GiftStep {
    std::string offer; // an id of assets/moments
    GiftAction action = GiftAction::give;
};
BOOST_DESCRIBE_STRUCT(GiftStep, (), (offer, action))

// 200; 404 not_found for a visit of another house or of none; 409 conflict when none is left.
struct GiftAnswer {
    std::string offer;
    bool given = false; // in this visit
    int left = 0;       // in the house
};
BOOST_DESCRIBE_STRUCT(GiftAnswer, (), (offer, given, left))

} // namespace rexue::wire
