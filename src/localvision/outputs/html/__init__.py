"""A report as HTML: a page that stands alone, or a fragment for the workbench's pages."""

from localvision.outputs.html.page import render_fragment, render_page, stylesheet

__all__ = ["render_fragment", "render_page", "stylesheet"]
