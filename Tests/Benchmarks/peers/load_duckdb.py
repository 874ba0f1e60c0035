#!/usr/bin/env python3
"""Loads deployments.csv, changes.csv and incidents.csv of DIRECTORY into a DuckDB file.

usage: load_duckdb.py DIRECTORY FILE
"""
import os, sys

import duckdb

directory, target = sys.argv[1:3]
if os.path.exists(target):
    os.remove(target)
database = duckdb.connect(target)
for table, times in {
    "deployments": ["started", "finished"],
    "changes": ["authored", "committed"],
    "incidents": ["opened", "resolved"],
}.items():
    columns = ", ".join(f"epoch({name}::TIMESTAMPTZ) AS {name}" for name in times)
    database.execute(f"""
        CREATE TABLE {table} AS
        SELECT * REPLACE ({columns})
        FROM read_csv('{directory}/{table}.csv', header = true, all_varchar = true)
    """)
