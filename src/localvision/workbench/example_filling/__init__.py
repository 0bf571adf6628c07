"""Filling a workspace with the invented example programme, through the rooms' own actions.

Above all rooms, as it uses all of them; below the command, which calls it.
"""

from localvision.workbench.example_filling.filling import SLUG, fill_with_example, is_filled

__all__ = ["SLUG", "fill_with_example", "is_filled"]
