"""Takes tests/data/online_retail_sample.csv out of the whole file.

    python take_online_retail.py ONLINE_RETAIL.csv > ../data/online_retail_sample.csv

The whole file is UCI dataset 352 as CSV (541,909 lines; UTF-8, line feeds, customer ids written 17850.0). Lines are
copied byte for byte, in their order:

  with a customer id   all lines of a customer whose number ends in 12; of one with at most 40 lines whose number leaves 12
                       when divided by 20; and of one with at most 40 lines of which one has the price 0. So 1 in 20
                       of the light customers and 1 in 100 of the others: enough for ten clusters, some of them heavy
  without one          every 300th of them, counted in file order; and each whose invoice starts with A (bad debt
                       adjustments, two with a negative price) or whose description holds a pound sign
"""

import csv
import sys
from collections import Counter


def main(path):
    with open(path, encoding="utf-8", newline="") as file:
        header, *lines = file.read().removesuffix("\n").split("\n")
    # No cell holds a line break, so a line is a record.
    records = list(csv.reader(lines))
    assert len(records) == len(lines)
    width = Counter(record[6] for record in records)
    given = {record[6] for record in records if float(record[5]) == 0}

    sys.stdout.reconfigure(encoding="utf-8", newline="")
    sys.stdout.write(header + "\n")
    anonymous = 0
    for line, record in zip(lines, records):
        invoice, description, customer = record[0], record[2], record[6]
        if customer:
            number = int(float(customer))
            light = width[customer] <= 40
            taken = number % 100 == 12 or light and (number % 20 == 12 or customer in given)
        else:
            anonymous += 1
            taken = anonymous % 300 == 0 or invoice.startswith("A") or "£" in description
        if taken:
            sys.stdout.write(line + "\n")


if __name__ == "__main__":
    main(sys.argv[1])
