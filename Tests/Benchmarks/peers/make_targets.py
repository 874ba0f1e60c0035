"""Writes 50 pages of 1,000 series each, an nginx that serves them, and a d8s.yaml that names them.

Each page has an address of its own, since the series of one address would be the same.

python3 make_targets.py FOLDER PORT
"""

import os
import random
import sys

TARGETS, SERIES = 50, 1000


def page(target: int) -> str:
    random.seed(target)
    lines = []
    for metric in range(SERIES // 20):
        name = f"app_requests_{metric}_total"
        lines.append(f"# HELP {name} Requests of kind {metric}.")
        lines.append(f"# TYPE {name} counter")
        for label in range(20):
            labels = f'method="GET",path="/api/v1/resource/{label}",status="200"'
            lines.append(f"{name}{{{labels}}} {random.randrange(10**9)}")
    return "\n".join(lines) + "\n"


def main() -> None:
    folder, port = os.path.abspath(sys.argv[1]), int(sys.argv[2])
    os.makedirs(f"{folder}/pages", exist_ok=True)
    for target in range(TARGETS):
        with open(f"{folder}/pages/{target}", "w") as file:
            file.write(page(target))
    addresses = [f"127.0.0.{target + 1}:{port}" for target in range(TARGETS)]
    listen = " ".join(f"listen {address};" for address in addresses)
    with open(f"{folder}/nginx.conf", "w") as file:
        file.write(
            f"""pid {folder}/nginx.pid;
error_log {folder}/error.log;
worker_processes 1;
events {{ worker_connections 256; }}
http {{
  access_log off;
  default_type "text/plain; version=0.0.4; charset=utf-8";
  server {{ {listen} root {folder}/pages; }}
}}
"""
        )
    urls = [f"http://{address}/{target}" for target, address in enumerate(addresses)]
    with open(f"{folder}/urls", "w") as file:
        file.write("\n".join(urls) + "\n")
    with open(f"{folder}/d8s.yaml", "w") as file:
        file.write("history: history.sqlite\nsources:\n  - scrape:\n")
        file.writelines(f"      - {url}\n" for url in urls)
        file.write("    job: bench\n")


main()
