"""An edition's content: the frozen block model as plain JSON, and back again unchanged."""

from __future__ import annotations

import datetime as dt
from dataclasses import MISSING, Field, fields, is_dataclass
from enum import Enum
from typing import Any

from localvision.outputs import blocks

_KINDS = {name: getattr(blocks, name) for name in blocks.__all__}
_CLASSES: dict[str, Any] = {name: kind for name, kind in _KINDS.items() if is_dataclass(kind)}
_ENUMS = {
    name: kind for name, kind in _KINDS.items() if isinstance(kind, type) and issubclass(kind, Enum)
}


def freeze(value: Any) -> Any:
    """Return a block model as plain JSON values; fields at their default are left out.

    >>> from localvision.outputs.blocks import Base
    >>> freeze(Base(n=3, unit="places"))
    {'is': 'Base', 'n': 3, 'unit': 'places'}
    """
    if is_dataclass(value) and not isinstance(value, type):
        kept = {f.name: getattr(value, f.name) for f in fields(value)}
        changed = {
            f.name: freeze(kept[f.name]) for f in fields(value) if kept[f.name] != _default(f)
        }
        return {"is": type(value).__name__, **changed}
    if isinstance(value, Enum):
        return {"is": type(value).__name__, "value": value.value}
    if isinstance(value, dt.date):
        return {"is": "date", "value": value.isoformat()}
    if isinstance(value, (tuple, list)):
        return [freeze(item) for item in value]
    return value


def thaw(value: Any) -> Any:
    """Return what `freeze` was given.

    >>> from localvision.outputs.blocks import Base
    >>> thaw(freeze(Base(n=None, unit="places"))) == Base(n=None, unit="places")
    True
    """
    if isinstance(value, list):
        return tuple(thaw(item) for item in value)
    if not isinstance(value, dict):
        return value
    name = value["is"]
    if name == "date":
        return dt.date.fromisoformat(value["value"])
    if name in _ENUMS:
        return _ENUMS[name](value["value"])
    return _CLASSES[name](**{key: thaw(item) for key, item in value.items() if key != "is"})


def _default(field: Field[Any]) -> Any:
    if field.default is not MISSING:
        return field.default
    return field.default_factory() if field.default_factory is not MISSING else MISSING
