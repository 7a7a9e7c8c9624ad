"""Expected values for the engine's tests, computed by pandas, scipy and scikit-learn, independently of the engine.

    python -m venv VENV && VENV/bin/pip install -r requirements.txt && VENV/bin/python make_expectations.py

Reads ../data, writes beside this file NAME.json, labels/NAME.csv (labels of every k) and, for transactions,
rfm/NAME.csv (recency, frequency and monetary of every customer). Takes a minute; nothing here runs in the project's
own tests, which read what was written.
"""

import json
import platform
from pathlib import Path

import kneed
import numpy as np
import pandas as pd
import scipy.stats
import sklearn
from sklearn.cluster import KMeans
from sklearn.metrics import calinski_harabasz_score, davies_bouldin_score, silhouette_score
from sklearn.preprocessing import StandardScaler

HERE = Path(__file__).resolve().parent
DATA = HERE.parent / "data"

DEFINITIONS = """\
All arithmetic is float64.
CLUSTERING of a table (n rows, p columns), k = 2..10
  scaling            z = (x - mean) / sd, sd with divisor n (ddof 0); a constant column gives 0
  inertia            KMeans(init='k-means++', n_init=50, random_state=0, algorithm='lloyd', tol=1e-8, max_iter=1000): the sum
                     of squared Euclidean distances, in z units, of rows to their centroids
  inertia_seeds_0_to_3  the same with random_state 0, 1, 2, 3
  inertia_best_seen  the least of these four; not proved to be the global optimum
  at_best_seen       the other measures of that fit, where it is not the one of random_state 0
  silhouette         mean over all rows of (b - a) / max(a, b), z units; a row alone in its cluster counts 0
  calinski_harabasz  [tr(B) / (k - 1)] / [tr(W) / (n - k)]
  davies_bouldin     centroid distances and mean distances to the centroid
  sizes              descending
  best_k             the k with the highest silhouette
  elbow_k            kneed.KneeLocator(k, inertia, S=1, curve='convex', direction='decreasing').knee over k = 2..10,
                     elbow_k_from_1 the same over k = 1..10
  labels/NAME.csv    the labels of random_state 0, those that the measures above are of
SUMMARIES of a column
  std                ddof 1
  skewness           m3 / m2^1.5 of the central moments (scipy.stats.skew); skewness_adjusted times
                     sqrt(n (n - 1)) / (n - 2) (pandas)
  quantiles          linearly interpolated
RFM of transactions
  kept rows          those with a customer id; duplicates, postage and zero prices stay
  amount             Quantity * UnitPrice
  return row         amount < 0, or an invoice id of C followed by digits; every other kept row is a purchase row
  reference day      the day after the last day of a kept row
  R_any, R_purchase  whole days from the customer's last kept row, last purchase row, to the reference day
  F                  distinct invoice ids among the purchase rows
  M                  sum of amount over all kept rows of the customer, returns included
  variants           purchases_only: every customer with a purchase row; positive_net: those of them with M > 0.
                     Both: R_purchase, F, M; columns log1p(max(x, 0)); then CLUSTERING
"""


def main():
    (HERE / "labels").mkdir(exist_ok=True)
    (HERE / "rfm").mkdir(exist_ok=True)
    wholesale()
    online_retail()


def wholesale():
    name, features = "wholesale_customers_spend", ["Fresh", "Milk", "Grocery", "Frozen", "Detergents_Paper", "Delicassen"]
    table = pd.read_csv(DATA / "wholesale_customers.csv")
    rows = pd.Series(range(1, len(table) + 1), name="id")
    assert not table[features].isna().any().any()
    write_json(name, {
        "kind": "one row per customer",
        "file": "tests/data/wholesale_customers.csv",
        "features": features,
        "id_column": None,
        "rows_in_file": len(table),
        "rows_used": len(table),
        "column_summary": {feature: summary(table[feature]) for feature in features},
        "clustering": clustering(name, rows, table[features].to_numpy(float)),
    })


def online_retail():
    name = "online_retail_sample"
    table = pd.read_csv(DATA / f"{name}.csv", dtype={"InvoiceNo": str, "CustomerID": str}, parse_dates=["InvoiceDate"])
    kept = table[table["CustomerID"].notna()]
    kept = kept.assign(amount=kept["Quantity"] * kept["UnitPrice"], day=kept["InvoiceDate"].dt.normalize())
    returned = (kept["amount"] < 0) | kept["InvoiceNo"].str.fullmatch(r"C\d+")
    purchases = kept[~returned]
    reference_day = kept["day"].max() + pd.Timedelta(days=1)

    customers = kept.groupby("CustomerID")
    rfm = pd.DataFrame({
        "R_any": (reference_day - customers["day"].max()).dt.days,
        "R_purchase": (reference_day - purchases.groupby("CustomerID")["day"].max()).dt.days,
        "F": purchases.groupby("CustomerID")["InvoiceNo"].nunique(),
        "M": customers["amount"].sum(),
        "rows": customers.size(),
        "return_rows": returned.groupby(kept["CustomerID"]).sum(),
    })
    rfm["F"] = rfm["F"].fillna(0).astype(int)
    rfm.to_csv(HERE / "rfm" / f"{name}.csv", index_label="customer", lineterminator="\n")

    bought = rfm[rfm["F"] > 0]
    variants = {"purchases_only": bought, "positive_net": bought[bought["M"] > 0]}
    write_json(name, {
        "kind": "transactions",
        "file": f"tests/data/{name}.csv",
        "columns": {
            "customer": "CustomerID", "date": "InvoiceDate", "invoice": "InvoiceNo", "amount": "Quantity * UnitPrice",
        },
        "rows_in_file": len(table),
        "rows_without_customer_id": len(table) - len(kept),
        "rows_kept": len(kept),
        "return_rows": int(returned.sum()),
        "zero_amount_rows": int((kept["amount"] == 0).sum()),
        "first_day": str(kept["day"].min().date()),
        "last_day": str(kept["day"].max().date()),
        "reference_day": str(reference_day.date()),
        "customers": len(rfm),
        "customers_without_purchase_row": len(rfm) - len(bought),
        "customers_with_negative_M": int((rfm["M"] < 0).sum()),
        "customers_with_M_le_0": int((rfm["M"] <= 0).sum()),
        "amount_total": float(kept["amount"].sum()),
        "variants": {variant: retail_variant(f"{name}.{variant}", chosen) for variant, chosen in variants.items()},
    })


def retail_variant(name, chosen):
    columns = {"R": chosen["R_purchase"], "F": chosen["F"], "M": chosen["M"]}
    values = np.column_stack([np.log1p(np.maximum(column.to_numpy(float), 0)) for column in columns.values()])
    return {
        "customers": len(chosen),
        **{letter: summary(column) for letter, column in columns.items()},
        "clustering": clustering(name, pd.Series(chosen.index, name="id"), values),
    }


def clustering(name, ids, values):
    z = StandardScaler().fit_transform(values)
    labels, table = ids.to_frame(), []
    for k in range(2, 11):
        fits = [
            KMeans(k, init="k-means++", n_init=50, random_state=seed, algorithm="lloyd", tol=1e-8, max_iter=1000).fit(z)
            for seed in range(4)
        ]
        inertias = [float(fit.inertia_) for fit in fits]
        best = int(np.argmin(inertias))
        entry = {"k": k, "inertia": inertias[0], **measures(z, fits[0].labels_)}
        entry |= {"inertia_best_seen": inertias[best], "inertia_seeds_0_to_3": inertias}
        # The same partition may have its sum added up in another order: that is not a better fit.
        if inertias[best] < inertias[0] * (1 - 1e-9):
            entry["at_best_seen"] = measures(z, fits[best].labels_)
        table.append(entry)
        labels[f"k{k}"] = fits[0].labels_
    labels.to_csv(HERE / "labels" / f"{name}.csv", index=False, lineterminator="\n")

    inertias = [entry["inertia"] for entry in table]
    inertia_k1 = float((z**2).sum())
    return {
        "n": len(z),
        "p": z.shape[1],
        "mean": values.mean(axis=0).tolist(),
        "sd_ddof0": values.std(axis=0).tolist(),
        "inertia_k1": inertia_k1,
        "elbow_k": knee(range(2, 11), inertias),
        "elbow_k_from_1": knee(range(1, 11), [inertia_k1, *inertias]),
        "best_k": max(table, key=lambda entry: entry["silhouette"])["k"],
        "table": table,
    }


def measures(z, labels):
    return {
        "silhouette": float(silhouette_score(z, labels)),
        "calinski_harabasz": float(calinski_harabasz_score(z, labels)),
        "davies_bouldin": float(davies_bouldin_score(z, labels)),
        "sizes": sorted(np.bincount(labels).tolist(), reverse=True),
    }


def knee(k, inertias):
    found = kneed.KneeLocator(list(k), inertias, S=1.0, curve="convex", direction="decreasing").knee
    return None if found is None else int(found)


def summary(column):
    quantiles = [0, 0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99, 1]
    return {
        "count": int(column.count()),
        "mean": float(column.mean()),
        "median": float(column.median()),
        "std": float(column.std()),
        "sum": float(column.sum()),
        "skewness": float(scipy.stats.skew(column)),
        "skewness_adjusted": float(column.skew()),
        "quantiles": {f"{q:g}": float(column.quantile(q)) for q in quantiles},
    }


def write_json(name, content):
    versions = {
        "python": platform.python_version(),
        "sklearn": sklearn.__version__,
        "pandas": pd.__version__,
        "numpy": np.__version__,
        "scipy": scipy.__version__,
        "kneed": kneed.__version__,
    }
    whole = {"name": name, "versions": versions, "definitions": DEFINITIONS, **content}
    (HERE / f"{name}.json").write_text(json.dumps(whole, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
