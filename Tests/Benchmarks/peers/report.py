#!/usr/bin/env python3
"""The pages of 100 things over their samples as a Python user would write them: DuckDB rolls the
samples up by five minutes, pandas has the rows, matplotlib draws, Jinja2 writes.

usage: report.py DUCKDB TARGET

Five charts a page (mean, highest, lowest, number of samples, the last value against a target) as
SVG over all the time there is, their rows as CSV, and a page with the last values as a table.
"""
import os
import sys

import duckdb
import matplotlib

matplotlib.use("svg")
import matplotlib.pyplot as plt
import pandas
from jinja2 import Environment

ROLL = """
    SELECT series % 100 AS page, (time + 299999) // 300000 * 300000 AS time,
        avg(value) AS mean, max(value) AS highest, min(value) AS lowest, count(*) AS samples
    FROM samples GROUP BY ALL ORDER BY ALL"""
TARGET = 1e9
TITLES = {"mean": "Mean", "highest": "Highest", "lowest": "Lowest", "samples": "Samples",
          "latest": "Latest mean"}

source, target = sys.argv[1:3]
rows = duckdb.connect(source, read_only=True).execute(ROLL).df()
rows["time"] = pandas.to_datetime(rows.time, unit="ms")

page = Environment(autoescape=True).from_string("""<!DOCTYPE html><html lang=en><head>
<meta charset=utf-8><title>{{ name }}</title><link rel=stylesheet href=../site.css></head><body>
<h1>{{ name }}</h1><nav>{% for other in pages %}<a href="../{{ other }}/index.html">{{ other }}</a>
{% endfor %}</nav>{% for chart in charts %}<figure><figcaption>{{ chart.title }}:
{{ chart.last }}</figcaption><img src="{{ chart.id }}.svg" alt="{{ chart.title }}"><table>
<tr><td>{{ chart.last }}</td><td>{{ chart.least }}</td><td>{{ chart.most }}</td></tr></table>
<a href="{{ chart.id }}.csv">rows</a></figure>{% endfor %}</body></html>""")


def draw(path, paint):
    figure, axes = plt.subplots(figsize=(9, 3))
    paint(axes)
    axes.spines[["top", "right"]].set_visible(False)
    figure.savefig(path)
    plt.close(figure)


def gauge(axes, value):
    axes.barh([0], [value])
    axes.axvline(TARGET, linestyle="--")


names = [f"page-{number}" for number in sorted(rows.page.unique())]
for number, mine in rows.groupby("page"):
    name = f"page-{number}"
    folder = f"{target}/{name}"
    os.makedirs(folder)
    charts = []
    times = mine.time.to_numpy()
    for key, title in TITLES.items():
        column = mine["mean" if key == "latest" else key]
        if key == "latest":
            draw(f"{folder}/{key}.svg", lambda axes: gauge(axes, column.iloc[-1]))
        elif key == "samples":
            draw(f"{folder}/{key}.svg", lambda axes: axes.fill_between(times, column, step="pre"))
        else:
            draw(f"{folder}/{key}.svg", lambda axes: axes.plot(times, column))
        mine.assign(value=column)[["time", "value"]].to_csv(f"{folder}/{key}.csv", index=False)
        charts.append({"id": key, "title": title, "last": column.iloc[-1],
                       "least": column.min(), "most": column.max()})
    with open(f"{folder}/index.html", "w") as file:
        file.write(page.render(name=name, pages=names, charts=charts))
