#!/usr/bin/env python3
"""Writes deployments.csv, changes.csv and incidents.csv of a large organisation into DIRECTORY.

usage: make_history.py DIRECTORY [SERVICES DEPLOYMENTS CHANGES INCIDENTS]
"""
import csv, os, random, sys
from datetime import datetime, timedelta, timezone

directory = sys.argv[1]
services, deployments, changes, incidents = (
    map(int, sys.argv[2:6]) if len(sys.argv) > 5 else (200, 100_000, 1_000_000, 20_000)
)
os.makedirs(directory, exist_ok=True)
chance = random.Random(20261120)
end = datetime(2026, 11, 20, tzinfo=timezone.utc)
days = 3 * 365


def text(moment):
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def rows(name, header):
    file = open(os.path.join(directory, name), "w", newline="")
    writer = csv.writer(file)
    writer.writerow(header)
    return writer


deployed = rows("deployments.csv", ["service", "team", "environment", "id", "revision", "started",
                                    "finished", "status", "unplanned", "reason"])
changed = rows("changes.csv", ["service", "revision", "parents", "authored", "committed",
                               "deployment"])
suffered = rows("incidents.csv", ["service", "id", "opened", "resolved", "severity", "deployment"])
for number in range(services):
    service = f"service-{number:03d}"
    count = deployments // services
    moments = sorted(end - timedelta(seconds=chance.randrange(days * 86400)) for _ in range(count))
    # Every twentieth deployment or so is a second job of the one before it, and brings nothing new.
    repeats = {index for index in range(1, count) if chance.random() < 0.05}
    fresh = [index for index in range(count) if index not in repeats]
    for index in sorted(repeats):
        latest = moments[index - 1] + timedelta(seconds=chance.randrange(60, 400))
        moments[index] = min(moments[index], latest)
    shares = [0] * count
    for share in range(changes // services):
        shares[fresh[share % len(fresh)]] += 1
    parent = ""
    for index, moment in enumerate(moments):
        identity = f"{service}-{index}"
        fate = chance.random()
        status = "failure" if fate < 0.06 else "cancelled" if fate < 0.08 else "success"
        hotfix = index > 0 and index not in repeats and chance.random() < 0.05
        for change in range(shares[index]):
            revision = f"{chance.getrandbits(160):040x}"
            authored = moment - timedelta(seconds=chance.lognormvariate(11, 1.2))
            committed = authored + (moment - authored) * chance.random()
            changed.writerow([service, revision, parent, text(authored), text(committed), identity])
            parent = revision
        deployed.writerow([service, f"team-{number % 12}", "production", identity, parent,
                           text(moment - timedelta(seconds=chance.randrange(60, 1800))),
                           text(moment), status, "true" if hotfix else "false",
                           "hotfix" if hotfix else ""])
    for index in range(incidents // services):
        chosen = chance.randrange(count)
        opened = moments[chosen] + timedelta(seconds=chance.randrange(60, 40_000))
        is_open = chance.random() < 0.01
        resolved = "" if is_open else text(opened + timedelta(seconds=chance.lognormvariate(9, 1)))
        suffered.writerow([service, f"INC-{number}-{index}", text(opened), resolved,
                           f"sev{chance.randrange(1, 5)}",
                           f"{service}-{chosen}" if chance.random() < 0.5 else ""])
