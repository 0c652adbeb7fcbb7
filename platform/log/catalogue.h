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
    "TLS could not be agreed upon, took too long, or a certificate was not taken."};
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
inline constexpr LogEvent station_setting{
    "station_setting", Level::info,
    "The station reads a rule in its own way; who set that and when stands beside it."};
inline constexpr LogEvent card_issued{"card_issued", Level::info,
                                      "An honour card was issued; the index is its place in the "
                                      "revocation list."};
inline constexpr LogEvent card_revoked{"card_revoked", Level::warning,
                                       "An honour card no longer counts."};
inline constexpr LogEvent record_unreadable{
    "record_unreadable", Level::error,
    "A stored visit record could not be opened; staff do not see its visit."};

// kiosk/app
inline constexpr LogEvent link_changed{"link_changed", Level::warning,
                                       "The line to the server is another than before."};
inline constexpr LogEvent link_works{"link_works", Level::info, "The line to the server is up."};
inline constexpr LogEvent device_changed{"device_changed", Level::warning,
                                         "A device is in another condition than before."};
inline constexpr LogEvent events_dropped{
    "events_dropped", Level::error,
    "The window thread hung so long that what happened meanwhile was too much to keep; of each "
    "kind the newest was kept."};
inline constexpr LogEvent outbox_moved_aside{
    "outbox_moved_aside", Level::error,
    "The outbox could not be trusted; it was set aside and a new one begun."};
inline constexpr LogEvent cards_not_verified{
    "cards_not_verified", Level::error,
    "Dynamic codes that are shown cannot be kept; this terminal verifies no honour cards."};
inline constexpr LogEvent check_in_failed{
    "check_in_failed", Level::error,
    "A check-in could not be made durable; the donor was sent to staff."};
inline constexpr LogEvent booking_failed{
    "booking_failed", Level::error,
    "A booked day could not be made durable; the donor was told so."};
inline constexpr LogEvent event_not_kept{
    "event_not_kept", Level::error,
    "An event of this terminal could not be made durable and is shown here alone."};
inline constexpr LogEvent voice_missing{
    "voice_missing", Level::warning,
    "Words of this language cannot be spoken: no clips for it, or some are not there."};
inline constexpr LogEvent words_without_clip{
    "words_without_clip", Level::warning,
    "A screen had words that no clip says; that there is something to read was said instead."};
inline constexpr LogEvent clip_unreadable{"clip_unreadable", Level::warning,
                                          "A recorded sound cannot be read and was left out."};
inline constexpr LogEvent clock_wrong{
    "clock_wrong", Level::error,
    "The clock of this machine is behind a time that has been; the program goes by a later one."};
inline constexpr LogEvent forms_not_read{
    "forms_not_read", Level::error,
    "The questionnaire, a rulebook or a consent document cannot be used: staff talk with every "
    "donor. Look at the file that is named."};
inline constexpr LogEvent honours_not_read{
    "honours_not_read", Level::error,
    "A file of awards, honour cards, fee relief, benefits or moments cannot be used: donors see no "
    "honours. Look at the file that is named."};
inline constexpr LogEvent wording_not_approved{
    "wording_not_approved", Level::warning,
    "What donors read in this file is our wording: to be confirmed, or replaced, by the station."};
inline constexpr LogEvent station_settings_not_used{
    "station_settings_not_used", Level::error,
    "What the station sets does not fit the rulebooks of this terminal: staff talk with every "
    "donor. "
    "Update the terminal, or put the server's --station-settings right."};
inline constexpr LogEvent own_events_not_read{
    "own_events_not_read", Level::error,
    "What waits for the server could not be read; the line shown here lacks it for now."};
inline constexpr LogEvent items_quarantined{
    "items_quarantined", Level::error,
    "The server will never take something of this terminal; it is kept here."};
inline constexpr LogEvent number_not_raised{
    "number_not_raised", Level::error,
    "Numbers seen in the house log could not be noted; they might be given again."};

} // namespace rexue::log
