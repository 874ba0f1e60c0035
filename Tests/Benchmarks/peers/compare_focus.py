#!/usr/bin/env python3
"""Says whether D8S keeps the effective costs that DuckDB adds up from the same export.

usage: compare_focus.py OURS THEIRS

OURS is what `d8s export costs` prints, THEIRS what load_focus.py does.
"""
import csv
import sys
from collections import defaultdict
from decimal import Decimal, getcontext

getcontext().prec = 60
csv.field_size_limit(1 << 30)
ours = defaultdict(Decimal)
with open(sys.argv[1], newline="") as file:
    for row in csv.DictReader(file):
        ours[row["ServiceName"]] += Decimal(row["EffectiveCost"])
theirs = {}
with open(sys.argv[2]) as file:
    for line in file:
        service, _, cost = line.rstrip("\n").rpartition(" ")
        if service != "cpu":
            theirs[service] = Decimal(cost)
if ours != theirs:
    sys.exit("Costs differ: " + ", ".join(
        f"{name} {ours.get(name)} and {theirs.get(name)}"
        for name in sorted(ours.keys() | theirs.keys()) if ours.get(name) != theirs.get(name)))
print(f"Effective costs of {len(ours)} services are the same to the last digit.")
