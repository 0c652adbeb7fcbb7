// Every event that a program of this tree can log, each declared once.
#pragma once

#include "platform/log/log.h"

namespace rexue::log {

// net/server
inline constexpr LogEvent server_started{"server_started", Level::info,
                                         "The server answers on its port."};
inline constexpr LogEvent server_stopped{"server_stopped", Level::info,
                                         "The server was asked to end and has ended."};
inline constexpr LogEvent request_failed{
    "request_failed", Level::error,
    "A request could not be answered for a reason of the server's own."};
inline constexpr LogEvent request_refused{"request_refused", Level::info,
                                          "A request was answered with a refusal."};
inline constexpr LogEvent event_refused{
    "event_refused", Level::warning,
    "A terminal sent an event that the house log does not take; the terminal keeps it apart."};
inline constexpr LogEvent handshake_failed{
    "handshake_failed", Level::info,
    "A connection ended before TLS stood, or its certificate is "
    "not of this server's authority."};
inline constexpr LogEvent connection_limit_reached{
    "connection_limit_reached", Level::warning,
    "A connection was closed at once because as many as allowed are open."};
inline constexpr LogEvent terminal_enrolled{"terminal_enrolled", Level::info,
                                            "A terminal got its certificate."};
inline constexpr LogEvent terminal_revoked{"terminal_revoked", Level::warning,
                                           "A terminal's certificate is no longer good."};
inline constexpr LogEvent instance_conflict{
    "instance_conflict", Level::error,
    "Two machines use the certificate of one terminal; the second is refused."};
inline constexpr LogEvent staff_signed_in{"staff_signed_in", Level::info,
                                          "A session was opened with a PIN."};
inline constexpr LogEvent staff_pin_wrong{"staff_pin_wrong", Level::warning,
                                          "A sign-in with a wrong staff number or PIN."};
inline constexpr LogEvent record_unreadable{
    "record_unreadable", Level::error,
    "A stored visit record could not be opened; staff do not see its visit."};

} // namespace rexue::log
