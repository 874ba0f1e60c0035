"""Looks at a sample of series as people would do it in Python, and says what all would take.

python3 trends.py PART FLAT POINTS SAMPLE

PART is anomalies (statsforecast's MSTL), shifts (ruptures' KernelCPD), slopes (pymannkendall's test
of Hamed and Rao, and SciPy's Theil-Sen), forecasts (statsforecast's AutoETS and Theta) or all. What
compiles itself at first use has been used before the clock runs.
"""

import sys
import time
import warnings

import numpy as np

POINTS = int(sys.argv[3])
SAMPLE = int(sys.argv[4])
HORIZON = 48
LEVELS = [80, 95]


def anomalies():
    from statsforecast.models import MSTL

    return lambda y: MSTL(season_length=[24, 168]).fit(y)


def shifts():
    import ruptures

    def find(y):
        spread = np.median(np.abs(np.diff(y))) * 1.4826 / np.sqrt(2)
        penalty = 3 * np.log(len(y)) * max(spread, 1e-9) ** 2
        ruptures.KernelCPD(kernel="linear", min_size=3).fit(y).predict(pen=penalty)

    return find


def slopes():
    import pymannkendall
    from scipy.stats import theilslopes

    def find(y):
        pymannkendall.hamed_rao_modification_test(y)
        theilslopes(y)

    return find


def forecasts():
    from statsforecast.models import AutoETS, Theta

    def find(y):
        AutoETS(season_length=24).forecast(y, HORIZON, level=LEVELS)
        Theta(season_length=24).forecast(y, HORIZON, level=LEVELS)

    return find


def main() -> None:
    warnings.simplefilter("ignore")
    series = np.fromfile(sys.argv[2]).reshape(-1, POINTS)
    sample = series[:: max(1, len(series) // SAMPLE)][:SAMPLE]
    parts = [anomalies, shifts, slopes, forecasts]
    chosen = [part() for part in parts if sys.argv[1] in (part.__name__, "all")]
    for part in chosen:
        part(sample[0])
    begin = time.process_time()
    for y in sample:
        for part in chosen:
            part(y)
    seconds = time.process_time() - begin
    print(f"{len(sample)} of {len(series)} series")
    print(f"cpu {seconds * len(series) / len(sample)}")


main()
