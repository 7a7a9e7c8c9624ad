"""Expected values for the preparation of features and the choice among them, by scipy, scikit-learn, pandas and diptest.

    python -m venv VENV && VENV/bin/pip install -r requirements.txt && VENV/bin/python make_preparation.py

Reads ../data and rfm/, writes preparation.json beside this file: nothing in it comes from the engine.
"""

import json
from pathlib import Path

import diptest
import numpy as np
import pandas as pd
import scipy.stats
from sklearn.metrics import adjusted_rand_score
from sklearn.preprocessing import MinMaxScaler, OneHotEncoder, PowerTransformer

HERE = Path(__file__).resolve().parent
DATA = HERE.parent / "data"
SPEND = ["Fresh", "Milk", "Grocery", "Frozen", "Detergents_Paper", "Delicassen"]


def main():
    wholesale = pd.read_csv(DATA / "wholesale_customers.csv")
    rfm = pd.read_csv(HERE / "rfm" / "online_retail_sample.csv")
    bought = rfm[rfm["F"] > 0]
    columns = {name: wholesale[name].to_numpy(float) for name in SPEND}
    columns |= {name: bought[name].to_numpy(float) for name in ["R_purchase", "F", "M"]}
    labels = pd.read_csv(HERE / "labels" / "wholesale_customers_spend.csv")
    spend = wholesale[SPEND].to_numpy(float)
    standardised = (spend - spend.mean(axis=0)) / spend.std(axis=0)
    result = {
        "columns": {name: column(values) for name, values in columns.items()},
        "spearman": wholesale[SPEND].corr(method="spearman").to_numpy().tolist(),
        "adjustedRand": {
            f"k{a} k{b}": adjusted_rand_score(labels[f"k{a}"], labels[f"k{b}"]) for a in range(2, 10) for b in (a + 1, 10)
        },
        "explained": {
            f"k{k}": [explained(standardised[:, at], labels[f"k{k}"].to_numpy()) for at in range(len(SPEND))]
            for k in (2, 5, 10)
        },
        "oneHot": one_hot(wholesale[["Channel", "Region"]].astype(str)),
        "dips": dips(),
    }
    (HERE / "preparation.json").write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")


def column(values):
    """Everything that is fitted to one column on its own."""
    transformed, lambda_ = scipy.stats.yeojohnson(values)
    by_sklearn = PowerTransformer(method="yeo-johnson", standardize=False).fit(values[:, None])
    assert abs(by_sklearn.lambdas_[0] - lambda_) < 1e-4
    log = np.log1p(np.maximum(values, 0))
    center = np.median(log)
    mad = np.median(np.abs(log - center))
    z = np.abs(log - center) / (1.4826 * mad) if mad > 0 else np.zeros_like(log)
    return {
        "values": values.tolist(),
        "lambda": lambda_,
        "yeoJohnson": transformed.tolist(),
        "skewness": scipy.stats.skew(values),
        "skewnessAfter": scipy.stats.skew(transformed),
        "minMax": MinMaxScaler().fit_transform(values[:, None])[:, 0].tolist(),
        "logOutliers": [int(at) for at in np.flatnonzero(z > 3.5)],
        "logLimits": [center - 3.5 * 1.4826 * mad, center + 3.5 * 1.4826 * mad] if mad > 0 else None,
        "dip": diptest.dipstat(np.sort(values), sort_x=False),
    }


def explained(values, labels):
    within = sum(((values[labels == label] - values[labels == label].mean()) ** 2).sum() for label in np.unique(labels))
    return 1 - within / ((values - values.mean()) ** 2).sum()


def one_hot(kinds):
    """Indicator columns of both categories, each centred and divided by the root of its block's total variance."""
    blocks = []
    for name in kinds:
        indicators = OneHotEncoder(sparse_output=False).fit_transform(kinds[[name]])
        blocks.append((indicators - indicators.mean(axis=0)) / np.sqrt(indicators.var(axis=0).sum()))
    matrix = np.hstack(blocks)
    return {"variances": [float(block.var(axis=0).sum()) for block in blocks], "first": matrix[:5].tolist(),
            "sums": (matrix**2).sum(axis=0).tolist()}


def dips():
    """Dips and p-values of seeded samples of several shapes; the p-values come from the package's own table."""
    rng = np.random.default_rng(7)
    samples = {
        "uniform 300": rng.random(300),
        "normal 80": rng.normal(size=80),
        "two normals 200": np.concatenate([rng.normal(size=100), rng.normal(4, 1, size=100)]),
        "two near normals 200": np.concatenate([rng.normal(size=100), rng.normal(2.6, 1, size=100)]),
        "rounded 150": np.round(rng.exponential(5, size=150)),
        "lognormal 500": rng.lognormal(size=500),
        "three 7": np.array([1.0, 1.0, 2.0, 8.0, 9.0, 9.0, 20.0]),
    }
    found = {}
    for name, values in samples.items():
        values = np.sort(np.round(values, 6))
        statistic, p = diptest.diptest(values, sort_x=False)
        found[name] = {"values": values.tolist(), "dip": statistic, "p": p}
    return found


if __name__ == "__main__":
    main()
