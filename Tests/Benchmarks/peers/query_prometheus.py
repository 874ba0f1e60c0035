"""Asks Prometheus the queries of the benchmark and says what CPU time its server took for them.

Usage: query_prometheus.py FOLDER [ANSWERS]. FOLDER has `data`, the store, and `expressions`, one a
line. With ANSWERS, what d8s answered (a line of JSON for each), every value is compared first: they
have to be equal within a billionth.
"""

import json
import math
import os
import socket
import subprocess
import sys
import time
import urllib.parse
import urllib.request

# Past the beginning of the samples, where Prometheus 2 extrapolates counters unlike 3.
START = 1_790_000_000 + 7 * 3600
END = 1_790_000_000 + 30 * 86_400


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def start(folder):
    port = free_port()
    open(f"{folder}/prometheus.yml", "w").close()
    server = subprocess.Popen(
        [
            "prometheus", f"--config.file={folder}/prometheus.yml",
            f"--storage.tsdb.path={folder}/data", "--storage.tsdb.retention.time=100y",
            f"--web.listen-address=127.0.0.1:{port}", "--log.level=error",
        ]
    )
    address = f"http://127.0.0.1:{port}"
    for _ in range(600):
        try:
            urllib.request.urlopen(address + "/-/ready")
            return server, address
        except OSError:
            time.sleep(0.1)
    server.kill()
    sys.exit("Prometheus did not start")


def ask(address, expression):
    times = {"query": expression, "start": START, "end": END, "step": 3600}
    query = urllib.parse.urlencode(times)
    with urllib.request.urlopen(f"{address}/api/v1/query_range?{query}") as answer:
        return answer.read()


def cpu(server):
    with open(f"/proc/{server.pid}/stat") as stat:
        fields = stat.read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def values(answer):
    result = json.loads(answer)["data"]["result"]
    return {json.dumps(one["metric"], sort_keys=True): one["values"] for one in result}


def compare(expression, ours, theirs):
    ours, theirs = values(ours), values(theirs)
    if ours.keys() != theirs.keys():
        sys.exit(f"{expression}: other series")
    for name, points in theirs.items():
        mine = ours[name]
        if [time for time, _ in mine] != [time for time, _ in points]:
            sys.exit(f"{expression}: {name} has other times")
        for (at, left), (_, right) in zip(mine, points):
            left, right = float(left), float(right)
            if left != right and not math.isclose(left, right, rel_tol=1e-9):
                if not (math.isnan(left) and math.isnan(right)):
                    sys.exit(f"{expression}: {name} is {left}, not {right}, at {at}")


def main():
    folder = sys.argv[1]
    with open(f"{folder}/expressions") as lines:
        expressions = lines.read().splitlines()
    server, address = start(folder)
    try:
        if len(sys.argv) > 2:
            with open(sys.argv[2]) as answers:
                for expression, ours in zip(expressions, answers):
                    compare(expression, ours, ask(address, expression))
            return
        before = cpu(server)
        for expression in expressions:
            ask(address, expression)
        print("cpu", cpu(server) - before)
    finally:
        server.terminate()
        server.wait()


main()
