"""load_samples.py FLAT DUCKDB: the flat file of samples as a table of DuckDB, in order."""
import sys

import duckdb
import numpy
import pandas

data = numpy.fromfile(sys.argv[1], dtype=numpy.uint8)
base = duckdb.connect(sys.argv[2])
base.execute("CREATE TABLE samples (series INTEGER, time BIGINT, value DOUBLE)")
at, series = 0, 0
while at < len(data):
    count = int(data[at:at + 4].view(numpy.uint32)[0])
    times = data[at + 4:at + 4 + 8 * count].view(numpy.int64)
    values = data[at + 4 + 8 * count:at + 4 + 16 * count].view(numpy.float64)
    frame = pandas.DataFrame({"series": series, "time": times, "value": values})
    base.execute("INSERT INTO samples SELECT * FROM frame")
    at, series = at + 4 + 16 * count, series + 1
base.execute("CHECKPOINT")
