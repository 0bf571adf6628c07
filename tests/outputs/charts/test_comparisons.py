"""Pictures of a cross-case comparison: sound, honest, readable."""

from __future__ import annotations

import itertools
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from localvision.analysis import qca
from localvision.errors import LocalVisionError
from localvision.outputs.blocks import Base
from localvision.outputs.charts.comparisons import (
    robustness_of,
    solution_map_of,
    truth_table_of,
    venn_of,
    xy_plot_of,
)
from localvision.outputs.charts.robustness_grid import (
    RobustnessPicture,
    TermRow,
    draw_robustness_grid,
)
from localvision.outputs.charts.solution_map import draw_solution_map
from localvision.outputs.charts.truth_table_view import draw_truth_table
from localvision.outputs.charts.venn import Venn, VennRegion, draw_venn, ellipses, poles
from localvision.outputs.charts.xy_plot import XYPlot, XYPoint, draw_xy_plot

TEXT = "{http://www.w3.org/2000/svg}text"
# Invented places.
PLACES = ["Ashby", "Birch Vale", "Carrow", "Denmoor", "Eastwick", "Farley", "Gorton Hill", "Hale"]
DATA = {
    "TRUST": [0.9, 0.8, 0.7, 0.6, 0.3, 0.2, 0.1, 0.4],
    "MONEY": [0.8, 0.3, 0.9, 0.2, 0.7, 0.1, 0.8, 0.3],
    "TIME": [0.7, 0.9, 0.2, 0.8, 0.9, 0.4, 0.2, 0.1],
    "LASTED": [0.9, 0.8, 0.75, 0.3, 0.7, 0.2, 0.1, 0.6],
}
KEPT = [HealthCheck.function_scoped_fixture]


@pytest.fixture(scope="module")
def table() -> qca.TruthTable:
    return qca.truth_table(DATA, "LASTED", consistency_cut=0.8, cases=PLACES)


@pytest.fixture(scope="module")
def model(table: qca.TruthTable) -> qca.Model:
    return qca.minimize(table).models[0]


def words(svg: str) -> list[str]:
    return [node.text or "" for node in etree.fromstring(svg.encode()).iter(TEXT)]


def test_an_xy_plot_names_its_cases_and_sorts_them_by_quadrant(model: Any, sound: Any) -> None:
    chart = draw_xy_plot(xy_plot_of(model, unit="places"))
    sound(chart)
    for name in PLACES:
        assert name in " ".join(words(chart.svg))
    assert "In the outcome, not in the solution: not covered: Hale" in chart.alt
    assert chart.table.rows[0][0] == "Ashby"


def test_names_that_find_no_room_are_given_below(sound: Any) -> None:
    points = tuple(XYPoint(case=f"A rather long place {i}", x=0.5, y=0.5 + i / 1000)
                   for i in range(40))  # fmt: skip
    chart = draw_xy_plot(
        XYPlot(points=points, x_label="X", y_label="Y", caption="Crowded",
               base=Base(n=40, unit="places"))
    )  # fmt: skip
    sound(chart)
    shown = " ".join(words(chart.svg))
    assert "No room in the plot for the names of" in shown
    assert len(chart.table.rows) == 40


@settings(max_examples=40, deadline=None, suppress_health_check=KEPT)
@given(st.lists(st.tuples(st.floats(0, 1), st.floats(0, 1)), min_size=1, max_size=25))
def test_names_never_collide(sound: Any, places: list[tuple[float, float]]) -> None:
    points = tuple(XYPoint(case=f"Place {i}", x=x, y=y) for i, (x, y) in enumerate(places))
    chart = draw_xy_plot(
        XYPlot(points=points, x_label="A*B + C", y_label="LASTED", caption="Places",
               base=Base(n=len(points), unit="places"))
    )  # fmt: skip
    sound(chart)


def test_what_is_no_membership_is_refused() -> None:
    with pytest.raises(LocalVisionError, match="membership-out-of-range"):
        draw_xy_plot(
            XYPlot(points=(XYPoint(case="a", x=1.2, y=0),), x_label="X", y_label="Y",
                   caption="c", base=Base(n=1, unit="places"))
        )  # fmt: skip


def test_a_truth_table_shows_each_configuration_with_its_cases(table: Any, sound: Any) -> None:
    chart = draw_truth_table(truth_table_of(table, unit="places"))
    sound(chart)
    assert len(chart.table.rows) == len(table.rows)
    assert chart.table.rows[0][3] == "yes"
    for row in table.rows:
        for name in row.cases:
            assert name in " ".join(words(chart.svg))


def test_values_of_several_are_numbers_and_dont_cares_are_said(sound: Any) -> None:
    data = {"A": [2, 1, 0, 1], "B": ["-", 1, 0, 0], "Y": [1, 1, 0, 0]}
    chart = draw_truth_table(truth_table_of(qca.truth_table(data, "Y", cases=PLACES[:4])))
    sound(chart)
    assert "either" in chart.alt


def test_a_solution_map_has_a_row_for_each_case(model: Any, sound: Any) -> None:
    chart = draw_solution_map(solution_map_of(model, unit="places"))
    sound(chart)
    assert {row[0] for row in chart.table.rows} == set(PLACES)
    assert len(chart.table.columns) == len(model.terms) + 2


def test_a_robustness_grid_counts_each_term(table: Any, sound: Any) -> None:
    grid = qca.robustness_grid(table, consistency_cuts=[0.7, 0.75, 0.9, 1.0], frequency_cuts=[2])
    chart = draw_robustness_grid(robustness_of(grid))
    sound(chart)
    assert len(chart.table.rows) == len(grid.cells) == 10
    for one in grid.terms:
        assert f"{one.term}" in chart.alt
        assert f"in every model in {one.in_every} of 10 choices" in chart.alt


def test_many_choices_break_into_lines(sound: Any) -> None:
    rows = (TermRow(term="A*B*C*D*~E", holds=("every", "some", "none", "failed") * 60, own=True),)
    chart = draw_robustness_grid(
        RobustnessPicture(rows=rows, choices=tuple(f"choice {i}" for i in range(240)),
                          caption="Many", base=Base(n=240, unit="choices"))
    )  # fmt: skip
    sound(chart)
    assert "60 of 240" in words(chart.svg)


@pytest.mark.parametrize("count", range(1, 6))
def test_every_combination_of_sets_has_its_own_place(count: int, sound: Any) -> None:
    places = poles(count)
    assert set(places) == set(itertools.product([False, True], repeat=count)) - {(False,) * count}
    assert len(ellipses(count)) == count
    assert min(room for _, _, room in places.values()) * 260 > 8.5
    regions = tuple(
        VennRegion(inside=inside, cases=tuple(PLACES[: 1 + i % 8]), output="10C"[i % 3])
        for i, inside in enumerate(itertools.product([True, False], repeat=count))
    )
    chart = draw_venn(
        Venn(sets=tuple(f"Condition {i}" for i in range(count)), regions=regions, caption="Sets",
             base=Base(n=8, unit="places"))
    )  # fmt: skip
    sound(chart)


def test_a_venn_counts_what_the_truth_table_counts(table: Any, sound: Any) -> None:
    chart = draw_venn(venn_of(table, unit="places"))
    sound(chart)
    assert sum(int(str(row[1])) for row in chart.table.rows) == len(PLACES)


def test_six_sets_are_refused() -> None:
    with pytest.raises(LocalVisionError, match="too-many-sets"):
        draw_venn(
            Venn(sets=tuple("ABCDEF"), regions=(VennRegion(inside=(True,) * 6, cases=("x",)),),
                 caption="Six", base=Base(n=1, unit="places"))
        )  # fmt: skip
