"""From stored blocks to `localvision.outputs.blocks`: where a report gets its numbers."""

from localvision.workbench.reporting.composing.comparing import Change, changes_between
from localvision.workbench.reporting.composing.freezing import freeze, thaw
from localvision.workbench.reporting.composing.links import Links
from localvision.workbench.reporting.composing.whole import Composed, compose

__all__ = ["Change", "Composed", "Links", "changes_between", "compose", "freeze", "thaw"]
