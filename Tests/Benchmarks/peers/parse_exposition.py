"""Reads a page with prometheus_client's parser of text 0.0.4 or of OpenMetrics.

python3 parse_exposition.py text|openmetrics PAGE
"""

import sys
import time

from prometheus_client import parser
from prometheus_client.openmetrics import parser as openmetrics_parser


def main() -> None:
    read = {
        "text": parser.text_string_to_metric_families,
        "openmetrics": openmetrics_parser.text_string_to_metric_families,
    }[sys.argv[1]]
    text = open(sys.argv[2]).read()
    begin = time.process_time()
    samples = sum(len(family.samples) for family in read(text))
    seconds = time.process_time() - begin
    print(f"{samples} samples")
    print(f"cpu {seconds}")


main()
