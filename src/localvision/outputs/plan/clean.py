"""Control characters that no file format can carry, made visible."""

from __future__ import annotations

import dataclasses
from typing import Any, TypeVar

from localvision.outputs.charts.svg import plain

T = TypeVar("T")


def clean(value: T) -> T:
    """Return the same plan with every control character shown as U+FFFD.

    The guard lists the character as a warning, so nothing is lost in silence.
    """
    return _cleaned(value)


def _cleaned(value: Any) -> Any:
    if isinstance(value, str):
        return plain(value)
    if isinstance(value, tuple):
        return tuple(_cleaned(item) for item in value)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        changes = {}
        for field in dataclasses.fields(value):
            before = getattr(value, field.name)
            after = _cleaned(before)
            if after != before:
                changes[field.name] = after
        return dataclasses.replace(value, **changes) if changes else value
    return value
