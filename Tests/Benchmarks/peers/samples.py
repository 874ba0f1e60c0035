"""samples.py DUCKDB read|roll: reads all samples, or rolls them up by hour, and says what it took.

The roll-up leaves out the increase of counters, which needs a window function and ten times as
long.
"""
import sys
import time

import duckdb

READ = "SELECT count(*), sum(time), max(value) FROM samples"
ROLL = """
    SELECT count(*), sum(total), sum(least), sum(most), sum(newest) FROM (
        SELECT series, (time + 3599999) // 3600000 AS hour, count(*) AS count,
            sum(value) AS total, min(value) AS least, max(value) AS most,
            arg_max(value, time) AS newest
        FROM samples GROUP BY series, hour)
"""
base = duckdb.connect(sys.argv[1], read_only=True)
base.execute("SELECT 1").fetchall()
begin = time.process_time()
print(base.execute(READ if sys.argv[2] == "read" else ROLL).fetchall())
print("cpu", time.process_time() - begin)
