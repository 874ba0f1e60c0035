"""Imports a page into a VictoriaMetrics of its own, once unmeasured and then over and over with
later times; says what CPU the server took for a page, with its flush in the end.

python3 import_victoria.py PAGE ROUNDS
"""

import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def cpu(process: subprocess.Popen) -> float:
    fields = open(f"/proc/{process.pid}/stat").read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def main() -> None:
    page, rounds, port = open(sys.argv[1], "rb").read(), int(sys.argv[2]), free_port()
    url = f"http://127.0.0.1:{port}"
    with tempfile.TemporaryDirectory() as folder:
        server = subprocess.Popen(
            [
                "victoria-metrics",
                f"-storageDataPath={folder}",
                f"-httpListenAddr=127.0.0.1:{port}",
                "-loggerLevel=ERROR",
            ],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            measure(server, url, page, rounds)
        finally:
            server.terminate()
            server.wait()


def measure(server: subprocess.Popen, url: str, page: bytes, rounds: int) -> None:
    for _ in range(100):
        try:
            urllib.request.urlopen(f"{url}/health").read()
            break
        except OSError:
            time.sleep(0.1)
    start = (int(time.time()) - rounds * 15) * 1000

    def post(number: int) -> None:
        address = f"{url}/api/v1/import/prometheus?timestamp={start + number * 15000}"
        urllib.request.urlopen(address, page).read()

    def flush() -> None:
        urllib.request.urlopen(f"{url}/internal/force_flush").read()

    post(0)
    flush()
    time.sleep(1)
    begin = cpu(server)
    for number in range(1, rounds + 1):
        post(number)
    flush()
    print(f"cpu {(cpu(server) - begin) / rounds}")


main()
