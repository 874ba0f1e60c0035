#!/usr/bin/env python3
"""The five DORA metrics of every service, now and one window before, and 53 weeks of each, by SQL.

usage: dora.py FILE [--json]

FILE is a DuckDB database made by load_duckdb.py. Definitions are D8S's (the methods page): jobs of
one revision within 30 minutes are one release, which its last job that was not cancelled speaks
for; changes are delivered by the first success from the release they name on, and the first success
of a service maps none; a release needed intervention if it failed, an incident names it or opened
within 24 hours after it, or a hotfix followed within a day; quantiles are R-7; recovery is the
Kaplan-Meier median with open failures censored.

The last line says what the queries alone took, without the start of Python: `cpu SECONDS`.
"""
import json, sys, time

import duckdb

begun = time.process_time()
AS_OF = "epoch(TIMESTAMPTZ '2026-11-20 00:00:00+00')"
WINDOW = 90 * 86400
HOTFIX = 86400

VIEWS = f"""
CREATE TEMP TABLE jobs AS
SELECT *, CASE WHEN revision = lag(revision) OVER mine AND finished - lag(finished) OVER mine <= 1800
          THEN 0 ELSE 1 END AS opens
FROM deployments WHERE environment = 'production' AND finished <= {AS_OF}
WINDOW mine AS (PARTITION BY service ORDER BY finished, id);

CREATE TEMP TABLE numbered AS
SELECT *, sum(opens) OVER (PARTITION BY service ORDER BY finished, id) AS release FROM jobs;

CREATE TEMP TABLE releases AS
SELECT service, release,
       coalesce(max(finished) FILTER (status <> 'cancelled'), min(finished)) AS finished,
       coalesce(arg_max(status, finished) FILTER (status <> 'cancelled'), 'cancelled') AS status,
       arg_min(reason, finished) FILTER (reason IS NOT NULL) AS reason
FROM numbered GROUP BY service, release;

CREATE TEMP TABLE completed AS
SELECT *, lead(reason) OVER mine AS next_reason, lead(finished) OVER mine AS next_finished
FROM releases WHERE status <> 'cancelled'
WINDOW mine AS (PARTITION BY service ORDER BY release);

CREATE TEMP TABLE links AS
SELECT n.service, n.release, i.opened, i.resolved
FROM incidents i JOIN numbered n ON n.service = i.service AND n.id = i.deployment
WHERE i.deployment IS NOT NULL AND i.opened <= {AS_OF}
UNION ALL
SELECT i.service, c.release, i.opened, i.resolved
FROM incidents i ASOF JOIN completed c ON c.service = i.service AND i.opened >= c.finished
WHERE i.deployment IS NULL AND i.opened <= {AS_OF} AND i.opened - c.finished <= 86400;

CREATE TEMP TABLE linked AS
SELECT service, release,
       max(CASE WHEN resolved IS NULL OR resolved > {AS_OF} THEN 'infinity'::DOUBLE
                ELSE resolved END) AS resolved
FROM links GROUP BY service, release;

CREATE TEMP TABLE successes AS
SELECT service, release, finished, finished - lag(finished) OVER mine AS gap,
       row_number() OVER mine AS place
FROM releases WHERE status = 'success'
WINDOW mine AS (PARTITION BY service ORDER BY release);

CREATE TEMP TABLE judged AS
SELECT c.*, l.resolved,
       c.status = 'failure' OR l.release IS NOT NULL
         OR (coalesce(c.next_reason, '') = 'hotfix' AND c.next_finished - c.finished <= {HOTFIX})
         AS failed,
       s.finished AS next_success
FROM completed c LEFT JOIN linked l USING (service, release)
ASOF LEFT JOIN successes s ON s.service = c.service AND c.release < s.release;

CREATE TEMP TABLE recoveries AS
SELECT service, finished,
       CASE WHEN resolved IS NOT NULL
            THEN CASE WHEN isinf(resolved) THEN NULL ELSE greatest(resolved, finished) END
            ELSE next_success END AS restored
FROM judged WHERE failed;

CREATE TEMP TABLE carriers AS
SELECT n.service, n.id, s.finished
FROM numbered n ASOF JOIN successes s ON s.service = n.service AND n.release <= s.release
WHERE s.place > 1;

CREATE TEMP TABLE leads AS
SELECT r.service, r.finished, greatest(r.finished - c.authored, 0) AS lead
FROM changes c JOIN carriers r ON r.service = c.service AND r.id = c.deployment
WHERE c.parents IS NULL OR c.parents NOT LIKE '% %';
"""

# Where the curve lies exactly at one half, the middle of that stretch counts, as in R's survfit.
KAPLAN_MEIER = """
SELECT key, CASE WHEN survival >= 0.5 - 1e-9 AND later IS NOT NULL THEN (time + later) / 2
            ELSE time END
FROM (
  SELECT key, time, survival, lead(time) OVER (PARTITION BY key ORDER BY time) AS later FROM (
    SELECT key, time, exp(sum(ln_step) OVER (PARTITION BY key ORDER BY time)) AS survival FROM (
      SELECT key, time,
             CASE WHEN sum(events) >= any_value(at_risk) THEN -1e9
                  ELSE ln(1 - sum(events) / any_value(at_risk)) END AS ln_step
      FROM (
        SELECT key, time, over::INT AS events,
               count(*) OVER (PARTITION BY key ORDER BY time DESC
                              RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS at_risk
        FROM ({source})
      ) GROUP BY key, time HAVING sum(events) > 0
    )
  )
) WHERE survival <= 0.5 + 1e-9
QUALIFY row_number() OVER (PARTITION BY key ORDER BY time) = 1
"""


def times(key, where):
    return f"""SELECT {key} AS key, coalesce(restored, {AS_OF}) - finished AS time,
               restored IS NOT NULL AS over FROM recoveries WHERE {where}"""


def inside(column, back):
    start, end = f"{AS_OF} - {(back + 1) * WINDOW}", f"{AS_OF} - {back * WINDOW}"
    return f"{column} >= {start} AND {column} < {end}"


def window(database, back):
    here = lambda column="finished": inside(column, back)
    figures = {}

    def add(name, query):
        for service, *values in database.execute(query).fetchall():
            figures.setdefault(service, {})[name] = values[0] if len(values) == 1 else values

    add("deployment_frequency",
        f"SELECT service, count(*) / 90.0 FROM successes WHERE {here()} GROUP BY service")
    add("deployment_gap", f"SELECT service, quantile_cont(gap, 0.5) FROM successes "
        f"WHERE gap IS NOT NULL AND {here()} GROUP BY service")
    add("change_lead_time", f"SELECT service, quantile_cont(lead, [0.5, 0.75, 0.95]) FROM leads "
        f"WHERE {here()} GROUP BY service")
    add("change_fail_rate", f"SELECT service, avg(failed::INT), count(*) FROM judged "
        f"WHERE {here()} GROUP BY service")
    add("deployment_rework_rate", f"SELECT service, avg((reason = 'hotfix')::INT) FROM "
        f"(SELECT service, finished, coalesce(reason, '') AS reason FROM judged) "
        f"WHERE {here()} GROUP BY service")
    add("failed_deployment_recovery_time",
        KAPLAN_MEIER.format(source=times("service", here())))
    return figures


def weeks(database):
    week = "date_trunc('week', make_timestamp((finished * 1000000)::BIGINT))"
    since = f"finished >= {AS_OF} - 53 * 7 * 86400"
    counts = database.execute(f"""
        SELECT service, {week} AS week, count(*), sum(failed::INT),
               sum((coalesce(reason, '') = 'hotfix')::INT)
        FROM judged WHERE {since} GROUP BY ALL""").fetchall()
    leads = database.execute(f"""SELECT service, {week} AS week, quantile_cont(lead, 0.5)
        FROM leads WHERE {since} GROUP BY ALL""").fetchall()
    recovery = database.execute(
        KAPLAN_MEIER.format(source=times(f"service || {week}", since))).fetchall()
    return len(counts), len(leads), len(recovery)


database = duckdb.connect(sys.argv[1], read_only=True)
for statement in VIEWS.split(";"):
    if statement.strip():
        database.execute(statement)
now, before = window(database, 0), window(database, 1)
count = weeks(database)
if "--json" in sys.argv:
    json.dump({"now": now, "before": before}, sys.stdout, indent=1, sort_keys=True)
else:
    print(len(now), len(before), count)
    print("cpu", time.process_time() - begun)
