"""Gaussian mixtures, Ward's hierarchy and the adjusted Rand index by scikit-learn and scipy.

    VENV/bin/python make_shapes.py        (the environment of make_expectations.py; seconds)

Reads ../data and, where it is there, ../../../shared/data; writes shapes.json beside this file, for two files and a table that is generated
here and, by the same congruence, in tests/reference/shapes.rs.

DEFINITIONS
  scaling     z = (x - mean) / sd, divisor n; the generated table is taken as it is
  start       the clusters of KMeans (n_init 50) as components: weights n_i / n, means, covariances with divisor n_i plus 1e-6 on the
              diagonal
  mixture     GaussianMixture(tol=1e-5, max_iter=500, reg_covar=1e-6) from that start, given as weights_init, means_init and
              precisions_init; log_likelihood is its score, the mean over rows; bic is its own bic divided by -2
  ward        scipy.cluster.hierarchy.linkage(method="ward"): the 100 greatest heights, descending; labels of
              AgglomerativeClustering(linkage="ward")
  agreement   adjusted_rand_score of Ward's labels and those of the start

Labels are written as one digit a row.
"""

import json
from pathlib import Path

import numpy as np
import pandas as pd
from scipy.cluster.hierarchy import linkage
from sklearn.cluster import AgglomerativeClustering, KMeans
from sklearn.metrics import adjusted_rand_score
from sklearn.mixture import GaussianMixture

HERE = Path(__file__).resolve().parent
MALL = HERE.parents[2] / "shared/data/mall_customers.csv"
KS = [3, 5]


def generated(rows=300, columns=4):
    """Three crowds; every number is the mean of four draws of a linear congruence (Knuth's MMIX constants)."""
    state, values = 7, []

    def draw():
        nonlocal state
        state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
        return (state >> 11) / 2**53

    for row in range(rows):
        for column in range(columns):
            bell = (draw() + draw() + draw() + draw()) / 4 - 0.5
            values.append((row % 3) * (0.5 + 0.1 * column) + bell * (1 + (row + column) % 3))
    return np.array(values).reshape(rows, columns)


def digits(labels):
    return "".join(map(str, labels))


def covariances(x, labels, k, kind):
    found = []
    for component in range(k):
        own = x[labels == component]
        offset = own - own.mean(0)
        if kind == "diag":
            found.append((offset**2).mean(0) + 1e-6)
        else:
            found.append(offset.T @ offset / len(own) + 1e-6 * np.eye(x.shape[1]))
    return np.array(found)


def mixture(x, labels, k, kind):
    weights = np.bincount(labels, minlength=k) / len(x)
    means = np.array([x[labels == component].mean(0) for component in range(k)])
    start = covariances(x, labels, k, kind)
    model = GaussianMixture(
        k,
        covariance_type=kind,
        tol=1e-5,
        max_iter=500,
        reg_covar=1e-6,
        weights_init=weights,
        means_init=means,
        precisions_init=1 / start if kind == "diag" else np.linalg.inv(start),
    ).fit(x)
    assert model.converged_
    return {
        "weights": model.weights_.tolist(),
        "means": model.means_.ravel().tolist(),
        "covariances": model.covariances_.ravel().tolist(),
        "log_likelihood": model.score(x),
        "bic": model.bic(x) / -2,
        "iterations": model.n_iter_,
        "labels": digits(model.predict(x)),
    }


def expectations(x):
    heights = linkage(x, method="ward")[:, 2]
    out = {"rows": len(x), "heights": heights[::-1][:100].tolist(), "ks": {}}
    for k in KS:
        start = KMeans(k, n_init=50, random_state=1, tol=0, max_iter=1000).fit(x).labels_
        ward = AgglomerativeClustering(k, linkage="ward").fit(x).labels_
        out["ks"][k] = {
            "start": digits(start),
            "diagonal": mixture(x, start, k, "diag"),
            "full": mixture(x, start, k, "full"),
            "ward": digits(ward),
            "agreement": adjusted_rand_score(start, ward),
        }
    return out


def scaled(table):
    x = table.to_numpy(float)
    return (x - x.mean(0)) / x.std(0)


def main():
    out = {"generated": expectations(generated())}
    wholesale = pd.read_csv(HERE.parent / "data/wholesale_customers.csv").drop(columns=["Channel", "Region"])
    out["wholesale_customers"] = {"columns": list(wholesale.columns), **expectations(scaled(wholesale))}
    if MALL.exists():
        mall = pd.read_csv(MALL)[["Age", "Annual Income (k$)", "Spending Score (1-100)"]]
        out["mall_customers"] = {"columns": list(mall.columns), **expectations(scaled(mall))}
    (HERE / "shapes.json").write_text(json.dumps(out, indent=1) + "\n")


if __name__ == "__main__":
    main()
