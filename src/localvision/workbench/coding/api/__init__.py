"""The JSON seam that the passage coder speaks to."""

from localvision.workbench.coding.api.operations import api_routes

__all__ = ["api_routes"]
