"""Reads a template's folder of TOML files into frozen records, and refuses a broken one."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable, Mapping
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any, TypeVar

from localvision.errors import LocalVisionError, Problem, Where
from localvision.errors.example import (
    TEMPLATE_BROKEN_ENTRY,
    TEMPLATE_DUPLICATE_KEY,
    TEMPLATE_UNKNOWN,
    TEMPLATE_UNKNOWN_PARENT,
    TEMPLATE_UNMARKED_EXAMPLE,
)
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
)
from localvision.programme_templates.template import ProgrammeTemplate

Record = TypeVar("Record")
Table = dict[str, Any]

NAMED_FACTS = ("key", "version", "name", "purpose", "core_aim", "source")
INVENTED = "Invented: "
"""How every example of use begins, so that nobody takes it for evidence."""


def available() -> tuple[str, ...]:
    """Tell which programme templates ship with the package, by key.

    Examples
    --------
    >>> available()
    ('local_vision',)
    """
    folders = (each for each in _home().iterdir() if each.is_dir())
    return tuple(sorted(each.name for each in folders if each.joinpath("programme.toml").is_file()))


def load(key: str) -> ProgrammeTemplate:
    """Return one programme template, whole.

    Parameters
    ----------
    key : one of `available()`.

    Raises
    ------
    LocalVisionError
        `template.unknown` when no template has this key; `template.broken-entry`,
        `template.duplicate-key`, `template.unknown-parent` or `template.unmarked-example` when a
        file of it cannot be used, one problem for each place.

    Examples
    --------
    >>> template = load("local_vision")
    >>> len(template.themes), len(template.clusters)
    (9, 3)
    """
    if key not in available():
        raise TEMPLATE_UNKNOWN.error(key=key, known=", ".join(available()))
    return read_folder(_home().joinpath(key))


def read_folder(folder: Traversable) -> ProgrammeTemplate:
    """Read a template from any folder laid out like the bundled one.

    Parameters
    ----------
    folder : holds `programme.toml` and the other files, and a folder `frames`.

    Raises
    ------
    LocalVisionError
        As `load` does for a broken file.
    """
    facts = _read(folder, "programme.toml")
    lists = {name: _read(folder, f"{name}.toml") for name in ("roles", "hypotheses", "questions")}
    return ProgrammeTemplate(
        **{
            name: facts[name]
            for name in ("key", "version", "name", "purpose", "core_aim", "source")
        },
        aims=_records(Aim, facts["aims"], "programme.toml"),
        evaluation_aims=_records(Aim, facts["evaluation_aims"], "programme.toml"),
        frames=_frames(folder),
        roles=_records(Role, lists["roles"]["roles"], "roles.toml"),
        money_rules=_records(MoneyRule, facts["money_rules"], "programme.toml"),
        hypotheses=_records(Hypothesis, _hypotheses(lists["hypotheses"]), "hypotheses.toml"),
        open_questions=_records(OpenQuestion, lists["questions"]["questions"], "questions.toml"),
        promises=_records(Promise, lists["questions"]["promises"], "questions.toml"),
        source_counts=_records(
            SourceCount, _read(folder, "source_counts.toml")["counts"], "source_counts.toml"
        ),
        worked_example=_worked_example(_read(folder, "worked_example.toml")),
    )


def _home() -> Traversable:
    return files("localvision.programme_templates")


def _read(folder: Traversable, name: str) -> Table:
    place = Where(file=name)
    try:
        return tomllib.loads(folder.joinpath(name).read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, FileNotFoundError) as trouble:
        raise TEMPLATE_BROKEN_ENTRY.error(where=place, why=str(trouble)) from trouble


def _frames(folder: Traversable) -> Mapping[str, FrameTemplate]:
    paths = sorted(
        (each for each in folder.joinpath("frames").iterdir() if each.name.endswith(".toml")),
        key=lambda each: each.name,
    )
    frames = [_frame(_read(folder.joinpath("frames"), each.name), each.name) for each in paths]
    return {frame.key: frame for frame in frames}


def _frame(facts: Table, file: str) -> FrameTemplate:
    items = _records(FrameItemTemplate, facts.pop("items", []), file)
    problems = [*_duplicate_keys(items, file), *_loose_ends(items, file)]
    if problems:
        raise LocalVisionError(problems)
    return _record(FrameTemplate, {**facts, "items": items}, Where(file=file))


def _duplicate_keys(items: Iterable[FrameItemTemplate], file: str) -> list[Problem]:
    seen: set[str] = set()
    problems = []
    for row, item in enumerate(items, start=1):
        if item.key in seen:
            place = Where(file=file, row=row, field="key")
            problems.append(TEMPLATE_DUPLICATE_KEY.problem(where=place, key=item.key))
        seen.add(item.key)
    return problems


def _loose_ends(items: Iterable[FrameItemTemplate], file: str) -> list[Problem]:
    """List parents that are not there, and examples that do not say that they are invented."""
    items = list(items)
    keys = {item.key for item in items}
    problems = []
    for row, item in enumerate(items, start=1):
        if item.parent and item.parent not in keys:
            place = Where(file=file, row=row, field="parent")
            problems.append(
                TEMPLATE_UNKNOWN_PARENT.problem(where=place, key=item.key, parent=item.parent)
            )
        if item.example and not item.example.startswith(INVENTED):
            place = Where(file=file, row=row, field="example")
            problems.append(TEMPLATE_UNMARKED_EXAMPLE.problem(where=place, key=item.key))
    return problems


def _hypotheses(facts: Table) -> list[Table]:
    """A hypothesis without a count of quotations rests on an uncounted number: None, not zero."""
    return [{"quotations": None, **each} for each in facts["hypotheses"]]


def _worked_example(facts: Table) -> WorkedExample:
    sides = _records(FramedSide, facts.pop("sides", []), "worked_example.toml")
    return _record(WorkedExample, {**facts, "sides": sides}, Where(file="worked_example.toml"))


def _records(shape: Callable[..., Record], rows: list[Table], file: str) -> tuple[Record, ...]:
    return tuple(
        _record(shape, facts, Where(file=file, row=row)) for row, facts in enumerate(rows, start=1)
    )


def _record(shape: Callable[..., Record], facts: Table, where: Where) -> Record:
    values = {name: tuple(v) if isinstance(v, list) else v for name, v in facts.items()}
    try:
        return shape(**values)
    except TypeError as trouble:
        raise TEMPLATE_BROKEN_ENTRY.error(where=where, why=str(trouble)) from trouble
