"""The workbench's settings in a workspace of their own, made and thrown away."""

import atexit
import os
import shutil
import tempfile

_FOLDER = tempfile.mkdtemp(prefix="localvision-tests-")
atexit.register(shutil.rmtree, _FOLDER, ignore_errors=True)
os.environ["LOCALVISION_WORKSPACE"] = _FOLDER
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

from localvision.workbench.settings import *  # noqa: E402, F403
