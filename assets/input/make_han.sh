#!/bin/sh
# Makes the table of Han characters that platform/input_method/han_table.h reads, from the Unihan
# files of Debian's package unicode-data. Usage: make_han.sh FOLDER-OF-UNIHAN > han.tsv
#
# One character a line for each radical it is looked for under (吉 under 口 and 士): code point,
# radical, strokes beside it, all strokes, tier, readings. Tier 0 is the State Council's list
# 通用规范汉字表, 1 what else mainland sources hold, 2 the rest.
set -eu
export LC_ALL=C

cat <<'NOTICE'
# Han characters by radical, strokes and reading. Extracted, and so modified, from the Unihan
# database, copyright © 1991-2022 Unicode, Inc. All rights reserved. Distributed under the Terms
# of Use in https://www.unicode.org/copyright.html; the permission notice is the one that package
# unicode-data installs as its copyright file.
NOTICE

for part in IRGSources RadicalStrokeCounts Readings OtherMappings; do
    bzcat "$1/Unihan_$part.txt.bz2"
done | awk -F '\t' '
    # Tone marks go, ü is the v of the keyboard.
    function plain(text) {
        gsub(/ā|á|ǎ|à/, "a", text)
        gsub(/ē|é|ě|è|ê̄|ế|ê̌|ề|ê/, "e", text)
        gsub(/ī|í|ǐ|ì/, "i", text)
        gsub(/ō|ó|ǒ|ò/, "o", text)
        gsub(/ū|ú|ǔ|ù/, "u", text)
        gsub(/ǖ|ǘ|ǚ|ǜ|ü/, "v", text)
        gsub(/ń|ň|ǹ/, "n", text)
        gsub(/ḿ/, "m", text)
        gsub(/̀|̄|̌|́/, "", text)
        return text
    }
    function add_reading(code, text) {
        text = plain(text)
        if (text !~ /^[a-z]+$/ || index("," readings[code] ",", "," text ",") > 0) return
        readings[code] = readings[code] == "" ? text : readings[code] "," text
    }
    # The fields of the dictionaries are "place:reading,reading place:reading".
    function add_dictionary(code, text,    places, parts, list, i, j, n, m) {
        n = split(text, places, " ")
        for (i = 1; i <= n; ++i) {
            split(places[i], parts, ":")
            m = split(parts[2], list, ",")
            for (j = 1; j <= m; ++j) add_reading(code, list[j])
        }
    }
    function add_place(code, place) {
        if (index(" " radical[code] " ", " " place " ") == 0) {
            radical[code] = radical[code] == "" ? place : radical[code] " " place
        }
    }
    /^#/ || NF < 3 { next }
    $2 == "kRSUnicode" { n = split($3, list, " "); for (i = 1; i <= n; ++i) add_place($1, list[i]) }
    # "C+13706+32.3.3": radical, its strokes, those beside it.
    $2 == "kRSAdobe_Japan1_6" {
        n = split($3, list, " ")
        for (i = 1; i <= n; ++i) {
            if (split(list[i], parts, "+") < 3 || split(parts[3], numbers, ".") < 3) continue
            adobe[$1] = adobe[$1] " " numbers[1] "." numbers[3]
        }
    }
    $2 == "kTotalStrokes" { split($3, counts, " "); total[$1] = counts[1] }
    $2 == "kIRG_GSource" { mainland[$1] = 1 }
    $2 == "kTGH" { standard[$1] = 1 }
    $2 == "kMandarin" { n = split($3, list, " "); for (i = 1; i <= n; ++i) add_reading($1, list[i]) }
    $2 == "kTGHZ2013" || $2 == "kXHC1983" || $2 == "kHanyuPinyin" { add_dictionary($1, $3) }
    END {
        for (code in adobe) {
            # A second opinion only on what Unihan knows, and only on the radical.
            n = split(adobe[code], list, " ")
            for (i = 1; i <= n; ++i) {
                split(list[i], parts, ".")
                if (radical[code] != "" && index(" " radical[code], " " parts[1] ".") == 0 &&
                    index(radical[code], "\047") == 0) add_place(code, list[i])
            }
        }
        for (code in radical) {
            tier = standard[code] ? 0 : mainland[code] ? 1 : 2
            n = split(radical[code], list, " ")
            for (i = 1; i <= n; ++i) {
                split(list[i], parts, ".")
                printf "%s\t%s\t%d\t%d\t%d\t%s\n", substr(code, 3), parts[1], parts[2],
                    total[code], tier, readings[code]
            }
        }
    }' | sort -t "$(printf '\t')" -k5,5n -k3,3n -k1.1,1
