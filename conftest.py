"""Every test runs in a workspace of its own, made and thrown away."""

import os
import tempfile

# Settings are read once, at import: the workspace must be named before Django is.
if "LOCALVISION_WORKSPACE" not in os.environ or os.environ.get("PYTEST_XDIST_WORKER"):
    os.environ["LOCALVISION_WORKSPACE"] = tempfile.mkdtemp(prefix="localvision-tests-")
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
