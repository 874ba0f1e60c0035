"""A thousand buckets of latency over 30 days, a sample every two minutes, as OpenMetrics.

Usage: make_queried.py FILE. 100 instances of 10 jobs with 10 buckets each: counters that are reset
now and then, at times that are a little off their step.
"""

import random
import sys

START = 1_790_000_000
SAMPLES = 30 * 720
BOUNDS = ["0.05", "0.1", "0.25", "0.5", "1.0", "2.5", "5.0", "10.0", "30.0", "+Inf"]


def instance(number, out):
    random.seed(number)
    shift = random.randrange(1000)
    shares = sorted(random.random() for _ in BOUNDS)
    totals = []
    total = 0
    for _ in range(SAMPLES):
        total = 0 if random.random() < 1e-4 else total + random.randrange(400)
        totals.append(total)
    for bound, share in zip(BOUNDS, shares):
        share = 1 if bound == "+Inf" else share
        name = f'latency_seconds_bucket{{instance="i{number}",job="j{number % 10}",le="{bound}"}}'
        out.writelines(
            f"{name} {int(total * share)} {START + 120 * index}.{shift:03}\n"
            for index, total in enumerate(totals)
        )


def main():
    with open(sys.argv[1], "w") as out:
        for number in range(100):
            instance(number, out)
        out.write("# EOF\n")


main()
