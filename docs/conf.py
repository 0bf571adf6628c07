"""How the documentation is built."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "scripts"))

project = "Local Vision"
copyright = "2026, the Local Vision contributors"
extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
source_suffix = {".md": "markdown"}
exclude_patterns = ["_build"]
html_theme = "furo"
html_title = "Local Vision"
html_static_path = []
myst_enable_extensions = ["deflist", "colon_fence"]
myst_heading_anchors = 3
nitpicky = False
autodoc_typehints = "none"
language = "en_GB"
linkcheck_ignore = [r"http://127\.0\.0\.1.*"]
