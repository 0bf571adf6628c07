"""Taking a whole programme out in open formats: everything but who people are."""

from localvision.workbench.reporting.exporting.programme import export_programme

__all__ = ["export_programme"]
