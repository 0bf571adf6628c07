"""Writing reports: the only writers of what a report is made of."""

from localvision.workbench.reporting.actions.blocks import (
    add_block,
    edit_block,
    move_block,
    remove_block,
    restore_block,
)
from localvision.workbench.reporting.actions.outline import import_report
from localvision.workbench.reporting.actions.reports import (
    change_report,
    cite_work,
    drop_work,
    make_report,
)

__all__ = [
    "add_block",
    "change_report",
    "cite_work",
    "drop_work",
    "edit_block",
    "import_report",
    "make_report",
    "move_block",
    "remove_block",
    "restore_block",
]
