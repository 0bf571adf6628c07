"""A plan as plain JSON values, for the PDF template."""

from __future__ import annotations

import dataclasses
from typing import Any

from localvision.outputs.blocks import Chart
from localvision.outputs.charts.palette import PAPER, ink_on, tint
from localvision.outputs.plan.parts import CellPart
from localvision.outputs.plan.tables import LEVELS


def cell_ground(cell: CellPart) -> str:
    """Return the colour under a cell as #rrggbb; white where it has none."""
    if not cell.tint or not cell.level:
        return PAPER
    return tint(cell.tint, 0.10 + 0.70 * cell.level / LEVELS)


def as_json(value: Any) -> Any:
    """Return the value as JSON; a dataclass becomes an object with its `type`."""
    if isinstance(value, Chart):
        return {name: getattr(value, name) for name in ("svg", "alt", "width", "height")}
    if isinstance(value, tuple):
        return [as_json(item) for item in value]
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        fields = {f.name: as_json(getattr(value, f.name)) for f in dataclasses.fields(value)}
        if isinstance(value, CellPart):
            ground = cell_ground(value)
            fields |= {"ground": ground, "ink": ink_on(ground)}
        return {"type": type(value).__name__, **fields}
    return value
