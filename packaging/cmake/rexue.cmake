# How a folder becomes a library, a test or a program. One static library a folder; its name is
# the folder's path with underscores, so that the link graph reads like the tree.

add_library(rexue_warnings INTERFACE)
target_compile_options(rexue_warnings INTERFACE
    -Wall -Wextra -Wpedantic  # the compiler's own idea of a mistake
    -Werror                   # a warning nobody must fix is a warning nobody reads
    -Wshadow                  # a hidden name is the start of a wrong edit
    -Wconversion              # bytes, pixels and millimetres meet here: no silent narrowing
    -Wno-sign-conversion      # (but size_t against int in indices is noise, not news)
    -Wnon-virtual-dtor        # device contracts are deleted through their base
    -Wold-style-cast          # a cast says which kind it is
    -Woverloaded-virtual      # a simulator must override, not hide
    -Wimplicit-fallthrough    # protocol switches fall through only when they say so
    -Wno-missing-field-initializers  # designated initialisers rely on member defaults
)

if(CMAKE_CXX_FLAGS MATCHES "-fsanitize=thread" AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    # GCC tells that it does not follow Asio's fences; Asio locks beside them.
    target_compile_options(rexue_warnings INTERFACE -Wno-tsan)
endif()

# rexue_library(FOLDER SOURCES a.cpp … USES folder/of/library … LINKS outside …)
#   FOLDER   path from the top, for example platform/base
#   USES     libraries of this tree, by folder (public)
#   LINKS    outside libraries (public: their headers may be in ours)
#   HIDES    outside libraries that only the sources include (private)
function(rexue_library folder)
    cmake_parse_arguments(ARG "" "" "SOURCES;USES;LINKS;HIDES" ${ARGN})
    string(REPLACE "/" "_" name ${folder})
    add_library(${name} STATIC ${ARG_SOURCES})
    target_include_directories(${name} PUBLIC ${PROJECT_SOURCE_DIR})
    target_link_libraries(${name} PRIVATE rexue_warnings ${ARG_HIDES} PUBLIC ${ARG_LINKS})
    foreach(used ${ARG_USES})
        string(REPLACE "/" "_" used_name ${used})
        target_link_libraries(${name} PUBLIC ${used_name})
    endforeach()
endfunction()

# rexue_test(FOLDER SOURCES … USES … LINKS …): one GoogleTest program for one folder of sources.
#   LABEL    ctest label, for example "picture" or "slow"
#   SECONDS  that one test may take on a busy machine, 120 unless told
#   SHARDS   in how many processes its tests run, where starting is dearer than testing; without it
#            each has one of its own
function(rexue_test folder)
    cmake_parse_arguments(ARG "" "LABEL;SECONDS;SHARDS" "SOURCES;USES;LINKS" ${ARGN})
    if(NOT ARG_SECONDS)
        set(ARG_SECONDS 120)
    endif()
    string(REPLACE "/" "_" name test_${folder})
    add_executable(${name} ${ARG_SOURCES})
    target_link_libraries(${name} PRIVATE rexue_warnings GTest::gmock GTest::gtest_main ${ARG_LINKS})
    foreach(used ${ARG_USES})
        string(REPLACE "/" "_" used_name ${used})
        target_link_libraries(${name} PRIVATE ${used_name})
    endforeach()
    target_include_directories(${name} PRIVATE ${PROJECT_SOURCE_DIR})
    target_compile_definitions(${name} PRIVATE
        REXUE_SOURCE_DIR="${PROJECT_SOURCE_DIR}" REXUE_BINARY_DIR="${CMAKE_RUNTIME_OUTPUT_DIRECTORY}")
    if(ARG_SHARDS)
        math(EXPR last "${ARG_SHARDS} - 1")
        foreach(shard RANGE ${last})
            set(shard_name "${folder}: part ${shard} of ${ARG_SHARDS}")
            add_test(NAME ${shard_name} COMMAND ${name})
            set_tests_properties(${shard_name} PROPERTIES
                TIMEOUT ${ARG_SECONDS} LABELS "${ARG_LABEL}"
                ENVIRONMENT "GTEST_TOTAL_SHARDS=${ARG_SHARDS};GTEST_SHARD_INDEX=${shard}")
        endforeach()
        return()
    endif()
    gtest_discover_tests(${name} TEST_PREFIX "${folder}: " DISCOVERY_MODE PRE_TEST NO_PRETTY_VALUES
        PROPERTIES TIMEOUT ${ARG_SECONDS} LABELS "${ARG_LABEL}")
endfunction()

# rexue_pkg(NAME module…): an imported target PkgConfig::NAME.
function(rexue_pkg name)
    pkg_check_modules(${name} REQUIRED IMPORTED_TARGET GLOBAL ${ARGN})
endfunction()
