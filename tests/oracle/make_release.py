"""Expected values of what is released, computed by pandas and scipy, independently of the engine.

    python -m venv VENV && VENV/bin/pip install -r requirements.txt && VENV/bin/python make_release.py

Reads ../data/wholesale_customers.csv, takes every seventh value of each column away (row + column divisible by 7), takes the three
regions for segments, and writes release.json: for each segment and column the number of values left, their median, and
Cliff's delta against everyone else, from scipy's Mann-Whitney U: 2 U / (m n) - 1. Runs in a second; nothing here runs in the
project's own tests, which read what was written.
"""

import json
from pathlib import Path

import pandas as pd
from scipy.stats import mannwhitneyu

HERE = Path(__file__).resolve().parent
COLUMNS = ["Fresh", "Milk", "Grocery", "Frozen", "Detergents_Paper", "Delicassen"]

whole = pd.read_csv(HERE.parent / "data" / "wholesale_customers.csv")
table = whole[COLUMNS].astype(float)
labels = whole["Region"] - 1
for at, column in enumerate(COLUMNS):
    table.loc[[row for row in range(len(table)) if (row + at) % 7 == 0], column] = float("nan")

segments = []
for label in sorted(labels.unique()):
    figures = []
    for column in COLUMNS:
        own = table.loc[labels == label, column].dropna()
        others = table.loc[labels != label, column].dropna()
        delta = 2 * mannwhitneyu(own, others).statistic / (len(own) * len(others)) - 1
        figures.append({"valid": len(own), "median": own.median(), "delta": delta})
    segments.append({"size": int((labels == label).sum()), "columns": figures})

out = {
    "columns": COLUMNS,
    "labels": labels.tolist(),
    "everyone": [table[column].median() for column in COLUMNS],
    "segments": segments,
}
(HERE / "release.json").write_text(json.dumps(out) + "\n")
