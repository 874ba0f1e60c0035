#!/usr/bin/env python3
"""Reads a FOCUS export into a table of a new DuckDB file and prints its exact sums by service.

usage: load_focus.py EXPORT FILE

The last line is `cpu SECONDS`: user and system time of reading it alone.
"""
import os
import sys
import time

import duckdb

export, target = sys.argv[1:3]
if os.path.exists(target):
    os.remove(target)
database = duckdb.connect(target)
begin = time.process_time()
database.execute(f"""
    CREATE TABLE costs AS
    SELECT * FROM read_csv('{export}', header = true, nullstr = ['', 'NULL'], types = {{
        'BilledCost': 'DECIMAL(38, 15)', 'EffectiveCost': 'DECIMAL(38, 15)',
        'ListCost': 'DECIMAL(38, 15)', 'ContractedCost': 'DECIMAL(38, 15)',
        'ConsumedQuantity': 'DECIMAL(38, 15)', 'PricingQuantity': 'DECIMAL(38, 15)',
        'ListUnitPrice': 'DECIMAL(38, 15)', 'ContractedUnitPrice': 'DECIMAL(38, 15)'
    }})
""")
database.execute("CHECKPOINT")
spent = time.process_time() - begin
for service, cost in database.execute("""
    SELECT ServiceName, sum(EffectiveCost) FROM costs GROUP BY ALL ORDER BY ALL
""").fetchall():
    print(service, format(cost.normalize(), "f"))
print("cpu", spent)
