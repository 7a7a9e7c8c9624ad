"""Fits by scikit-learn, natively, in one thread, single precision, to the last changed label: `scikit.py FOLDER NAME,FEATURES`
answers every line with the milliseconds of a fit, and the end of its input with a line of JSON, in which the inertia is that of a fit in
double precision; `scikit.py job FOLDER CUSTOMERS SAMPLE THREADS`, the job of choosing k, in seconds."""

import json
import os
import sys
import time
import warnings

JOB = sys.argv[1] == "job"
for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
    os.environ[name] = sys.argv[5] if JOB else "1"

import numpy as np
from sklearn.cluster import KMeans
from sklearn.metrics import silhouette_score

warnings.filterwarnings("ignore")


def read(folder, name, columns):
    return np.fromfile(os.path.join(folder, name), "<f8").reshape(-1, columns)


def fits(folder, name, columns):
    table, start = read(folder, name + ".f64", columns), read(folder, name + ".start.f64", columns)
    single, single_start = table.astype(np.float32), start.astype(np.float32)
    fit = lambda rows, first: KMeans(len(first), init=first, n_init=1, max_iter=1000, tol=0, algorithm="lloyd").fit(rows)
    for _ in sys.stdin:
        began = time.perf_counter()
        fitted = fit(single, single_start)
        print((time.perf_counter() - began) * 1e3, flush=True)
    return {"iterations": int(fitted.n_iter_), "inertia": fit(table, start).inertia_}


def job(folder, customers, sample):
    table = read(folder, "W1.f64", 3)[:customers]
    began = time.perf_counter()
    inertias, silhouettes = [], []
    for k in range(2, 11):
        fitted = KMeans(k, n_init=10, random_state=42).fit(table)
        inertias.append(fitted.inertia_)
        silhouettes.append(silhouette_score(table, fitted.labels_, sample_size=sample or None, random_state=42))
    return {"seconds": time.perf_counter() - began, "inertias": inertias, "silhouettes": [float(s) for s in silhouettes]}


if JOB:
    print(json.dumps(job(sys.argv[2], int(sys.argv[3]), int(sys.argv[4]))))
else:
    name, columns = sys.argv[2].split(",")
    print(json.dumps(fits(sys.argv[1], name, int(columns))))
