"""Changing codings and memos: the only writers."""

from localvision.workbench.coding.actions.codings import (
    code_passage,
    remove_coding,
    restore_coding,
)
from localvision.workbench.coding.actions.imports import NewCoding, import_codings
from localvision.workbench.coding.actions.memos import change_memo, remove_memo, write_memo

__all__ = [
    "NewCoding",
    "change_memo",
    "code_passage",
    "import_codings",
    "remove_coding",
    "remove_memo",
    "restore_coding",
    "write_memo",
]
