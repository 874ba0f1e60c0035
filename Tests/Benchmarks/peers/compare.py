#!/usr/bin/env python3
"""Compares `d8s dora --format json` with `dora.py --json`, figure by figure, to 1e-9 of the value.

usage: compare.py OURS THEIRS

Prints the first differences and ends with status 1 if there is any.
"""
import json, sys

ours, theirs = (json.load(open(path)) for path in sys.argv[1:3])

# What d8s calls a figure, and where it stands in the answer of the SQL.
NAMES = {
    "deployment_frequency": ("deployment_frequency", None),
    "deployment_gap": ("deployment_gap", None),
    "change_lead_time": ("change_lead_time", 0),
    "change_lead_time_p75": ("change_lead_time", 1),
    "change_lead_time_p95": ("change_lead_time", 2),
    "change_fail_rate": ("change_fail_rate", 0),
    "deployment_rework_rate": ("deployment_rework_rate", None),
    "failed_deployment_recovery_time": ("failed_deployment_recovery_time", None),
}


def flat(value):
    while isinstance(value, list) and len(value) == 1:
        value = value[0]
    return value


def their_value(window, service, measure):
    name, place = NAMES[measure]
    value = flat(theirs[window].get(service, {}).get(name))
    return value[place] if value is not None and place is not None else value


def same(left, right):
    if left is None or right is None:
        return left is right
    return abs(left - right) <= 1e-9 * max(abs(left), abs(right), 1e-12)


checked, differences = 0, []


def check(service, figure, left, right):
    global checked
    checked += 1
    if not same(left, right):
        differences.append(f"{service} {figure}: d8s {left}, SQL {right}")


seen = set()
for row in ours["measures"]:
    service, measure = row["service"], row["measure"]
    if measure not in NAMES:
        continue
    seen.add(measure)
    for window, value in [("now", row.get("value")), ("before", row.get("before"))]:
        check(service, f"{measure} {window}", value, their_value(window, service, measure))
    if measure == "change_fail_rate":
        for window, n in [("now", row["n"]), ("before", row["before_n"])]:
            rate = theirs[window].get(service, {}).get("change_fail_rate", [None, 0])
            check(service, f"{measure} n {window}", n, rate[1])

for measure in sorted(set(NAMES) - seen):
    differences.append(f"d8s does not print {measure}")
for line in differences[:40]:
    print(line)
print(f"{checked} figures compared with SQL, {len(differences)} differences")
sys.exit(1 if differences else 0)
