"""Makes v2.sqlite, a history of the second released schema, from the text of the README alone.

v2.py README: the SQL of the README by the sqlite3 module, a round of the head by its description.
"""
import os
import sqlite3
import struct
import sys

FOLDER = os.path.dirname(os.path.abspath(__file__))
exec(open(FOLDER + "/chunks.py").read().split("def signed")[0])  # xxh64


def varint(n):
    out = b""
    while n >= 0x80:
        out += bytes([n & 0x7F | 0x80])
        n >>= 7
    return out + bytes([n])


def deltas(numbers):
    out, last = b"", 0
    for n in numbers:
        out += varint((n - last) << 1 if n >= last else ((last - n) << 1) - 1)
        last = n
    return out


def head(keys, times, values):
    body = struct.pack(f"<{len(values)}d", *values) + deltas(keys) + deltas(times)
    start = struct.pack("<BBHI", 1, 1, 0, len(values))
    checksum = xxh64(body) ^ struct.unpack("<Q", start)[0]
    return start + struct.pack("<Q", checksum) + body


blocks = [b.split("```")[0] for b in open(sys.argv[1]).read().split("```sql\n")[1:]]
path = FOLDER + "/v2.sqlite"
if os.path.exists(path):
    os.remove(path)
db = sqlite3.connect(path, isolation_level=None)
for block in blocks[1].replace(", ('v3 costs')", ""), blocks[2], blocks[3], blocks[0]:
    db.executescript(block)
start = 1793534400000
db.executescript(f"""
INSERT INTO metrics VALUES ('up', 'gauge', NULL, 'Whether it is up');
INSERT INTO series (id, metric, labels, source) VALUES
    (1, 'up', '{{"instance":"db1:9100","job":"node"}}', 1), (300, 'up', '{{}}', 1);
INSERT INTO cursors VALUES (1, 'page', '7');
INSERT INTO alerts (labels, started, source) VALUES ('{{"alertname":"Down"}}', {start}, 1);
INSERT INTO runs (source, id, kind, pipeline, created, status)
    VALUES (1, 'uid-1', 'pipeline', 'build', {start}, 'success');
INSERT INTO run_steps (run, position, name, kind) VALUES (1, 0, 'compile', 'step');
""")
rows = ([300, 1, 300], [start, start + 15000, start - 15000], [1.0, 0.0, 0.5])
db.execute("INSERT INTO head (source, count, first, last, data) VALUES (1, 3, ?, ?, ?)",
           (start - 15000, start + 15000, head(*rows)))
db.execute("PRAGMA journal_mode = WAL").fetchall()
db.close()
