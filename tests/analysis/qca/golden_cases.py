"""Reads the golden values of tests/golden/qca and compares expressions as sets."""

from __future__ import annotations

import gzip
import json
import math
from functools import cache
from pathlib import Path
from typing import Any

import pytest

FOLDER = Path(__file__).parents[2] / "golden" / "qca"


@cache
def golden(name: str) -> Any:
    return json.loads(gzip.decompress((FOLDER / f"{name}.json.gz").read_bytes()))


def data_of(case: dict[str, Any]) -> dict[str, Any]:
    return golden("datasets")[case["data"]]


def each(name: str, *categories: str) -> Any:
    """Parametrise a test with the cases of one golden file."""
    chosen = [case for case in golden(name) if not categories or case["category"] in categories]
    assert chosen
    return pytest.mark.parametrize("case", chosen, ids=[case["id"] for case in chosen])


def term(text: str) -> frozenset[str]:
    """A conjunction as a set of literals. (Read here by other means than the library's own.)"""
    return frozenset(part.strip() for part in text.split("*"))


def terms(texts: Any) -> frozenset[frozenset[str]]:
    return frozenset(map(term, texts))


def models(listed: Any) -> set[frozenset[frozenset[str]]]:
    return {terms(model) for model in listed}


def disjunction(text: str) -> frozenset[frozenset[str]]:
    return terms(text.split("+"))


def same(expected: float | None, found: float) -> bool:
    """Equal at 1e-12 relative; None is what R prints where nothing is defined."""
    if expected is None:
        return math.isnan(found)
    return abs(expected - found) <= 1e-12 * max(1.0, abs(expected))


def names(listed: str | None) -> set[str]:
    """Case names as R prints them: "A,B; C"."""
    return {name for name in (listed or "").replace("; ", ",").split(",") if name}


def table_arguments(case: dict[str, Any], given: dict[str, Any]) -> dict[str, Any]:
    """R's arguments of truthTable in our words."""
    data = data_of(case)
    return {
        "data": data["columns"],
        "outcome": given["outcome"],
        "conditions": given.get("conditions"),
        "cases": data["case_ids"],
        "consistency_cut": given.get("incl.cut", 1.0),
        "pri_cut": given.get("pri.cut", 0.0),
        "frequency_cut": given.get("n.cut", 1),
        "exclude": given.get("exclude"),
        "half": "drop",  # R lists a case with any 0.5 in no row
    }


def minimise_arguments(given: dict[str, Any]) -> dict[str, Any]:
    """R's arguments of minimize in our words."""
    include = given.get("include", "")
    kind = "parsimonious" if "?" in include else "conservative"
    if "dir.exp" in given:
        kind = "intermediate"
    contradictions = "include" if "C" in include else "exclude"
    if "C" in given.get("explain", ""):
        contradictions = "explain"
    return {
        "solution": kind,
        "time_limit": 600,  # all models are asked for, however busy the machine
        "directional_expectations": given.get("dir.exp"),
        "contradictions": contradictions,
        "all_solutions": given.get("all.sol", False),
        "row_dominance": given.get("row.dom", False),
        "pi_consistency": given.get("pi.cons"),
        "solution_consistency": given.get("sol.cons"),
    }
