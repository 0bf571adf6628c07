"""The tutorial runs as it is printed, and its pictures are those that its code draws.

Draw the pictures anew with `python -m tests.analysis.qca.test_tutorial`.
"""

from __future__ import annotations

import doctest
import re
from pathlib import Path
from typing import Any

import pytest

from localvision.analysis import qca
from localvision.outputs.charts import comparisons
from localvision.outputs.charts.robustness_grid import draw_robustness_grid
from localvision.outputs.charts.truth_table_view import draw_truth_table
from localvision.outputs.charts.xy_plot import draw_xy_plot

DOCS = Path(__file__).parents[3] / "docs"
TUTORIAL = DOCS / "tutorials" / "qca-published-study.md"


def played() -> tuple[doctest.TestResults, dict[str, Any]]:
    """Run every example; fences are no output."""
    text = re.sub(r"^```.*$", "", TUTORIAL.read_text(encoding="utf-8"), flags=re.MULTILINE)
    names: dict[str, Any] = {}
    test = doctest.DocTestParser().get_doctest(text, names, TUTORIAL.name, str(TUTORIAL), 0)
    runner = doctest.DocTestRunner(optionflags=doctest.NORMALIZE_WHITESPACE)
    results = runner.run(test, clear_globs=False)
    return results, test.globs


def pictures(names: dict[str, Any]) -> dict[str, str]:
    unit = "countries"
    return {
        "qca-truth-table": draw_truth_table(
            comparisons.truth_table_of(names["table"], unit=unit)
        ).svg,
        "qca-xy-plot": draw_xy_plot(comparisons.xy_plot_of(names["model"], unit=unit)).svg,
        "qca-robustness": draw_robustness_grid(comparisons.robustness_of(names["found"].grid)).svg,
    }


@pytest.fixture(scope="module")
def replay() -> tuple[doctest.TestResults, dict[str, Any]]:
    return played()


def test_every_figure_of_the_tutorial_is_as_printed(replay: Any) -> None:
    results, _ = replay
    assert results.attempted > 20
    assert results.failed == 0


def test_the_pictures_are_those_that_the_code_draws(replay: Any) -> None:
    text = TUTORIAL.read_text(encoding="utf-8")
    for name, svg in pictures(replay[1]).items():
        assert f"(pictures/{name}.svg)" in text
        assert (TUTORIAL.parent / "pictures" / f"{name}.svg").read_text(encoding="utf-8") == svg


def test_every_function_named_to_those_who_come_from_r_exists() -> None:
    text = (DOCS / "how-to" / "from-r-qca.md").read_text(encoding="utf-8")
    cells = [line.split("|")[2] for line in text.splitlines() if line.startswith("| ")]
    named = {name for cell in cells for name in re.findall(r"\b([a-z_]+)\(", cell)}
    assert len(named) > 12
    missing = {name for name in named if not hasattr(qca, name)}
    assert missing == set()


if __name__ == "__main__":
    folder = TUTORIAL.parent / "pictures"
    folder.mkdir(exist_ok=True)
    for name_, svg_ in pictures(played()[1]).items():
        (folder / f"{name_}.svg").write_text(svg_, encoding="utf-8")
