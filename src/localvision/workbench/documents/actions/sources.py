"""Bringing sources in: one transaction for all of them, or nothing."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from django.db import transaction

from localvision.errors import Problem
from localvision.workbench.accounts.enums import Capability
from localvision.workbench.documents.actions.contents import store_contents
from localvision.workbench.documents.arrivals import Arrival, NewSource, tell
from localvision.workbench.documents.models import Intake, Invitation, Source, SourceText
from localvision.workbench.platform.audit import Thing, record
from localvision.workbench.platform.models import SearchEntry
from localvision.workbench.platform.search import remember
from localvision.workbench.programmes.models import Programme
from localvision.workbench.programmes.viewers import Viewer

BATCH = 100


@transaction.atomic
def add_sources(
    *,
    by: Viewer,
    sources: Iterable[NewSource],
    origin: str,
    problems: Callable[[], Sequence[Problem]] = tuple,
    progress: Callable[[int], None] | None = None,
) -> Intake:
    """Bring sources in, in batches so that memory stays flat, all in one transaction.

    `problems` is asked once at the end, as reading the files is part of the iteration.
    """
    by.check(Capability.ADD_SOURCES)
    intake = Intake.objects.create(programme=by.programme, by=by.account, origin=origin)
    numbers = _free_numbers(by.programme)
    done = 0
    for batch in _batches(sources):
        done += len(_store(by, intake, batch, numbers))
        if progress:
            progress(done)
    intake.problems = [problem.as_json() for problem in problems()]
    intake.save(update_fields=["problems"])
    record(
        by=by.account,
        verb="sources.added",
        thing=Thing("intake", str(intake.pk)),
        summary=f"{done} sources were brought in, {len(intake.problems)} problems were listed.",
        programme_key=str(by.programme.pk),
    )
    return intake


@transaction.atomic
def add_invitations(*, by: Viewer, invitations: Iterable[Mapping[str, Any]]) -> int:
    """Note who was asked and what came of it; returns how many."""
    by.check(Capability.ADD_SOURCES)
    made = Invitation.objects.bulk_create(
        (Invitation(programme=by.programme, **facts) for facts in invitations), batch_size=500
    )
    record(
        by=by.account,
        verb="invitations.added",
        thing=Thing("programme", str(by.programme.pk)),
        summary=f"{len(made)} invitations were noted.",
        programme_key=str(by.programme.pk),
    )
    return len(made)


def _batches(sources: Iterable[NewSource]) -> Iterator[list[NewSource]]:
    rest = iter(sources)
    while batch := list(islice(rest, BATCH)):
        yield batch


def _store(
    by: Viewer, intake: Intake, batch: list[NewSource], numbers: Iterator[str]
) -> list[Arrival]:
    sources = Source.objects.bulk_create(_source(by, intake, new, numbers) for new in batch)
    texts = SourceText.objects.bulk_create(
        _text(source, new) for source, new in zip(sources, batch, strict=True)
    )
    arrivals = store_contents(by, texts, batch)
    remember(_search_entry(source, new.text) for source, new in zip(sources, batch, strict=True))
    tell(by, arrivals)
    return arrivals


def _source(by: Viewer, intake: Intake, new: NewSource, numbers: Iterator[str]) -> Source:
    return Source(
        programme=by.programme,
        intake=intake,
        added_by=by.account,
        key=new.key or next(numbers),
        title=new.title[:300],
        kind=new.kind,
        locality_id=new.locality_id,
        project_id=new.project_id,
        wave_id=new.wave_id,
        dated=new.dated,
        role=new.role,
        permitted_uses=list(new.permitted_uses),
        file_name=new.file_name[:300],
        file_format=new.file_format,
        file_sha256=new.file_sha256,
    )


def _text(source: Source, new: NewSource) -> SourceText:
    return SourceText(
        source=source,
        text=new.text,
        length=len(new.text),
        encoding=new.encoding,
        sha256=hashlib.sha256(new.text.encode("utf-8", "surrogatepass")).hexdigest(),
        turns_confirmed=new.turns_confirmed,
    )


def _search_entry(source: Source, text: str) -> SearchEntry:
    return SearchEntry(
        programme_key=str(source.programme_id),
        kind="source",
        object_key=str(source.pk),
        capability=Capability.READ_SOURCES.value,
        locality_key=str(source.locality_id or ""),
        title=source.title,
        body=text,
    )


def _free_numbers(programme: Programme) -> Iterator[str]:
    """Keys S0001, S0002... after those in use: a file name may hold a name, a key never does."""
    used = Source.objects.filter(programme=programme, key__startswith="S").values_list("key")
    last = max((int(key[1:]) for (key,) in used if key[1:].isdigit()), default=0)
    while True:
        last += 1
        yield f"S{last:04d}"
