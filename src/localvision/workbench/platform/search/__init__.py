"""Search over everything that a programme holds, within what a person may read."""

from localvision.workbench.platform.search.entries import forget, remember
from localvision.workbench.platform.search.finding import EVERYWHERE, Hit, Scope, find

__all__ = ["EVERYWHERE", "Hit", "Scope", "find", "forget", "remember"]
