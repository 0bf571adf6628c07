"""Methods and n: computed from invitations and sources, never typed (R236, R331)."""

from __future__ import annotations

from datetime import date

from localvision.outputs.blocks import (
    Base,
    Cell,
    Column,
    MethodsBlock,
    MethodsSource,
    Missing,
    TableBlock,
)
from localvision.workbench.reporting.composing.material import Material
from localvision.workbench.reporting.queries.collected import (
    Asked,
    Collected,
    Everything,
)

NOT_RECORDED = Missing("not-asked", "not recorded")
NO_WAVE = "no wave recorded"


def methods(material: Material) -> MethodsBlock:
    """Return what was collected, from how many of those asked, and who is missing."""
    found = material.collected
    return MethodsBlock(
        base=whole_base(found),
        sources=tuple(_source(row) for row in found.rows),
        notes=_notes(found),
    )


def whole_base(found: Everything) -> Base:
    """Return the base of whatever rests on all sources."""
    unheard = found.places_in_all - found.places
    missing = [f"no source from {unheard} of {found.places_in_all} places"] if unheard else []
    if found.invited is not None and found.answered is not None:
        silent = found.invited - found.answered
        missing += [f"{silent:,} of {found.invited:,} invitations unanswered"] if silent else []
    return Base(n=found.sources, unit="sources", missing="; ".join(missing))


def response_table(material: Material) -> TableBlock | None:
    """Return invited and answered by wave and instrument; None where nobody was recorded."""
    rows = [row for row in material.collected.rows if row.asked]
    if not rows:
        return None
    found = material.collected
    return TableBlock(
        caption="Who was invited and who answered, by wave",
        base=Base(
            n=found.answered, of=found.invited, unit="invitations", missing=_unanswered(found)
        ),
        columns=(
            Column(label="Method and wave", width=2.2),
            Column(label="Invited", numeric=True),
            Column(label="Answered", numeric=True),
            Column(label="Response", numeric=True),
            Column(label="Not heard, and why", width=2.4),
        ),
        rows=tuple(_response_row(row) for row in rows),
        notes=("An invitation is one person asked once, so a person may be in several rows.",),
    )


def roles_table(material: Material) -> TableBlock | None:
    """Return interviews by role and wave; None where there are none."""
    found = material.collected
    if not found.roles:
        return None
    waves = sorted({wave for by_wave in found.roles.values() for wave in by_wave})
    expected = list(material.viewer.programme.expected_roles)
    order = [*expected, *sorted(set(found.roles) - set(expected))]
    rows = [_role_row(material, role, waves) for role in order]
    total = sum(n for by_wave in found.roles.values() for n in by_wave.values())
    silent = [material.roles.get(r, r) for r in expected if r not in found.roles]
    return TableBlock(
        caption="Interviews by role and wave",
        base=Base(n=total, unit="interviews", missing=_nobody(silent)),
        columns=(
            Column(label="Role", width=2.2),
            *(Column(label=_wave(w), numeric=True) for w in waves),
            Column(label="All", numeric=True),
        ),
        rows=tuple(rows),
    )


def _source(row: Collected) -> MethodsSource:
    when = _when(row.first, row.last)
    if row.asked is None:
        return MethodsSource(
            kind=row.label,
            n=row.sources,
            unit="texts",
            places=row.places or None,
            when=when,
            missing="who was asked is not recorded",
        )
    return MethodsSource(
        kind=row.label,
        n=row.asked.answered,
        unit="people",
        approached=row.asked.invited,
        places=row.places or None,
        when=when,
        missing="; ".join(filter(None, [row.asked.missing_words, _held(row.sources, row.asked)])),
    )


def _held(texts: int, asked: Asked) -> str:
    """Say how the texts held differ from the answers given."""
    more = texts - asked.answered
    if more > 0:
        return f"{more:,} more held without an invitation"
    return f"answers held in {texts:,} text{'' if texts == 1 else 's'}" if more and texts else ""


def _notes(found: Everything) -> tuple[str, ...]:
    unheard = found.places_in_all - found.places
    named = [f"wave {n} is “{name}”" for n, name in sorted(found.wave_names.items())]
    notes = [f"W{'; '.join(named)[1:]}."] if named else []
    if unheard:
        notes.append(f"Nothing is held from {unheard} of the {found.places_in_all} places.")
    if any(row.asked is None for row in found.rows):
        notes.append(
            "Where nobody wrote down who was asked, no response rate is given, and none can be."
        )
    return tuple(notes)


def _response_row(row: Collected) -> tuple[Cell, ...]:
    asked = row.asked
    assert asked is not None
    share = f"{asked.answered / asked.invited:.0%}" if asked.invited else NOT_RECORDED
    return (
        row.label,
        asked.invited,
        asked.answered,
        share,
        asked.missing_words or "nobody",
    )


def _role_row(material: Material, role: str, waves: list[int]) -> tuple[Cell, ...]:
    by_wave = material.collected.roles.get(role, {})
    label = material.roles.get(role, role) or "No role recorded"
    return (label, *(by_wave.get(wave, 0) for wave in waves), sum(by_wave.values()))


def _wave(wave: int) -> str:
    return f"Wave {wave}" if wave else NO_WAVE.capitalize()


def _unanswered(found: Everything) -> str:
    if found.invited is None or found.answered is None:
        return ""
    return f"{found.invited - found.answered:,} not answered"


def _nobody(roles: list[str]) -> str:
    return f"nobody interviewed as {_listed(roles)}" if roles else ""


def _listed(words: list[str]) -> str:
    """Return words as a list in a sentence.

    >>> _listed(["citizen", "elected member", "enabler"])
    'citizen, elected member or enabler'
    """
    lower = [word[:1].lower() + word[1:] for word in words]
    return lower[0] if len(lower) == 1 else f"{', '.join(lower[:-1])} or {lower[-1]}"


def _when(first: date | None, last: date | None) -> str:
    """Return a span of months in words.

    >>> _when(date(2014, 3, 2), date(2014, 5, 9)), _when(date(2014, 3, 2), date(2014, 3, 9))
    ('March to May 2014', 'March 2014')
    """
    if first is None or last is None:
        return ""
    if (first.year, first.month) == (last.year, last.month):
        return f"{first:%B %Y}"
    start = f"{first:%B}" if first.year == last.year else f"{first:%B %Y}"
    return f"{start} to {last:%B %Y}"
