"""The whole filling: one transaction, so that a half-built example is never seen."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from django.db import transaction

from localvision import example, programme_templates
from localvision.workbench.accounts.models import Account
from localvision.workbench.example_filling.findings import fill_claims, fill_memos
from localvision.workbench.example_filling.places import fill_national, fill_place, fill_waves
from localvision.workbench.example_filling.report import fill_report
from localvision.workbench.example_filling.texts import (
    Coders,
    fill_texts,
    national_texts,
    second_coder,
)
from localvision.workbench.programmes.actions import make_programme
from localvision.workbench.programmes.models import Programme
from localvision.workbench.programmes.viewers import Viewer

SLUG = "example"
TRUTH = "example-truth.json"

#: Called with what is being done, how much is done, and how much there is.
Progress = Callable[[str, int, int | None], None]


def is_filled() -> bool:
    """Say whether the example programme is in the workspace."""
    return Programme.objects.filter(slug=SLUG).exists()


def fill_with_example(
    *, by: Account, folder: Path, seed: int, localities: int, waves: int, progress: Progress
) -> Viewer:
    """Fill the workspace; write the known truth beside it. Returns the maker's viewer."""
    made = example.generate(seed=seed, localities=localities, waves=waves)
    with transaction.atomic():
        viewer = make_programme(
            by=by,
            template=programme_templates.load(made.template_key),
            slug=SLUG,
            name=made.name,
            invented_notice=made.invented_notice,
        )
        _fill(viewer, made, progress)
    progress("Writing the known truth", 0, 1)
    truth = json.dumps(made.truth.as_json(), indent=2, default=str)
    (folder / TRUTH).write_text(truth, encoding="utf-8")
    progress("Writing the known truth", 1, 1)
    return viewer


def _fill(viewer: Viewer, made: example.ExampleProgramme, progress: Progress) -> None:
    coders = Coders(viewer.account, second_coder(viewer))
    waves = fill_waves(viewer, made)
    people = fill_national(viewer, made)
    fill_texts(viewer, made, coders, national_texts(made), people, {}, waves)
    for done, records in enumerate(made.each_locality(), start=1):
        place = fill_place(viewer, records, waves)
        sources = made.sources_of(records.locality.key)
        fill_texts(viewer, made, coders, sources, {**people, **place.people}, place.ids, waves)
        place.invite(viewer, waves)
        progress("Places, people and what they said", done, made.localities)
    progress("Claims and the report", 0, 2)
    passages = fill_claims(viewer, made)
    fill_memos(viewer, made, passages)
    progress("Claims and the report", 1, 2)
    fill_report(viewer, made, passages)
    progress("Claims and the report", 2, 2)
