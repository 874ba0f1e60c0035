"""The round that a Python user would write: requests, prometheus_client's parser, rows in SQLite.

python3 collect.py URLS DATABASE
"""

import json
import sqlite3
import sys
import time
from concurrent.futures import ThreadPoolExecutor

import requests
from prometheus_client.parser import text_string_to_metric_families


def scrape(url: str) -> list[tuple[str, str, int, float]]:
    now = int(time.time() * 1000)
    text = requests.get(url, timeout=10).text
    rows = []
    for family in text_string_to_metric_families(text):
        for sample in family.samples:
            labels = json.dumps({**sample.labels, "instance": url}, sort_keys=True)
            rows.append((sample.name, labels, now, sample.value))
    return rows


def main() -> None:
    urls = open(sys.argv[1]).read().split()
    database = sqlite3.connect(sys.argv[2])
    database.execute(
        "CREATE TABLE IF NOT EXISTS series"
        " (id INTEGER PRIMARY KEY, metric TEXT, labels TEXT, UNIQUE (metric, labels))"
    )
    database.execute(
        "CREATE TABLE IF NOT EXISTS samples"
        " (series INTEGER, time INTEGER, value REAL, PRIMARY KEY (series, time)) WITHOUT ROWID"
    )
    with ThreadPoolExecutor(8) as pool:
        for rows in pool.map(scrape, urls):
            database.executemany(
                "INSERT OR IGNORE INTO series (metric, labels) VALUES (?, ?)",
                [row[:2] for row in rows],
            )
            database.executemany(
                "INSERT OR REPLACE INTO samples SELECT id, ?3, ?4 FROM series"
                " WHERE metric = ?1 AND labels = ?2",
                rows,
            )
            database.commit()


main()
