"""A chart as a file: SVG, PNG, and its numbers as CSV or XLSX."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path

import typst

from localvision.errors.outputs import FORMAT_UNKNOWN
from localvision.outputs import fonts
from localvision.outputs.blocks import Chart
from localvision.outputs.tables import csv_of, xlsx_of

SHEETS = Path(__file__).parent / "sheets.typ"


def png_of(charts: Sequence[Chart], pixels_per_unit: float = 2.0) -> list[bytes]:
    """Return one PNG a chart, in order; all are drawn in one pass.

    Parameters
    ----------
    pixels_per_unit : pixels for each unit of the drawing (2 is crisp on paper at 160 mm).
    """
    if not charts:
        return []
    payload = json.dumps([{"svg": c.svg, "width": c.width} for c in charts])
    made = typst.compile(
        SHEETS,
        format="png",
        ppi=96.0 * pixels_per_unit,
        font_paths=[fonts.FOLDER],
        sys_inputs={"svgs": payload},
    )
    return list(made) if isinstance(made, list) else [made]


CHART_FORMATS: dict[str, Callable[[Chart], bytes]] = {
    "svg": lambda chart: chart.svg.encode("utf-8"),
    "png": lambda chart: png_of([chart])[0],
    "csv": lambda chart: csv_of(chart.table),
    "xlsx": lambda chart: xlsx_of([chart.table]),
}


def export_chart(chart: Chart, name: str) -> bytes:
    """Return the chart in a format of `CHART_FORMATS`.

    Raises
    ------
    LocalVisionError `outputs.format-unknown`.
    """
    if name not in CHART_FORMATS:
        raise FORMAT_UNKNOWN.error(name=name, known=", ".join(CHART_FORMATS))
    return CHART_FORMATS[name](chart)
