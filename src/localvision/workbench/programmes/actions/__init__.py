"""Changing a programme: the only writers of what it is made of."""

from localvision.workbench.programmes.actions.frames import (
    add_item,
    merge_items,
    retire_item,
    reword_item,
    split_item,
)
from localvision.workbench.programmes.actions.members import give_role, take_role
from localvision.workbench.programmes.actions.programmes import make_programme
from localvision.workbench.programmes.actions.records import (
    add_locality,
    add_organisation,
    add_people,
    add_project,
    add_wave,
)

__all__ = [
    "add_item",
    "add_locality",
    "add_organisation",
    "add_people",
    "add_project",
    "add_wave",
    "give_role",
    "make_programme",
    "merge_items",
    "retire_item",
    "reword_item",
    "split_item",
    "take_role",
]
