"""Expected features of customers, computed by pandas and numpy from the definitions, independently of the engine.

    python -m venv VENV && VENV/bin/pip install -r requirements.txt && VENV/bin/python make_features.py [SHARED]

Writes features/online_retail_sample.csv: every feature of every customer of ../data/online_retail_sample.csv. With the folder SHARED,
which holds data/online_retail_uci.csv.gz and data/superstore_utf8_bom.csv, also features/online_retail_uci.json and
features/superstore.json: of each feature how many customers have it, its sum and its deciles, and all features of some customers.
And cleaning/NAME.json: what the steps of cleaning find in the two Online Retail files, and months.

Lines that count have a customer. A line is a return where its amount is negative or its order id is C and digits; else a purchase.
  order            the purchases of one customer under one order id; it is of the day and hour of its earliest line
  recency, tenure  days from the last, the first purchase to the day after the last line that counts
  frequency        orders
  monetary         sum of amounts, returns included; averageOrderValue = monetary / orders
  medianGap        median of the days between days with a purchase, where there are three such days at least
  gapVariation     their standard deviation (ddof 0) by their mean
  linesPerOrder    purchase lines / orders; unitsPerOrder = sum of positive quantities of purchases / orders
  pricePerUnit     amounts of purchases / that sum; missing where it is 0
  categoryShare:X  share of X in the amounts of purchases; the ten greatest by amount of those that 10 customers bought,
                   otherCategoriesShare the rest; categoryDiversity = exp(- sum p ln p) over the shares p of all. Likewise channels
  discountRate     discount / gross; for a discount d, as a fraction, off a line of amount a paid: gross = a / (1 - d), discount = d gross
  discountedOrders share of orders with a purchase line at a discount
  returnRate       - sum of amounts of returns / sum of amounts of purchases
  quarterNShare, novDecShare   share of a quarter, of November and December, in the amounts of purchases (files of 365 days and more)
  weekendShare, eveningShare   share of orders on Saturday and Sunday; at 18:00 and later (files with times)
Where a share has nothing to be a share of, it is missing.
"""

import json
import sys
from math import fsum
from pathlib import Path

import numpy as np
import pandas as pd

HERE = Path(__file__).resolve().parent
SHOWN = 200


def total(values):
    return fsum(values)


def share(part, whole):
    return part / whole if whole != 0 else np.nan


def lines(frame):
    frame = frame[frame["customer"].notna()].copy()
    void = frame["order"].astype(str).str.fullmatch(r"[Cc][0-9]+")
    frame["return"] = (frame["amount"] < 0) | void
    frame["day"] = frame["time"].dt.normalize()
    return frame


def top(purchases, column):
    """The kinds with a share of their own, greatest first, and whether there are others."""
    bought = purchases[purchases[column].notna()]
    amounts = bought.groupby(column)["amount"].apply(total)
    buyers = bought.groupby(column)["customer"].nunique()
    ranked = sorted(amounts.index, key=lambda kind: (-amounts[kind], kind))
    listed = [kind for kind in ranked if buyers[kind] >= 10][:10]
    return listed, len(listed) < len(ranked)


def features(frame):
    frame = lines(frame)
    reference = frame["day"].max() + pd.Timedelta(days=1)
    seasons = (frame["day"].max() - frame["day"].min()).days + 1 >= 365
    purchases = frame[~frame["return"]]
    times = (purchases["time"] != purchases["day"]).any()
    kinds = {}
    for column, name in (("category", "category"), ("channel", "channel")):
        if column in frame:
            kinds[column] = (name, *top(purchases, column))
    rows = {}
    for customer, own in purchases.groupby("customer"):
        everything = frame.loc[frame["customer"] == customer] if customer not in LINES else LINES[customer]
        first = own.groupby("order")["time"].min()
        orders = len(first)
        net, sales = total(everything["amount"]), total(own["amount"])
        row = {
            "recency": (reference - own["day"].max()).days,
            "frequency": orders,
            "monetary": net,
            "averageOrderValue": net / orders,
            "tenure": (reference - own["day"].min()).days,
        }
        days = np.sort(own["day"].unique())
        gaps = np.diff(days) / np.timedelta64(1, "D")
        enough = len(days) >= 3
        row["medianGap"] = np.median(gaps) if enough else np.nan
        row["gapVariation"] = np.std(gaps) / np.mean(gaps) if enough else np.nan
        row["linesPerOrder"] = len(own) / orders
        if "quantity" in own:
            pieces = own["quantity"].clip(lower=0).sum()
            row["unitsPerOrder"] = pieces / orders
            row["pricePerUnit"] = share(sales, pieces)
        if "category" in kinds:
            shares(row, own, *kinds["category"], "category", True)
        if "discount" in own:
            gross = own["amount"] / (1 - own["discount"])
            row["discountRate"] = share(total(gross * own["discount"]), total(gross))
            row["discountedOrders"] = own.loc[own["discount"] > 0, "order"].nunique() / orders
        row["returnRate"] = share(-total(everything.loc[everything["return"], "amount"]), sales)
        if seasons:
            for quarter in range(1, 5):
                row[f"quarter{quarter}Share"] = share(total(own.loc[own["time"].dt.quarter == quarter, "amount"]), sales)
            row["novDecShare"] = share(total(own.loc[own["time"].dt.month >= 11, "amount"]), sales)
        row["weekendShare"] = (first.dt.day_of_week >= 5).sum() / orders
        if times:
            row["eveningShare"] = (first.dt.hour >= 18).sum() / orders
        if "channel" in kinds:
            shares(row, own, *kinds["channel"], "channel", False)
        rows[customer] = row
    return pd.DataFrame.from_dict(rows, orient="index").sort_index()


def shares(row, own, name, listed, others, column, diverse):
    amounts = own.groupby(column)["amount"].apply(total)
    whole = total(amounts)
    part = {kind: share(amount, whole) for kind, amount in amounts.items()}
    if diverse:
        logs = [p * np.log(p) for p in part.values() if p > 0]
        row["categoryDiversity"] = np.exp(-total(logs)) if whole > 0 else np.nan
    for kind in listed:
        row[f"{name}Share:{kind}"] = part.get(kind, 0.0) if whole > 0 else np.nan
    if others:
        rest = total(p for kind, p in part.items() if kind not in listed)
        row["otherCategoriesShare" if name == "category" else "otherChannelsShare"] = rest if whole > 0 else np.nan


LINES = {}


def computed(frame):
    LINES.clear()
    LINES.update(dict(list(lines(frame).groupby("customer"))))
    return features(frame)


def online_retail(path):
    frame = pd.read_csv(path, dtype={"InvoiceNo": str, "StockCode": str, "CustomerID": str})
    return pd.DataFrame(
        {
            "customer": frame["CustomerID"].str.removesuffix(".0"),
            "order": frame["InvoiceNo"],
            "time": pd.to_datetime(frame["InvoiceDate"]),
            # Prices have three decimals at most: exact in thousandths.
            "amount": frame["Quantity"] * (frame["UnitPrice"] * 1000).round() / 1000,
            "quantity": frame["Quantity"],
        }
    ), frame


def superstore(path):
    frame = pd.read_csv(path, dtype={"Order ID": str, "Customer ID": str})
    return pd.DataFrame(
        {
            "customer": frame["Customer ID"],
            "order": frame["Order ID"],
            "time": pd.to_datetime(frame["Order Date"], format="%m/%d/%Y"),
            "amount": frame["Sales"],
            "quantity": frame["Quantity"],
            "category": frame["Category"],
            "channel": frame["Ship Mode"],
            "discount": frame["Discount"],
        }
    )


def digest(table, shown):
    step = max(1, len(table) // shown)
    return {
        "customers": len(table),
        "features": {
            name: {
                "present": int(column.notna().sum()),
                "sum": total(column.dropna()),
                "deciles": np.quantile(column.dropna(), np.arange(11) / 10).tolist(),
            }
            for name, column in table.items()
        },
        "some": {
            customer: [None if np.isnan(value) else float(value) for value in row]
            for customer, row in zip(table.index[::step], table.to_numpy(dtype=float)[::step])
        },
    }


def written(path, content):
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")


def cleaning(frame, raw):
    """Rows, customers and revenue of each step of cleaning over lines with a customer, by the codes of this shop; and months."""
    known = lines(frame)
    raw = raw.loc[known.index]
    code, words = raw["StockCode"], raw["Description"].fillna("")
    kinds = {
        # 23444 is "Next Day Carriage", 23574 "PACKING CHARGE".
        "postage": code.isin(["POST", "DOT", "C2", "23444", "23574"]),
        "fees": code.isin(["BANK CHARGES", "AMAZONFEE", "CRUK"]),
        "adjustments": code.isin(["M", "m", "B"]),
        "discounts": code.isin(["D"]),
        "vouchers": words.str.contains("gift voucher", case=False),
        "samples": code.isin(["S"]),
    }
    told = np.logical_or.reduce(list(kinds.values()))
    kinds["noPrice"] = ~told & (raw["UnitPrice"] <= 0)
    kinds["duplicateRows"] = raw.duplicated()
    kinds["returns"] = known["return"]
    unknown = frame[frame["customer"].isna()]
    steps = {"withoutCustomer": [len(unknown), 0, total(unknown["amount"])]}
    for kind, chosen in kinds.items():
        own = known[chosen]
        steps[kind] = [len(own), own["customer"].nunique(), total(own["amount"])]
    purchases = known[~known["return"]]
    net = known.groupby("customer")["amount"].apply(total).round(6)
    only = net[~net.index.isin(purchases["customer"])]
    lost = net[net.index.isin(purchases["customer"]) & (net <= 0)]
    steps["returnsOnly"] = [0, len(only), total(only)]
    steps["netSpendNotPositive"] = [0, len(lost), total(lost)]
    first = purchases.groupby(["customer", "order"])["time"].min()
    month = lambda times: times.dt.strftime("%Y-%m")
    orders = month(first).value_counts()
    months = {
        name: [total(own["amount"]), int(orders.get(name, 0)), int(own.loc[~own["return"], "customer"].nunique())]
        for name, own in known.groupby(month(known["time"]))
    }
    return {"steps": {kind: step for kind, step in steps.items() if step[0] or step[1]}, "months": months}


def main(shared):
    frame, raw = online_retail(HERE.parent / "data/online_retail_sample.csv")
    target = HERE / "features/online_retail_sample.csv"
    target.parent.mkdir(exist_ok=True)
    computed(frame).to_csv(target, index_label="customer", lineterminator="\n")
    written(HERE / "cleaning/online_retail_sample.json", cleaning(frame, raw))
    if shared:
        data = Path(shared) / "data"
        frame, raw = online_retail(data / "online_retail_uci.csv.gz")
        written(HERE / "features/online_retail_uci.json", digest(computed(frame), SHOWN))
        written(HERE / "cleaning/online_retail_uci.json", cleaning(frame, raw))
        written(HERE / "features/superstore.json", digest(computed(superstore(data / "superstore_utf8_bom.csv")), 50))


if __name__ == "__main__":
    main(*sys.argv[1:2] or [None])
