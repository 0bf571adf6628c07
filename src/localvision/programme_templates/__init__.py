"""Programme templates as data: the lists that a programme of one design starts with.

A template is a folder of TOML files beside this one. `load` reads it into frozen records; nothing
here knows of the store, which copies a template's frames into versions of its own.

Examples
--------
>>> from localvision import programme_templates
>>> template = programme_templates.load("local_vision")
>>> [cluster.key for cluster in template.clusters]
['process', 'context', 'change']
"""

from localvision.programme_templates.reading import INVENTED, available, load, read_folder
from localvision.programme_templates.records import (
    Aim,
    FramedSide,
    FrameItemTemplate,
    FrameTemplate,
    Hypothesis,
    MoneyRule,
    OpenQuestion,
    Promise,
    Role,
    SourceCount,
    WorkedExample,
    plain_label,
)
from localvision.programme_templates.template import ProgrammeTemplate

__all__ = [
    "INVENTED",
    "Aim",
    "FrameItemTemplate",
    "FrameTemplate",
    "FramedSide",
    "Hypothesis",
    "MoneyRule",
    "OpenQuestion",
    "ProgrammeTemplate",
    "Promise",
    "Role",
    "SourceCount",
    "WorkedExample",
    "available",
    "load",
    "plain_label",
    "read_folder",
]
