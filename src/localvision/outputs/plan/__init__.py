"""A report laid out once, for all formats: numbered, linked, drawn, in order."""

from localvision.outputs.plan.lay_out import lay_out
from localvision.outputs.plan.parts import Plan

__all__ = ["Plan", "lay_out"]
