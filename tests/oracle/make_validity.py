"""Gap statistic, prediction strength and bootstrap Jaccard by numpy and scikit-learn, written from the definitions.

    VENV/bin/python make_validity.py        (the environment of make_expectations.py; half an hour)

Reads ../data and, where they are there, ../../../shared/data; writes validity.json beside this file: for each file and k the mean and
the standard error of every figure. All three are means over random draws, so the engine's must agree within the two standard errors
together, not to the last digit.

DEFINITIONS
  scaling     z = (x - mean) / sd, divisor n
  W(k)        inertia of KMeans, n_init 300 on the data and 10 on references, whose fits hardly differ
  gap(k)      mean over B = 50 references of ln W, minus ln W of the data; references uniform in the box of the principal axes
              (Tibshirani, Walther & Hastie 2001, variant b). error = sd (divisor B) sqrt(1 + 1/B)
  strength(k) 120 splits into halves; for each direction the least share, over the clusters of the test half, of pairs whose two points
              are nearest to the same training centroid; a cluster of one counts 1; mean of the two directions
              (Tibshirani & Walther 2005). error = sd (divisor n - 1) / sqrt(120). n_init 100: from 10 a half of marketing_campaign ends
              in a worse optimum so often that its strength for 3 clusters is 0.04 higher
  jaccard     of the k with the greatest mean silhouette of 2..6: 400 bootstrap samples; clusters of the data, restricted to the
              distinct points drawn, against the most similar cluster found in the sample (Hennig 2007), clusters by size, descending
"""

import json
from pathlib import Path

import numpy as np
import pandas as pd
from sklearn.cluster import KMeans
from sklearn.metrics import silhouette_score

HERE = Path(__file__).resolve().parent
KS = range(1, 7)
FILES = {
    "wholesale_customers": (HERE.parent / "data/wholesale_customers.csv", None),
    "mall_customers": (
        HERE.parents[2] / "shared/data/mall_customers.csv",
        ["Age", "Annual Income (k$)", "Spending Score (1-100)"],
    ),
    "marketing_campaign": (
        HERE.parents[2] / "shared/data/marketing_campaign_tab.csv",
        ["Income", "Recency", "MntWines", "MntMeatProducts", "NumWebPurchases", "NumStorePurchases"],
    ),
}


def fit(x, k, rng, n_init=10):
    return KMeans(k, n_init=n_init, random_state=int(rng.integers(2**31)), tol=1e-8, max_iter=1000).fit(x)


def gap(x, rng, references=50):
    centred = x - x.mean(0)
    turned = centred @ np.linalg.svd(centred, full_matrices=False)[2].T
    low, high = turned.min(0), turned.max(0)

    def logs(data, n_init=10):
        return np.array([np.log(fit(data, k, rng, n_init).inertia_) for k in KS])

    own = logs(x, 300)
    drawn = np.array([logs(rng.uniform(low, high, x.shape)) for _ in range(references)])
    return drawn.mean(0) - own, drawn.std(0) * np.sqrt(1 + 1 / references)


def strength(train, test):
    """Share of pairs kept together in the worst cluster of the test half."""
    predicted = train.predict(test.data_)
    worst = 1.0
    for cluster in range(test.n_clusters):
        inside = predicted[test.labels_ == cluster]
        if len(inside) > 1:
            together = (inside[:, None] == inside[None, :]).sum() - len(inside)
            worst = min(worst, together / (len(inside) * (len(inside) - 1)))
    return worst


def strengths(x, rng, splits=120):
    all_ = []
    for _ in range(splits):
        order = rng.permutation(len(x))
        halves = order[: len(x) // 2], order[len(x) // 2 :]
        row = []
        for k in KS:
            fits = []
            for half in halves:
                one = fit(x[half], k, rng, 100)
                one.data_ = x[half]
                fits.append(one)
            row.append((strength(fits[0], fits[1]) + strength(fits[1], fits[0])) / 2)
        all_.append(row)
    all_ = np.array(all_)
    return all_.mean(0), all_.std(0, ddof=1) / np.sqrt(splits)


def jaccards(x, k, rng, samples=400):
    labels = fit(x, k, rng, 50).labels_
    order = np.argsort(-np.bincount(labels), kind="stable")
    found = []
    for _ in range(samples):
        drawn = rng.integers(len(x), size=len(x))
        distinct = np.unique(drawn)
        other = fit(x[drawn], k, rng, 3).predict(x[distinct])
        own = labels[distinct]
        row = []
        for cluster in order:
            inside = own == cluster
            row.append(max(((inside & (other == c)).sum() / (inside | (other == c)).sum()) for c in range(k)))
        found.append(row)
    found = np.array(found)
    return found.mean(0), found.std(0, ddof=1) / np.sqrt(samples)


def main():
    rng = np.random.default_rng(20261121)
    out = {}
    for name, (path, columns) in FILES.items():
        table = pd.read_csv(path, sep="\t" if "tab" in path.name else ",")
        table = (table[columns] if columns else table.drop(columns=["Channel", "Region"])).dropna()
        x = table.to_numpy(float)
        x = (x - x.mean(0)) / x.std(0)
        silhouettes = {k: silhouette_score(x, fit(x, k, rng).labels_) for k in list(KS)[1:]}
        best = max(silhouettes, key=silhouettes.get)
        gaps, ps = gap(x, rng), strengths(x, np.random.default_rng(20261123))
        js = jaccards(x, best, np.random.default_rng(20261122))
        out[name] = {
            "columns": list(table.columns),
            "rows": len(x),
            "ks": list(KS),
            "gap": list(gaps[0]),
            "gap_error": list(gaps[1]),
            "strength": list(ps[0]),
            "strength_error": list(ps[1]),
            "jaccard_k": best,
            "jaccard": list(js[0]),
            "jaccard_error": list(js[1]),
        }
        print(name, json.dumps(out[name]))
    (HERE / "validity.json").write_text(json.dumps(out, indent=1) + "\n")


if __name__ == "__main__":
    main()
