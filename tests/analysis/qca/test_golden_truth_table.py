from __future__ import annotations

from typing import Any

import pytest

from localvision.analysis import qca
from localvision.errors import LocalVisionError
from tests.analysis.qca.golden_cases import each, names, same, table_arguments


@each("truth_table")
def test_rows_are_those_of_r(case: dict[str, Any]) -> None:
    arguments = table_arguments(case, case["args"])
    if case["status"] == "error":
        with pytest.raises(LocalVisionError) as caught:
            qca.truth_table(**arguments)
        assert caught.value.code == "qca.no-rows-left"
        return
    table = qca.truth_table(**arguments)
    check_rows(table, case["result"])
    check_dropped(table, case["result"])


def check_rows(table: qca.TruthTable, expected: dict[str, Any]) -> None:
    kept = {row.row: row for row in table.rows}
    dropped = {row.row: row for row in table.dropped_rows}
    assert list(table.conditions) == expected["conditions"]
    seen = set()
    deviant = dict(zip(map(int, expected["DCC"]["row"]), expected["DCC"]["cases"], strict=True))
    for place, number in enumerate(expected["row"]):
        if expected["n"][place] == 0:
            continue  # R shows rows that only cases at exactly 0.5 touch; nobody is in them
        seen.add(number)
        row = kept.get(number) or dropped[number]
        assert (number in kept) == (expected["OUT"][place] != "?")
        if number in kept:
            assert row.output == expected["OUT"][place]
        assert row.n == expected["n"][place]
        assert same(expected["incl"][place], row.consistency)
        assert same(expected["PRI"][place], row.pri)
        values = [expected["config"][name][place] for name in expected["conditions"]]
        assert list(map(str, row.configuration)) == values
        if expected["cases"] is not None:
            assert set(row.cases) == names(expected["cases"][place])
        if number in deviant:
            assert set(row.deviant_cases) == names(deviant[number])
    # From 8 conditions on R does not show the rows that it drops; they are in "removed".
    assert set(kept) <= seen <= set(kept) | set(dropped)


def check_dropped(table: qca.TruthTable, expected: dict[str, Any]) -> None:
    removed = expected["removed"] or {"row": [], "n": [], "OUT": [], "incl": [], "PRI": []}
    dropped = {row.row: row for row in table.dropped_rows}
    rows = {n for n, size in zip(removed["row"], removed["n"], strict=True) if size}
    assert rows == set(dropped)
    for place, number in enumerate(removed["row"]):
        if not removed["n"][place]:
            continue
        assert dropped[number].output == removed["OUT"][place]
        assert dropped[number].n == removed["n"][place]
        assert same(removed["incl"][place], dropped[number].consistency)
        assert same(removed["PRI"][place], dropped[number].pri)
