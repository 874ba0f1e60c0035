#!/usr/bin/env python3
"""Writes commands for rrdtool's pipe mode: create.commands, then COUNT graphs as svg, pdf and png.

usage: make_rrd.py DIRECTORY [COUNT]

The figures are those of `d8s bench-charts`: 720 hours of three series, 600 by 240 pixels.
"""
import math, os, sys

directory = os.path.abspath(sys.argv[1])
count = int(sys.argv[2]) if len(sys.argv) > 2 else 200
os.makedirs(directory, exist_ok=True)
first, hours = 1_789_999_200, 720
file = f"{directory}/figures.rrd"


def value(hour, number):
    return 50 + 20 * number + 15 * math.sin(hour / (40 + 10 * number)) + 5 * math.sin(hour * 1.7 + number)


with open(f"{directory}/create.commands", "w") as commands:
    sources = " ".join(f"DS:s{number}:GAUGE:7200:U:U" for number in range(3))
    print(f"create {file} --start {first - 3600} --step 3600 {sources} RRA:AVERAGE:0.5:1:800",
          file=commands)
    for hour in range(hours):
        values = ":".join(f"{value(hour, number):.6f}" for number in range(3))
        print(f"update {file} {first + hour * 3600}:{values}", file=commands)

lines = " ".join(
    f"DEF:d{number}={file}:s{number}:AVERAGE LINE1.25:d{number}#{color}:{name}"
    for number, (name, color) in enumerate(
        [("web", "ff4d4f"), ("db", "ffab1a"), ("cache", "6ea8fe")])
)
for form in ["svg", "pdf", "png"]:
    graph = (f"graph {directory}/out.{form} --imgformat {form.upper()} --full-size-mode"
             f" --width 600 --height 240 --start {first} --end {first + (hours - 1) * 3600} {lines}")
    with open(f"{directory}/{form}.commands", "w") as commands:
        commands.write(f"{graph}\n" * count)
