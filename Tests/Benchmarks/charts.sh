#!/bin/sh
# CPU time of a chart of 3 series with 720 points each, 600 by 240 pixels, by D8S and by rrdtool.
#
#   Tests/Benchmarks/charts.sh [COMMAND [COUNT]]
#
# COMMAND draws COUNT charts when called as `COMMAND --format svg|pdf|png --count COUNT`; it is
# `d8s bench-charts` of the release build if none is given. rrdtool draws the same figures in pipe
# mode, so that neither pays for starting a process per chart. The two take turns in 5 rounds; a
# figure is the median of its rounds, user and system time together.
set -eu
cd "$(dirname "$0")/../.."
command=${1:-.build/release/d8s bench-charts}
count=${2:-200}
rounds=5

command -v rrdtool >/dev/null || {
    [ "$(id -u)" = 0 ] && root="" || root=sudo
    $root apt-get install -y -qq rrdtool >/dev/null
}

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT INT TERM

# 720 hourly figures of three series, up to a fixed end.
awk -v work="$work" 'BEGIN {
    first = 1789999200
    printf "create %s/f.rrd --start %d --step 3600", work, first - 3600
    for (n = 0; n < 3; n++) printf " DS:s%d:GAUGE:7200:U:U", n
    print " RRA:AVERAGE:0.5:1:800"
    for (x = 0; x < 720; x++) {
        printf "update %s/f.rrd %d", work, first + x * 3600
        for (n = 0; n < 3; n++)
            printf ":%.6f", 50 + 20 * n + 15 * sin(x / (40 + 10 * n)) + 5 * sin(x * 1.7 + n)
        print ""
    }
}' | rrdtool - >/dev/null

# rrdtool's commands for so many charts of one format.
graphs() {
    awk -v work="$work" -v format="$1" -v count="$count" 'BEGIN {
        first = 1789999200
        for (i = 0; i < count; i++) {
            printf "graph %s/out.%s --imgformat %s --full-size-mode", work, format, toupper(format)
            printf " --width 600 --height 240 --start %d --end %d", first, first + 719 * 3600
            split("web db cache", name, " ")
            split("ff4d4f ffab1a 6ea8fe", color, " ")
            for (n = 0; n < 3; n++) {
                printf " DEF:d%d=%s/f.rrd:s%d:AVERAGE", n, work, n
                printf " LINE1.25:d%d#%s:%s", n, color[n + 1], name[n + 1]
            }
            print ""
        }
    }'
}

# User and system seconds of a command line.
cpu() {
    bash -c 'TIMEFORMAT="%U %S"; time sh -c "$1" >/dev/null' bash "$1" 2>&1 |
        awk 'END { printf "%.3f\n", $1 + $2 }'
}

median() {
    sort -n "$1" | awk '{ line[NR] = $1 } END { print line[int((NR + 1) / 2)] }'
}

printf '%-6s %14s %14s %8s\n' format 'd8s ms/chart' 'rrdtool' ratio
for format in svg pdf png; do
    graphs "$format" >"$work/commands"
    : >"$work/ours"
    : >"$work/theirs"
    round=0
    while [ "$round" -lt "$rounds" ]; do
        cpu "$command --format $format --count $count" >>"$work/ours"
        cpu "rrdtool - <'$work/commands'" >>"$work/theirs"
        round=$((round + 1))
    done
    awk -v a="$(median "$work/ours")" -v b="$(median "$work/theirs")" -v n="$count" \
        -v format="$format" \
        'BEGIN { printf "%-6s %14.2f %14.2f %7.1fx\n", format, a * 1000 / n, b * 1000 / n, b / a }'
done
