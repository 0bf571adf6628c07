"""A report laid out once, for all formats: numbered, linked, drawn, in order."""

from localvision.outputs.plan.as_json import as_json, cell_ground
from localvision.outputs.plan.lay_out import lay_out
from localvision.outputs.plan.paper import for_paper
from localvision.outputs.plan.parts import Plan

__all__ = ["Plan", "as_json", "cell_ground", "for_paper", "lay_out"]
