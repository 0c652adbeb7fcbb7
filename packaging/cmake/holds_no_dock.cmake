# cmake -D PROGRAM=FILE -P holds_no_dock.cmake: fails when the developer's dock is in what donors
# touch. Its title stands in kiosk/app/dock/dock.cpp; a test holds the two together.
file(STRINGS ${PROGRAM} found LIMIT_COUNT 1 REGEX "Rexue development dock")
if(found)
    message(FATAL_ERROR "${PROGRAM} holds the developer's dock")
endif()
