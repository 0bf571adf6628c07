"""Prints how long cross-case comparison takes, beside recorded figures of R QCA 3.25.1."""

from __future__ import annotations

import gzip
import json
import resource
import statistics
import sys
import time
from pathlib import Path
from typing import Any

import numpy as np

from localvision.analysis import qca

INPUTS = json.loads(gzip.decompress((Path(__file__).parent / "inputs.json.gz").read_bytes()))
R_APPLIED_MEDIAN = 0.40
R_HARD = {
    "tt_dnf_k08_n020": "4.1",
    "tt_dnf_k08_n050": "100+",
    "tt_dnf_k10_n020": "61",
    "tt_dnf_k10_n050": "memory",
    "tt_dnf_k12_n020": "100+",
    "tt_dnf_k14_n020": "memory",
    "tt_dnf_k16_n020": "memory",
    "tt_dnf_k18_n020": "100+",
    "tt_dnf_k20_n020": "100+",
}
R_SUFFICIENT = {10: "0.11", 11: "0.21", 12: "0.87", 13: "3.4"}
R_TABLE = {1_000: "0.32", 10_000: "1.9", 100_000: "19.1"}
HARD_SECONDS = 10.0


def table_of(rows: list[str]) -> qca.TruthTable:
    values = np.array([[int(sign) for sign in row] for row in rows])
    columns = {f"C{place + 1:02}": values[:, place] for place in range(values.shape[1] - 1)}
    # The same row may have been drawn twice: a table has each configuration once.
    columns["OUT"] = values[:, -1]
    return qca.truth_table(columns, "OUT", consistency_cut=0.5)


def seconds(work: Any, times: int = 1) -> tuple[float, Any]:
    taken, result = [], None
    for _ in range(times):
        start = time.perf_counter()
        result = work()
        taken.append(time.perf_counter() - start)
    return statistics.median(taken), result


def peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def line(*cells: object) -> None:
    widths = (18, 34, 12, 10, 24)
    print("  ".join(str(cell).ljust(width) for cell, width in zip(cells, widths, strict=True)))


def applied() -> None:
    print("\nAll minimal models of applied truth tables (table, models and first fit)")
    taken = []
    for name, rows in INPUTS["tables"].items():
        if name.startswith("app"):
            once, _ = seconds(lambda rows=rows: solved(rows), 5)
            taken.append(once)
    line(
        "32 tables",
        "median / slowest",
        f"{statistics.median(taken):.4f}",
        f"{max(taken):.4f}",
        f"R median {R_APPLIED_MEDIAN}",
    )


def solved(rows: list[str]) -> qca.Solution:
    solution = qca.minimize(table_of(rows), "parsimonious")
    assert solution.models[0].fit.consistency >= 0
    return solution


def hard(pattern: str) -> None:
    print("\nAll minimal models of hard truth tables")
    line("table", "models", "seconds", "peak MiB", "R")
    for name, rows in INPUTS["tables"].items():
        if not name.startswith("tt") or pattern not in name:
            continue
        table = table_of(rows)
        taken, solution = seconds(
            lambda table=table: qca.minimize(table, "parsimonious", time_limit=HARD_SECONDS)
        )
        low, high = solution.bounds
        size = f"{low}" if low == high else f"{low}-{high}"
        count = f"{solution.n_models:,} of {size} terms"
        if not solution.complete:
            count = f"at least {count}"
        line(name, count, f"{taken:.3f}", f"{peak():.0f}", R_HARD.get(name, "not tried"))


def tables() -> None:
    print("\nTruth tables of fuzzy data, 8 conditions")
    random = np.random.default_rng(20_13)
    for cases in R_TABLE:
        data = np.round(random.random((cases, 9)), 2)
        data[data == 0.5] = 0.51
        columns = dict(zip("ABCDEFGHY", data.T, strict=True))
        work = lambda columns=columns: qca.truth_table(columns, "Y", consistency_cut=0.8)  # noqa: E731
        taken, table = seconds(work, 3)
        line(
            f"{cases:,} cases",
            f"{len(table.rows)} rows",
            f"{taken:.3f}",
            f"{peak():.0f}",
            R_TABLE[cases],
        )


def relations() -> None:
    print("\nSufficient (0.95) and necessary (0.9) conditions, 60 cases")
    for name, columns in INPUTS["memberships"].items():
        conditions = len(columns) - 1
        taken, found = seconds(
            lambda c=columns: qca.sufficient_conditions(c, "Y", consistency_cut=0.95)
        )
        line(
            name,
            f"{len(found):,} sufficient",
            f"{taken:.3f}",
            f"{peak():.0f}",
            R_SUFFICIENT.get(conditions, "not tried"),
        )
        taken, found = seconds(lambda c=columns: qca.necessary_conditions(c, "Y"))
        line(name, f"{len(found):,} necessary", f"{taken:.3f}", f"{peak():.0f}", "fails")


if __name__ == "__main__":
    print("R figures are recorded ones (R 4.2.2, QCA 3.25.1), not measured in this run.")
    applied()
    tables()
    relations()
    hard(sys.argv[1] if len(sys.argv) > 1 else "")
    print(f"\nPeak memory of this process: {peak():.0f} MiB")
