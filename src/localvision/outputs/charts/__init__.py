"""Our own small marks, drawn on the server: one frozen spec in, one finished `Chart` out.

They are the same on a page, in Word and in PDF; show missing as missing; and carry their alt
text, caption, n and table with them. `export` turns a chart into SVG, PNG, CSV or XLSX.
"""

from localvision.outputs.charts.export import CHART_FORMATS, export_chart, png_of
from localvision.outputs.charts.fraction_bars import FractionBars, draw_fraction_bars
from localvision.outputs.charts.place_dots import DotGroup, PlaceDots, draw_place_dots
from localvision.outputs.charts.stacked_bars import (
    Grade,
    StackedBars,
    StackedRow,
    draw_stacked_bars,
)
from localvision.outputs.charts.stage_strip import StageRow, StageStrip, draw_stage_strip
from localvision.outputs.charts.theme_map import ThemeMap, draw_theme_map
from localvision.outputs.charts.theme_matrix import ThemeMatrix, draw_theme_matrix
from localvision.outputs.charts.timeline import Event, Period, Timeline, draw_timeline
from localvision.outputs.charts.trajectories import Trajectories, Trajectory, draw_trajectories

__all__ = [
    "CHART_FORMATS",
    "DotGroup",
    "Event",
    "FractionBars",
    "Grade",
    "Period",
    "PlaceDots",
    "StackedBars",
    "StackedRow",
    "StageRow",
    "StageStrip",
    "ThemeMap",
    "ThemeMatrix",
    "Timeline",
    "Trajectories",
    "Trajectory",
    "draw_fraction_bars",
    "draw_place_dots",
    "draw_stacked_bars",
    "draw_stage_strip",
    "draw_theme_map",
    "draw_theme_matrix",
    "draw_timeline",
    "draw_trajectories",
    "export_chart",
    "png_of",
]
