"""Confirming who speaks in a transcript."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from localvision.workbench.accounts.enums import Capability
from localvision.workbench.documents.models import Passage, SourceText, Speaker
from localvision.workbench.platform.audit import Thing, record
from localvision.workbench.programmes.viewers import Viewer


@transaction.atomic
def confirm_turns(
    *, by: Viewer, text: SourceText, speakers: Mapping[int, Mapping[str, Any]]
) -> None:
    """Say whom each label stands for: `{speaker id: {"role": ..., "interviewer": ...}}`.

    Passages already cut from a speaker's turns take the role with them.
    """
    by.check(Capability.ADD_SOURCES)
    for speaker in Speaker.objects.filter(text=text, pk__in=speakers):
        for field, value in speakers[speaker.pk].items():
            setattr(speaker, field, value)
        speaker.save()
        Passage.objects.filter(text=text, raw_role=speaker.label, attributed=False).update(
            role=speaker.role, person=speaker.person
        )
    SourceText.objects.filter(pk=text.pk).update(turns_confirmed=True)
    record(
        by=by.account,
        verb="turns.confirmed",
        thing=Thing("source", str(text.source_id)),
        summary="Who speaks in a source was confirmed.",
        programme_key=str(by.programme.pk),
    )
