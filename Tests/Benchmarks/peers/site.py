#!/usr/bin/env python3
"""The delivery site of every service as a Python user would write it: pandas, matplotlib, Jinja2.

usage: site.py DIRECTORY-WITH-CSV TARGET

Five charts a service (deployments per week, fail rate, lead time trend, lead time distribution,
recoveries) as SVG, and a page with the five DORA metrics and a table.
"""
import os, sys

import matplotlib

matplotlib.use("svg")
import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
from jinja2 import Environment

source, target = sys.argv[1:3]
end = pd.Timestamp("2026-11-20", tz="UTC")
start = end - pd.Timedelta(days=90)
deployments = pd.read_csv(f"{source}/deployments.csv", parse_dates=["started", "finished"])
changes = pd.read_csv(
    f"{source}/changes.csv",
    usecols=["service", "authored", "deployment"],
    parse_dates=["authored"],
)
incidents = pd.read_csv(f"{source}/incidents.csv", parse_dates=["opened", "resolved"])

deployments = deployments[deployments.status != "cancelled"].sort_values("finished")
known = deployments[["id", "finished"]].rename(columns={"id": "deployment"})
changes = changes.merge(known, on="deployment")
changes["lead"] = (changes.finished - changes.authored).dt.total_seconds()
explicit = incidents.dropna(subset=["deployment"])
loose = incidents[incidents.deployment.isna()].sort_values("opened")
nearest = pd.merge_asof(
    loose.drop(columns="deployment"),
    deployments[["service", "id", "finished"]].rename(columns={"id": "deployment"}),
    left_on="opened", right_on="finished", by="service", tolerance=pd.Timedelta(hours=24),
)
linked = pd.concat([explicit, nearest.dropna(subset=["deployment"])])
deployments["failed"] = (deployments.status == "failure") | deployments.id.isin(linked.deployment)
deployments["week"] = deployments.finished.dt.tz_localize(None).dt.to_period("W").dt.start_time

page = Environment(autoescape=True).from_string("""<!DOCTYPE html><html lang=en><head>
<meta charset=utf-8><title>{{ name }}</title><link rel=stylesheet href=site.css></head><body>
<h1>{{ name }}</h1><table>{% for key, value in figures %}<tr><th>{{ key }}</th><td>{{ value }}</td>
</tr>{% endfor %}</table>{% for chart in charts %}<img src="{{ chart }}" alt="{{ chart }}">
{% endfor %}<table>{% for row in rows %}<tr><td>{{ row.id }}</td><td>{{ row.finished }}</td>
<td>{{ row.status }}</td></tr>{% endfor %}</table></body></html>""")


def draw(folder, name, paint):
    figure, axes = plt.subplots(figsize=(9, 3))
    paint(axes)
    axes.spines[["top", "right"]].set_visible(False)
    figure.savefig(f"{folder}/{name}.svg")
    plt.close(figure)


for name, mine in deployments.groupby("service"):
    folder = f"{target}/{name}"
    os.makedirs(folder, exist_ok=True)
    last = mine[(mine.finished >= start) & (mine.finished < end)]
    own = changes[changes.service == name]
    lead = own[(own.finished >= start) & (own.finished < end)].lead
    open_and_closed = linked[(linked.service == name) & (linked.opened >= start)]
    recovery = (open_and_closed.resolved - open_and_closed.opened).dt.total_seconds()
    weeks = mine[mine.finished >= end - pd.Timedelta(weeks=53)].groupby("week")
    figures = [
        ("Deployment frequency", (last.status == "success").sum() / 90),
        ("Change lead time", lead.median()),
        ("Change lead time, P95", lead.quantile(0.95)),
        ("Change fail rate", last.failed.mean()),
        ("Recovery", recovery.median()),
        ("Rework rate", last.unplanned.astype(bool).mean()),
    ]
    counts, rates = weeks.size(), weeks.failed.mean()
    medians = own.groupby(own.finished.dt.tz_localize(None).dt.to_period("W").dt.start_time)
    medians = medians.lead.median().tail(53) / 3600
    draw(folder, "deployments", lambda axes: axes.bar(counts.index, counts.values, width=5))
    draw(folder, "fail-rate", lambda axes: axes.plot(rates.index, rates.values))
    draw(folder, "lead-time", lambda axes: axes.plot(medians.index, medians.values))
    draw(folder, "lead-times", lambda axes: axes.hist(np.log10(lead.clip(lower=1)), bins=30))
    draw(folder, "recoveries", lambda axes: axes.hist(recovery.dropna() / 3600, bins=20))
    with open(f"{folder}/index.html", "w") as file:
        names = ["deployments", "fail-rate", "lead-time", "lead-times", "recoveries"]
        file.write(page.render(name=name, figures=figures, charts=[f"{n}.svg" for n in names],
                               rows=last.tail(100).itertuples()))
