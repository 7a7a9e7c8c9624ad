"""The distribution of Hartigan's dip for uniform samples, by simulation: the table in src/customers/dip_table.rs.

    python -m venv VENV && VENV/bin/pip install -r requirements.txt && VENV/bin/python make_dip_table.py

The uniform is the least favourable unimodal distribution (Hartigan & Hartigan 1985), so a sample whose dip lies beyond
these quantiles speaks against one mode. The statistic is that of the package `diptest`; none of its tables is used.
Printed: for each sample size the quantiles of sqrt(n) * dip, as rows of Rust. Takes some minutes.
"""

import diptest
import numpy as np

SHARES = [0.001, 0.01, 0.1, 0.5, 0.8, 0.9, 0.95, 0.98, 0.99, 0.995, 0.999]
SAMPLES = {10: 200_000, 20: 200_000, 50: 200_000, 100: 200_000, 200: 200_000, 500: 100_000, 1_000: 100_000,
           2_000: 50_000, 5_000: 30_000, 20_000: 15_000}


def main():
    rng = np.random.default_rng(20_261_121)
    for size, samples in SAMPLES.items():
        dips = [diptest.dipstat(np.sort(rng.random(size)), sort_x=False) for _ in range(samples)]
        quantiles = np.quantile(np.sqrt(size) * np.array(dips), SHARES)
        print(f"    ({size}.0, [{', '.join(f'{value:.4f}' for value in quantiles)}]),", flush=True)


if __name__ == "__main__":
    main()
