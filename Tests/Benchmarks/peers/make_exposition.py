"""Writes a page of a node-exporter on this machine as 200 instances of it would give it together,
in text 0.0.4 and in OpenMetrics 1.0.

python3 make_exposition.py FOLDER
"""

import os
import socket
import subprocess
import sys
import time
import urllib.request

INSTANCES = 200


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def page() -> str:
    port = free_port()
    exporter = subprocess.Popen(
        ["prometheus-node-exporter", f"--web.listen-address=127.0.0.1:{port}"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        for _ in range(100):
            try:
                return urllib.request.urlopen(f"http://127.0.0.1:{port}/metrics").read().decode()
            except OSError:
                time.sleep(0.1)
        sys.exit("the node-exporter does not answer")
    finally:
        exporter.terminate()
        exporter.wait()


def families(text: str) -> list[dict]:
    """Name, type, help and samples of each family."""
    found: list[dict] = []
    for line in text.split("\n"):
        if line.startswith("# HELP "):
            name, help_text = line[7:].split(" ", 1)
            found.append({"name": name, "help": help_text, "samples": []})
        elif line.startswith("# TYPE "):
            found[-1]["type"] = line.split(" ")[3]
        elif line:
            found[-1]["samples"].append(line)
    return found


def metric(sample: str) -> str:
    """The labels without those that tell apart the samples of one point."""
    labels = sample[sample.find("{") + 1 : sample.rfind("}")] if "{" in sample else ""
    own = ("le=", "quantile=")
    return ",".join(label for label in labels.split(",") if not label.startswith(own))


def of_instance(sample: str, instance: int) -> str:
    label = f'instance="10.0.{instance // 250}.{instance % 250}:9100"'
    series, value = sample.rsplit(" ", 1)
    if series.endswith("}"):
        name, labels = series.split("{", 1)
        return f"{name}{{{label},{labels} {value}"
    return f"{series}{{{label}}} {value}"


def write(path: str, found: list[dict], is_open: bool) -> None:
    names = {family["name"] for family in found}
    with open(path, "w") as file:
        for family in found:
            name, kind = family["name"], family["type"]
            if is_open and kind == "counter":
                # OpenMetrics forbids a counter x_total beside a gauge x, which Go's runtime has.
                if not name.endswith("_total"):
                    kind = "unknown"
                elif name[:-6] in names:
                    continue
                else:
                    name = name[:-6]
            if is_open and kind == "untyped":
                kind = "unknown"
            file.write(f"# HELP {name} {family['help']}\n# TYPE {name} {kind}\n")
            for instance in range(INSTANCES):
                for sample in sorted(family["samples"], key=metric):
                    file.write(of_instance(sample, instance) + "\n")
        if is_open:
            file.write("# EOF\n")


def main() -> None:
    folder = sys.argv[1]
    os.makedirs(folder, exist_ok=True)
    found = families(page())
    write(f"{folder}/page.om", found, True)
    write(f"{folder}/page.prom", found, False)


main()
